import type { AppError, ErrorCode } from '../core/app-error';
import type { Language } from '../core/language';
import { wrongKindText } from './wrong-kind-text';

export interface ErrorText {
  /** What happened. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

type Words = readonly [what: string, todo: string];

/** Exhaustive: an error code without words in both languages does not compile. */
const TEXTS = {
  'import/wrong-kind': {
    fr: [
      'Ce n’est pas le genre de fichier attendu.',
      'DT Max : exportez la liste des clients en .csv. Taxprep : exportez-la en .xlsx. Vérifiez aussi le choix « Logiciel ».',
    ],
    en: [
      'This is not the kind of file expected.',
      'DT Max: export the client list as .csv. Taxprep: export it as .xlsx. Check the “Software” choice too.',
    ],
  },
  'import/empty-file': {
    fr: ['Le fichier est vide.', 'Refaites l’export dans le logiciel, puis déposez le nouveau fichier.'],
    en: ['The file is empty.', 'Export again from the software, then drop the new file.'],
  },
  'import/unreadable-csv': {
    fr: ['Le fichier .csv ne se lit pas.', 'Refaites l’export sans l’ouvrir ni l’enregistrer dans Excel entre-temps.'],
    en: ['The .csv file cannot be read.', 'Export again, without opening or saving it in Excel in between.'],
  },
  'import/unreadable-xlsx': {
    fr: ['Le classeur .xlsx ne se lit pas.', 'Refaites l’export ; si le classeur est protégé, retirez sa protection.'],
    en: ['The .xlsx workbook cannot be read.', 'Export again; if the workbook is protected, remove its protection.'],
  },
  'mapping/unreadable-file': {
    fr: [
      'Ce fichier ne contient pas d’associations de colonnes.',
      'Choisissez le fichier .json exporté par Impôt Sync sur un autre poste du bureau.',
    ],
    en: [
      'This file holds no column mappings.',
      'Choose the .json file that Impôt Sync exported on another workstation.',
    ],
  },
  'mapping/newer-version': {
    fr: [
      'Ces associations de colonnes viennent d’une version plus récente.',
      'Mettez à jour cette page, puis importez le fichier de nouveau.',
    ],
    en: ['These column mappings come from a newer version.', 'Update this page, then import the file again.'],
  },
  'layout/unreadable-file': {
    fr: [
      'Ce fichier ne contient pas de gabarits de signature.',
      'Choisissez le fichier .json exporté par Impôt Sync sur un autre poste du bureau.',
    ],
    en: [
      'This file holds no signature layouts.',
      'Choose the .json file that Impôt Sync exported on another workstation.',
    ],
  },
  'layout/newer-version': {
    fr: [
      'Ces gabarits de signature viennent d’une version plus récente.',
      'Mettez à jour cette page, puis importez le fichier de nouveau.',
    ],
    en: ['These signature layouts come from a newer version.', 'Update this page, then import the file again.'],
  },
  'layout/outside-page': {
    fr: [
      'Un champ n’est pas entièrement sur une page du formulaire.',
      'Placez chaque champ à l’intérieur de la page, puis recommencez.',
    ],
    en: ['A field is not wholly on a page of the form.', 'Put every field inside the page, then try again.'],
  },
  'layout/no-form': {
    fr: ['Le formulaire n’est plus ouvert.', 'Déposez-le de nouveau.'],
    en: ['The form is no longer open.', 'Drop it again.'],
  },
  'layout/form-unknown': {
    fr: [
      'Le formulaire ou l’année de ce document n’est pas connu : aucun gabarit ne peut être gardé.',
      'Choisissez « Pour ce document seulement », ou refaites l’aperçu avec le type de document et l’année.',
    ],
    en: [
      'The form or year of this document is not known: no layout can be kept.',
      'Choose “For this document only”, or preview again with the document type and year.',
    ],
  },
  'import/workbook-password': {
    fr: [
      'Le classeur est protégé par un mot de passe.',
      'Ouvrez-le dans Excel, retirez le mot de passe (Fichier › Informations › Protéger le classeur), puis déposez-le de nouveau.',
    ],
    en: [
      'The workbook is protected by a password.',
      'Open it in Excel, remove the password (File › Info › Protect Workbook), then drop it again.',
    ],
  },
  'import/no-known-header': {
    fr: [
      'Aucune colonne connue n’a été trouvée.',
      'Exportez la liste avec une ligne d’en-tête qui contient au moins le nom et le NAS, le numéro de client ou le courriel.',
    ],
    en: [
      'No known column was found.',
      'Export the list with a header row holding at least the name and the SIN, client number or e-mail.',
    ],
  },
  'import/no-rows': {
    fr: ['La liste n’a aucune ligne sous son en-tête.', 'Choisissez des clients dans le logiciel avant d’exporter.'],
    en: ['The list has no row under its header.', 'Select clients in the software before exporting.'],
  },
  'import/return-not-list': {
    fr: [
      'Ce fichier est une seule déclaration, pas une liste de clients.',
      'Dans le logiciel, exportez la liste des clients plutôt que les données d’une déclaration.',
    ],
    en: [
      'This file is a single return, not a client list.',
      'In the software, export the client list rather than the data of one return.',
    ],
  },
  'import/contacts-export': {
    fr: [
      'Ce fichier est la liste des contacts de Taxprep iFirm.',
      'Choisissez « Taxprep » comme logiciel, puis refaites l’aperçu : elle se lit telle quelle.',
    ],
    en: [
      'This file is the contact list of Taxprep iFirm.',
      'Choose “Taxprep” as the software, then preview again: it is read as it is.',
    ],
  },
  'import/mixed-list': {
    fr: [
      'La liste mêle des particuliers et des entreprises.',
      'Exportez deux fichiers, un par type, et importez-les l’un après l’autre.',
    ],
    en: [
      'The list mixes individuals and businesses.',
      'Export two files, one per type, and import them one after the other.',
    ],
  },
  'archive/not-a-zip': {
    fr: ['Ce fichier n’est pas une archive .zip.', 'Déposez un .zip de PDF, ou les PDF eux-mêmes.'],
    en: ['This file is not a .zip archive.', 'Drop a .zip of PDFs, or the PDFs themselves.'],
  },
  'archive/truncated': {
    fr: ['L’archive est incomplète.', 'La copie s’est sans doute interrompue : recopiez ou refaites le .zip.'],
    en: ['The archive is incomplete.', 'The copy was probably cut short: copy or make the .zip again.'],
  },
  'archive/empty': {
    fr: ['L’archive est vide.', 'Ajoutez-y les PDF à envoyer, puis déposez-la de nouveau.'],
    en: ['The archive is empty.', 'Put the PDFs to send into it, then drop it again.'],
  },
  'archive/no-pdf': {
    fr: [
      'L’archive ne contient aucun PDF.',
      'Imprimez les formulaires en PDF dans le logiciel, puis mettez-les dans le .zip.',
    ],
    en: ['The archive holds no PDF.', 'Print the forms to PDF from the software, then put them into the .zip.'],
  },
  'archive/too-many-entries': {
    fr: ['L’archive contient trop de fichiers.', 'Faites plusieurs archives plus petites.'],
    en: ['The archive holds too many files.', 'Make several smaller archives.'],
  },
  'archive/entry-too-large': {
    fr: [
      'Un fichier de l’archive est trop gros.',
      'Vérifiez ce PDF ; envoyez-le à part s’il est vraiment si volumineux.',
    ],
    en: ['A file of the archive is too large.', 'Check this PDF; send it apart if it really is that large.'],
  },
  'archive/ratio-bomb': {
    fr: [
      'Un fichier de l’archive se déploie de façon anormale.',
      'Ne l’ouvrez pas : refaites l’archive à partir du logiciel.',
    ],
    en: ['A file of the archive expands abnormally.', 'Do not open it: make the archive again from the software.'],
  },
  'archive/unsafe-name': {
    fr: [
      'Le nom de ce fichier dans l’archive est dangereux.',
      'Renommez-le sans chemin ni « .. », puis refaites l’archive.',
    ],
    en: [
      'The name of this file in the archive is unsafe.',
      'Rename it without a path or “..”, then make the archive again.',
    ],
  },
  'archive/damaged-entry': {
    fr: [
      'Ce fichier est endommagé dans l’archive.',
      'Réimprimez ce document et refaites l’archive ; le reste du lot continue.',
    ],
    en: [
      'This file is damaged in the archive.',
      'Print this document again and remake the archive; the rest of the batch goes on.',
    ],
  },
  'archive/needs-password': {
    fr: [
      'Ce fichier de l’archive est protégé par un mot de passe.',
      'Entrez le mot de passe du lot dans l’aperçu ; il n’est pas conservé.',
    ],
    en: [
      'This file of the archive is protected by a password.',
      'Enter the batch’s password in the preview; it is not kept.',
    ],
  },
  'archive/wrong-password': {
    fr: [
      'Le mot de passe n’ouvre pas ce fichier de l’archive.',
      'Entrez celui qui a servi à faire l’archive, ou refaites-la sans mot de passe.',
    ],
    en: [
      'The password does not open this file of the archive.',
      'Enter the one the archive was made with, or make it again without a password.',
    ],
  },
  'archive/unsupported-method': {
    fr: [
      'L’archive emploie une compression inconnue.',
      'Refaites-la avec « Envoyer vers, Dossier compressé » de Windows.',
    ],
    en: ['The archive uses an unknown compression.', 'Make it again with “Send to, Compressed folder” of Windows.'],
  },
  'archive/unsupported-encryption': {
    fr: ['L’archive emploie un chiffrement inconnu.', 'Refaites-la sans mot de passe : tout est chiffré ici.'],
    en: ['The archive uses an unknown encryption.', 'Make it again without a password: everything is encrypted here.'],
  },
  'archive/inconsistent': {
    fr: [
      'L’archive se contredit : un autre logiciel y verrait d’autres fichiers.',
      'Refaites-la à partir du dossier d’origine.',
    ],
    en: [
      'The archive contradicts itself: another program would see other files in it.',
      'Make it again from the original folder.',
    ],
  },
  'archive/multi-volume': {
    fr: [
      'L’archive est coupée en plusieurs volumes.',
      'Refaites-la en un seul fichier, ou en plusieurs archives indépendantes.',
    ],
    en: [
      'The archive is split into several volumes.',
      'Make it again as one file, or as several archives of their own.',
    ],
  },
  'archive/nested-archive': {
    fr: ['Ce fichier est une archive dans l’archive.', 'Extrayez-la et déposez-la à part ; le reste du lot continue.'],
    en: ['This file is an archive inside the archive.', 'Extract it and drop it apart; the rest of the batch goes on.'],
  },
  'archive/overlapping-entry': {
    fr: [
      'Ce fichier occupe la même place qu’un autre dans l’archive.',
      'Ne l’ouvrez pas : refaites l’archive à partir du logiciel.',
    ],
    en: [
      'This file takes the same place as another in the archive.',
      'Do not open it: make the archive again from the software.',
    ],
  },
  'pdf/empty-file': {
    fr: ['Ce PDF est vide.', 'Réimprimez le document en PDF.'],
    en: ['This PDF is empty.', 'Print the document to PDF again.'],
  },
  'pdf/not-a-pdf': {
    fr: ['Ce fichier n’est pas un PDF.', 'Réimprimez le document en PDF ; changer l’extension ne suffit pas.'],
    en: ['This file is not a PDF.', 'Print the document to PDF; changing the extension is not enough.'],
  },
  'pdf/damaged': {
    fr: ['Ce PDF est endommagé.', 'Réimprimez-le depuis le logiciel ; le reste du lot continue.'],
    en: ['This PDF is damaged.', 'Print it again from the software; the rest of the batch goes on.'],
  },
  'pdf/too-slow': {
    fr: [
      'Ce PDF prend trop de temps à lire : sa lecture a été arrêtée.',
      'Réimprimez-le depuis le logiciel, sans image ni annexe de trop ; le reste du lot continue.',
    ],
    en: [
      'This PDF takes too long to read: reading it was stopped.',
      'Print it again from the software, without needless images or schedules; the rest of the batch goes on.',
    ],
  },
  'pdf/needs-password': {
    fr: [
      'Ce PDF demande un mot de passe.',
      'Entrez-le dans l’aperçu, ou réimprimez le document sans mot de passe : il sera chiffré ici.',
    ],
    en: [
      'This PDF asks for a password.',
      'Enter it in the preview, or print the document without one: it will be encrypted here.',
    ],
  },
  'pdf/wrong-password': {
    fr: [
      'Le mot de passe n’ouvre pas ce PDF.',
      'Entrez le sien, ou réimprimez le document sans mot de passe : il sera chiffré ici.',
    ],
    en: [
      'The password does not open this PDF.',
      'Enter its own, or print the document without one: it will be encrypted here.',
    ],
  },
  'pdf/locked-signed': {
    fr: [
      'Ce PDF est signé et demande un mot de passe.',
      'Son destinataire ne pourrait pas l’ouvrir, et le déchiffrer briserait la signature. Réimprimez-le sans mot de passe.',
    ],
    en: [
      'This PDF is signed and asks for a password.',
      'Its recipient could not open it, and decrypting it would break the signature. Print it again without a password.',
    ],
  },
  'pdf/xfa': {
    fr: [
      'Ce PDF est un formulaire XFA, qui ne peut pas être signé ainsi.',
      'Imprimez-le en PDF ordinaire depuis le logiciel d’impôt.',
    ],
    en: [
      'This PDF is an XFA form, which cannot be signed this way.',
      'Print it to an ordinary PDF from the tax software.',
    ],
  },
  'pdf/rewritten': {
    fr: [
      'Les octets d’origine n’ont pas pu être gardés intacts.',
      'Le document n’est pas envoyé. Réimprimez-le et réessayez.',
    ],
    en: ['The original bytes could not be kept intact.', 'The document is not sent. Print it again and retry.'],
  },
  'pdf/check-failed': {
    fr: ['Le document préparé n’a pas passé sa relecture.', 'Il n’est pas envoyé. Réimprimez-le et réessayez.'],
    en: ['The prepared document failed its check.', 'It is not sent. Print it again and retry.'],
  },
  'pdf/clear-metadata': {
    fr: [
      'Rien ne peut être ajouté à un PDF chiffré dont les métadonnées sont en clair.',
      'Il n’est pas envoyé. Réimprimez-le sans protection.',
    ],
    en: [
      'Nothing can be added to an encrypted PDF whose metadata is not.',
      'It is not sent. Print it again without protection.',
    ],
  },
  'pdf/no-such-page': {
    fr: ['Cette page n’existe pas dans le document.', 'Revenez à une autre page.'],
    en: ['This page does not exist in the document.', 'Go back to another page.'],
  },
  'vault/passphrase-too-short': {
    fr: ['La phrase de passe est trop courte.', 'Elle doit compter au moins 12 caractères.'],
    en: ['The passphrase is too short.', 'It must have at least 12 characters.'],
  },
  'vault/passphrases-differ': {
    fr: ['Les deux phrases de passe diffèrent.', 'Retapez la même phrase dans les deux champs.'],
    en: ['The two passphrases differ.', 'Type the same one in both fields.'],
  },
  'vault/wrong-passphrase': {
    fr: [
      'Cette phrase de passe n’ouvre pas le coffre.',
      'Vérifiez les majuscules et la disposition du clavier, puis réessayez.',
    ],
    en: ['This passphrase does not open the vault.', 'Check capitals and the keyboard layout, then try again.'],
  },
  'vault/locked': {
    fr: ['Le coffre est verrouillé.', 'Déverrouillez-le, puis recommencez.'],
    en: ['The vault is locked.', 'Unlock it, then start again.'],
  },
  'vault/already-exists': {
    fr: ['Ce poste a déjà un coffre.', 'Rechargez la page et déverrouillez-le.'],
    en: ['This workstation already has a vault.', 'Reload the page and unlock it.'],
  },
  'vault/passkey-refused': {
    fr: [
      'La clé d’accès n’a pas répondu.',
      'La demande a été annulée, ou la clé n’est pas sur ce poste. Réessayez, ou servez-vous de la phrase de passe.',
    ],
    en: [
      'The passkey did not answer.',
      'The request was cancelled, or the key is not on this workstation. Try again, or use the passphrase.',
    ],
  },
  'vault/passkey-no-prf': {
    fr: [
      'Cette clé d’accès ne peut pas ouvrir un coffre.',
      'Servez-vous de la phrase de passe, ou d’une autre clé (Windows Hello récent, clé de sécurité FIDO2).',
    ],
    en: [
      'This passkey cannot open a vault.',
      'Use the passphrase, or another key (a recent Windows Hello, a FIDO2 security key).',
    ],
  },
  'vault/damaged-record': {
    fr: [
      'Un enregistrement du coffre est endommagé.',
      'Rien n’est envoyé à partir de lui. Refaites l’aperçu à partir du fichier d’origine.',
    ],
    en: ['A record of the vault is damaged.', 'Nothing is sent from it. Preview again from the original file.'],
  },
  'office/join-required': {
    fr: ['Ce poste n’a pas encore rejoint le bureau.', 'Entrez la phrase de passe du bureau avant d’envoyer.'],
    en: ['This workstation has not joined the office yet.', 'Enter the office passphrase before sending.'],
  },
  'office/wrong-passphrase': {
    fr: ['Cette phrase de passe n’est pas celle du bureau.', 'Demandez-la à la personne qui a créé le bureau.'],
    en: ['This is not the passphrase of the office.', 'Ask the person who created the office.'],
  },
  'office/already-exists': {
    fr: [
      'Un bureau existe déjà dans GEM-BOOKS.',
      'Rejoignez-le avec sa phrase de passe plutôt que d’en créer un autre.',
    ],
    en: ['An office already exists in GEM-BOOKS.', 'Join it with its passphrase rather than create another.'],
  },
  'office/changed-elsewhere': {
    fr: ['Un autre poste vient de changer ce bureau.', 'Rien n’a été changé ici. Recommencez.'],
    en: ['Another workstation has just changed this office.', 'Nothing was changed here. Start again.'],
  },
  'office/not-found': {
    fr: ['Aucun bureau n’a été trouvé dans GEM-BOOKS.', 'Créez un nouveau bureau sur ce poste.'],
    en: ['No office was found in GEM-BOOKS.', 'Create a new office on this workstation.'],
  },
  'office/unreadable-file': {
    fr: [
      'Ce fichier n’est pas celui d’un bureau, ou il est abîmé.',
      'Exportez-le de nouveau depuis Configurations, sur un poste qui fait déjà partie du bureau.',
    ],
    en: [
      'This file is not an office file, or it is damaged.',
      'Export it again from Settings, on a workstation that belongs to the office already.',
    ],
  },
  'office/newer-version': {
    fr: [
      'Ce fichier de bureau vient d’une version plus récente.',
      'Mettez à jour cette page, puis reprenez le fichier.',
    ],
    en: ['This office file comes from a newer version.', 'Update this page, then take the file again.'],
  },
  'office/another-office': {
    fr: [
      'Ce fichier est celui d’un autre bureau.',
      'Rien n’a été changé ici. Choisissez le fichier du bureau que GEM-BOOKS connaît.',
    ],
    en: [
      'This file belongs to another office.',
      'Nothing was changed here. Choose the file of the office that GEM-BOOKS knows.',
    ],
  },
  'office/damaged': {
    fr: [
      'La clé du bureau gardée par GEM-BOOKS est endommagée.',
      'N’envoyez rien ; refaites-la depuis un poste qui fait déjà partie du bureau.',
    ],
    en: [
      'The office key kept by GEM-BOOKS is damaged.',
      'Send nothing; restore it from a workstation that already belongs to the office.',
    ],
  },
  'storage/quota': {
    fr: [
      'Il ne reste plus assez d’espace sur ce poste.',
      'Libérez de l’espace disque, puis réessayez. Rien n’a été perdu.',
    ],
    en: [
      'There is not enough space left on this workstation.',
      'Free some disk space, then try again. Nothing was lost.',
    ],
  },
  'storage/blocked': {
    fr: [
      'Un autre onglet retient une ancienne version des données.',
      'Fermez les autres onglets d’Impôt Sync, puis rechargez celui-ci.',
    ],
    en: ['Another tab holds an older version of the data.', 'Close the other Impôt Sync tabs, then reload this one.'],
  },
  'storage/newer-version': {
    fr: [
      'Les données de ce poste viennent d’une version plus récente.',
      'Rechargez la page pour obtenir la version à jour.',
    ],
    en: ['The data of this workstation comes from a newer version.', 'Reload the page to get the current version.'],
  },
  'storage/pack-in-use': {
    fr: ['Un autre onglet prépare déjà ce lot.', 'Attendez qu’il termine, ou fermez-le.'],
    en: ['Another tab is already preparing this batch.', 'Wait until it ends, or close it.'],
  },
  'storage/missing-document': {
    fr: [
      'Un document scellé a disparu de ce poste.',
      'Le navigateur a pu effacer ses données : déposez de nouveau le même .zip.',
    ],
    en: [
      'A sealed document is gone from this workstation.',
      'The browser may have erased its data: drop the same .zip again.',
    ],
  },
  'storage/folder-unavailable': {
    fr: [
      'Le dossier choisi ne peut plus être écrit.',
      'Vérifiez que le lecteur du bureau est branché, puis choisissez le dossier de nouveau. Rien n’est perdu.',
    ],
    en: [
      'The chosen folder can no longer be written to.',
      'Check that the office’s drive is connected, then choose the folder again. Nothing is lost.',
    ],
  },
  'worker/crashed': {
    fr: [
      'Le traitement s’est arrêté de façon inattendue.',
      'Refaites l’aperçu ; si cela se répète, divisez le fichier.',
    ],
    en: ['The processing stopped unexpectedly.', 'Preview again; if it happens again, split the file.'],
  },
  'worker/aborted': {
    fr: ['Le traitement a été annulé.', 'Rien n’est parti. Refaites l’aperçu quand vous voulez.'],
    en: ['The processing was cancelled.', 'Nothing left. Preview again when you like.'],
  },
  'api/offline': {
    fr: ['Ce poste est hors ligne.', 'Continuez : les envois attendent ici et partiront au retour du réseau.'],
    en: ['This workstation is offline.', 'Carry on: items wait here and leave when the network returns.'],
  },
  'api/proxy-unreachable': {
    fr: ['Le serveur qui héberge cette page ne répond pas.', 'Vérifiez le réseau du bureau, puis réessayez.'],
    en: ['The server that hosts this page does not answer.', 'Check the office network, then try again.'],
  },
  'api/upstream-unreachable': {
    fr: [
      'Le serveur du bureau ne joint pas GEM-BOOKS.',
      'Demandez au responsable informatique de vérifier l’adresse de GEM-BOOKS dans le serveur mandataire.',
    ],
    en: ['The office server cannot reach GEM-BOOKS.', 'Ask the IT person to check the GEM-BOOKS address in the proxy.'],
  },
  'api/upstream-dns': {
    fr: [
      'Le serveur du bureau ne connaît pas l’adresse de GEM-BOOKS (DNS).',
      'Demandez au responsable informatique de vérifier le nom de GEM-BOOKS et le DNS dans le serveur mandataire.',
    ],
    en: [
      'The office server does not know the address of GEM-BOOKS (DNS).',
      'Ask the IT person to check the GEM-BOOKS name and the DNS in the proxy.',
    ],
  },
  'api/upstream-tls': {
    fr: [
      'Le serveur du bureau n’accepte pas le certificat de GEM-BOOKS (TLS).',
      'N’envoyez rien d’une autre façon. Demandez au responsable informatique de vérifier le certificat et l’horloge du serveur.',
    ],
    en: [
      'The office server does not accept the certificate of GEM-BOOKS (TLS).',
      'Send nothing another way. Ask the IT person to check the certificate and the clock of the server.',
    ],
  },
  'api/upstream-timeout': {
    fr: [
      'GEM-BOOKS n’a pas répondu à temps au serveur du bureau.',
      'Continuez : les envois attendent ici et repartent d’eux-mêmes. Si cela dure, prévenez GEM-BOOKS.',
    ],
    en: [
      'GEM-BOOKS did not answer the office server in time.',
      'Carry on: items wait here and leave by themselves. If it lasts, tell GEM-BOOKS.',
    ],
  },
  'api/unauthorized': {
    fr: [
      'GEM-BOOKS refuse la clé (401).',
      'Copiez de nouveau la clé depuis GEM-BOOKS : Paramètres, Configurations, onglet API.',
    ],
    en: ['GEM-BOOKS refuses the key (401).', 'Copy the key again from GEM-BOOKS: Settings, Configurations, API tab.'],
  },
  'api/forbidden': {
    fr: [
      'Cette clé n’a pas les droits voulus (403).',
      'Demandez à l’administrateur de GEM-BOOKS de lui donner accès aux clients et aux documents.',
    ],
    en: [
      'This key lacks the needed rights (403).',
      'Ask the GEM-BOOKS administrator to give it access to clients and documents.',
    ],
  },
  'api/wrong-address': {
    fr: [
      'L’adresse ne mène pas à l’API de GEM-BOOKS (404).',
      'Vérifiez l’adresse configurée dans le serveur du bureau.',
    ],
    en: ['The address does not lead to the GEM-BOOKS API (404).', 'Check the address configured in the office server.'],
  },
  'api/missing-capability': {
    fr: ['Ce GEM-BOOKS n’offre pas cette fonction.', 'La partie documentée fonctionne ; le reste attend l’extension.'],
    en: [
      'This GEM-BOOKS does not offer this function.',
      'The documented part works; the rest waits for the extension.',
    ],
  },
  'api/clock-skew': {
    fr: [
      'L’horloge de ce poste n’est pas à l’heure.',
      'Réglez la date et l’heure : elles figurent au journal et aux signatures.',
    ],
    en: ['The clock of this workstation is wrong.', 'Set date and time: they go into the journal and the signatures.'],
  },
  'api/server-error': {
    fr: [
      'GEM-BOOKS a répondu par une erreur.',
      'L’envoi sera repris de lui-même ; si cela dure, prévenez le soutien de GEM-BOOKS.',
    ],
    en: ['GEM-BOOKS answered with an error.', 'It is tried again by itself; if it lasts, tell GEM-BOOKS support.'],
  },
  'api/unexpected-answer': {
    fr: [
      'GEM-BOOKS a répondu autrement que prévu.',
      'Vérifiez la connexion ; si cela se répète, prévenez le soutien de GEM-BOOKS.',
    ],
    en: [
      'GEM-BOOKS answered in an unexpected way.',
      'Check the connection; if it happens again, tell GEM-BOOKS support.',
    ],
  },
  'naming/unknown-token': {
    fr: [
      'Ce jeton n’existe pas dans une nomenclature.',
      'Choisissez les jetons dans la liste : numéro, nom, prénom, année, document.',
    ],
    en: ['There is no such naming token.', 'Pick tokens from the list: number, last name, first name, year, document.'],
  },
  'naming/names-nobody': {
    fr: ['Cette nomenclature ne nomme personne.', 'Ajoutez un jeton de NAS, de numéro de client ou de nom de famille.'],
    en: ['This naming names nobody.', 'Add a token for the SIN, the client number or the last name.'],
  },
  'package/not-written': {
    fr: [
      'Le paquet n’a pas pu être écrit.',
      'Rien n’est marqué exporté. Choisissez un autre dossier, ou vérifiez que le disque est là et qu’il a de la place, puis recommencez.',
    ],
    en: [
      'The package could not be written.',
      'Nothing is marked as exported. Choose another folder, or check that the disk is there and has room, then try again.',
    ],
  },
  'naming/ambiguous': {
    fr: [
      'Deux jetons de texte se suivent sans rien entre eux.',
      'Mettez un séparateur entre eux : espace, tiret ou virgule.',
    ],
    en: [
      'Two text tokens follow one another with nothing between.',
      'Put a separator between them: space, dash or comma.',
    ],
  },
  'batch/source-changed': {
    fr: [
      'Le fichier a changé depuis l’aperçu.',
      'Refaites l’aperçu : « Importer » vaut pour les octets que vous avez vus.',
    ],
    en: ['The file changed since the preview.', 'Preview again: “Import” stands for the bytes you saw.'],
  },
  'batch/nothing-to-import': {
    fr: ['Il n’y a rien à importer.', 'Confirmez ou associez au moins une ligne.'],
    en: ['There is nothing to import.', 'Confirm or assign at least one row.'],
  },
  'batch/no-recipient': {
    fr: [
      'Ce document n’a personne à qui partir : une adresse ou un signataire manque.',
      'Complétez la fiche du client, synchronisez-la, puis déposez de nouveau le document.',
    ],
    en: [
      'This document has nobody to go to: an address or a signer is missing.',
      'Complete the client’s record, synchronise it, then drop the document again.',
    ],
  },
  'batch/preview-stale': {
    fr: ['L’aperçu n’est plus à jour.', 'Refaites l’aperçu avant d’importer.'],
    en: ['The preview is out of date.', 'Preview again before importing.'],
  },
  'internal/unexpected': {
    fr: [
      'Une erreur imprévue est survenue.',
      'Rien n’a été envoyé par cette action. Rechargez la page et recommencez.',
    ],
    en: ['An unexpected error occurred.', 'This action sent nothing. Reload the page and start again.'],
  },
} satisfies Record<ErrorCode, Record<Language, Words>>;

export function errorText(error: AppError, language: Language): ErrorText {
  const [what, todo] = TEXTS[error.code][language] as Words;
  if (error.code !== 'import/wrong-kind') return { what, todo };
  return wrongKindText(String(error.details?.['found']), language) ?? { what, todo };
}

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(TEXTS, code);
