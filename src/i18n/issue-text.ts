import type { RowIssueCode } from '../core/clients/row-issue';
import type { DocumentIssueCode } from '../core/documents/document-row';
import type { Language } from '../core/language';

/** Exhaustive over the problems of one row of a client list. */
const ROW_ISSUES = {
  'sin-luhn': {
    fr: 'Le NAS ne passe pas la vérification : un chiffre est sans doute faux.',
    en: 'The SIN fails its check: one digit is probably wrong.',
  },
  'sin-absent': { fr: 'NAS absent.', en: 'No SIN.' },
  'sin-malformed': { fr: 'Le NAS n’a pas neuf chiffres.', en: 'The SIN does not have nine digits.' },
  'sin-masked': {
    fr: 'Le NAS est masqué dans le fichier : le client est reconnu autrement.',
    en: 'The SIN is masked in the file: the client is recognized by other means.',
  },
  'sin-zero-restored': { fr: 'Zéro initial du NAS rétabli.', en: 'Leading zero of the SIN restored.' },
  'sin-duplicate': { fr: 'Une autre ligne porte le même NAS.', en: 'Another row has the same SIN.' },
  'bn-luhn': { fr: 'Le numéro d’entreprise ne passe pas la vérification.', en: 'The business number fails its check.' },
  'bn-malformed': {
    fr: 'Le numéro d’entreprise n’a pas neuf chiffres.',
    en: 'The business number does not have nine digits.',
  },
  'bn-zero-restored': {
    fr: 'Zéro initial du numéro d’entreprise rétabli.',
    en: 'Leading zero of the business number restored.',
  },
  'neq-malformed': {
    fr: 'Le NEQ n’a pas dix chiffres commençant par 11, 22, 33 ou 88.',
    en: 'The NEQ does not have ten digits that start with 11, 22, 33 or 88.',
  },
  'trust-account-malformed': {
    fr: 'Le numéro de fiducie n’est pas un T suivi de huit chiffres.',
    en: 'The trust number is not a T followed by eight digits.',
  },
  'name-missing': { fr: 'Le nom manque.', en: 'The name is missing.' },
  'email-malformed': { fr: 'Le courriel est mal formé.', en: 'The e-mail is malformed.' },
  'email-missing': {
    fr: 'Pas de courriel : voie « Papier / au bureau ».',
    en: 'No e-mail: “Paper / at the office” lane.',
  },
  'email-several': {
    fr: 'Plusieurs courriels dans la cellule : le premier est retenu.',
    en: 'Several e-mails in the cell: the first is kept.',
  },
  'email-tidied': {
    fr: 'Espaces ou point final retirés du courriel.',
    en: 'Spaces or a final full stop were taken off the e-mail.',
  },
  'email-doubtful': {
    fr: 'Le courriel a l’air d’une faute de frappe : vérifiez la fin de l’adresse.',
    en: 'The e-mail looks like a typing slip: check the end of the address.',
  },
  'email-shared': {
    fr: 'Le courriel sert à plusieurs personnes : une seule invitation, chacune aura son second facteur.',
    en: 'The e-mail serves several people: one invitation, each with their own second factor.',
  },
  'email-replaced': {
    fr: 'Le courriel diffère de celui de GEM-BOOKS : tant que personne ne choisit, il n’est pas changé et les enveloppes de ce client sont retenues.',
    en: 'The e-mail differs from the one in GEM-BOOKS: until someone chooses, it is not changed and this client’s envelopes are held.',
  },
  'phone-malformed': {
    fr: 'Le téléphone est mal formé et sera laissé tel quel.',
    en: 'The phone number is malformed and left as it is.',
  },
  'postal-code-malformed': { fr: 'Le code postal est mal formé.', en: 'The postal code is malformed.' },
  'date-malformed': { fr: 'La date ne se lit pas.', en: 'The date cannot be read.' },
  'postal-code-restored': {
    fr: 'Un chiffre du code postal était écrit comme une lettre (O, I ou L) : il a été rétabli.',
    en: 'A digit of the postal code was written as a letter (O, I or L): it was restored.',
  },
  'year-end-malformed': {
    fr: 'La fin d’exercice ne se lit pas.',
    en: 'The year-end cannot be read.',
  },
  'marital-status-unknown': { fr: 'État civil inconnu.', en: 'Unknown marital status.' },
  deceased: {
    fr: 'Client décédé : son représentant signera. Aucune invitation ne part à son propre courriel.',
    en: 'Deceased client: the representative signs. No invitation goes to the client’s own e-mail.',
  },
  'dependant-not-invited': {
    fr: 'Personne à charge mineure, ou sans courriel à elle : sa fiche est créée, mais elle n’est pas invitée.',
    en: 'Dependant who is a minor or has no e-mail of their own: the record is created, without an invitation.',
  },
  'language-unknown': { fr: 'Langue inconnue : le français est employé.', en: 'Unknown language: French is used.' },
  'manager-unknown': {
    fr: 'Ce chargé de compte n’existe pas dans GEM-BOOKS.',
    en: 'This account manager does not exist in GEM-BOOKS.',
  },
  'code-taken': {
    fr: 'Le numéro de client est déjà pris : un nouveau code sera donné.',
    en: 'The client number is taken: a new code will be given.',
  },
  'duplicate-row': {
    fr: 'La même personne figure deux fois dans le fichier.',
    en: 'The same person appears twice in the file.',
  },
  'merged-row': {
    fr: 'Ligne fusionnée dans une autre du fichier.',
    en: 'Row merged into another one of the file.',
  },
  'near-name': {
    fr: 'Un client de GEM-BOOKS porte un nom presque pareil.',
    en: 'A GEM-BOOKS client has nearly the same name.',
  },
  'several-matches': { fr: 'Plusieurs clients de GEM-BOOKS correspondent.', en: 'Several GEM-BOOKS clients match.' },
  'household-inherited': {
    fr: 'Nom ou adresse repris du chef de famille.',
    en: 'Name or address taken from the head of the family.',
  },
} satisfies Record<RowIssueCode, Record<Language, string>>;

/** Exhaustive over what must be said of a document before sending it. */
const DOCUMENT_ISSUES = {
  'wrong-year': {
    fr: 'L’année du document n’est pas celle que vous avez choisie.',
    en: 'The year of the document is not the one you chose.',
  },
  'wrong-form': { fr: 'Ce n’est pas le type de document choisi.', en: 'This is not the type of document chosen.' },
  'year-unknown': {
    fr: 'L’année n’a pas été trouvée dans le document.',
    en: 'The year was not found in the document.',
  },
  'form-unknown': { fr: 'Le formulaire n’a pas été reconnu.', en: 'The form was not recognized.' },
  'no-text': {
    fr: 'Le document est une image sans texte : rien ne peut y être vérifié.',
    en: 'The document is an image without text: nothing in it can be checked.',
  },
  unplaced: {
    fr: 'La place de la signature n’est pas connue : il faut la placer avant d’envoyer.',
    en: 'The place of the signature is unknown: it must be placed before sending.',
  },
  'position-to-validate': {
    fr: 'Position à valider : ce gabarit n’a pas encore été vérifié sur un vrai formulaire.',
    en: 'Position to validate: this layout was not checked on a real form yet.',
  },
  'decrypted-copy': {
    fr: 'Ouvert par le mot de passe du lot : une copie déchiffrée sera envoyée, et non le fichier lui-même.',
    en: 'Opened with the batch’s password: a decrypted copy is sent, not the file itself.',
  },
  'changes-forbidden': {
    fr: 'Les droits du fichier interdisent d’y ajouter des champs (mot de passe du propriétaire). C’est à vous d’en décider, au-dessus de la liste.',
    en: 'The file’s rights forbid adding fields to it (owner password). It is yours to decide, above the list.',
  },
  'consultation-copy': {
    fr: 'Copie dérivée, pour consultation : les pages internes du bureau en sont retirées, et rien n’y est à signer.',
    en: 'Derived copy, for consultation: the office’s internal pages are left out of it, and nothing is to be signed on it.',
  },
  'already-signed': {
    fr: 'Le document porte déjà une signature numérique : il part tel quel.',
    en: 'The document already carries a digital signature: it leaves untouched.',
  },
  'internal-page': {
    fr: 'Une page interne du bureau s’y trouve : elle ne doit pas atteindre le client.',
    en: 'It holds an internal page of the office: it must not reach the client.',
  },
  'duplicate-in-batch': {
    fr: 'Le même document figure deux fois dans ce lot.',
    en: 'The same document appears twice in this batch.',
  },
  'version-elsewhere': {
    fr: 'Un autre fichier du lot montre la même déclaration de ce client, et son nom ne permet pas de l’associer.',
    en: 'Another file of the batch shows the same return of this client, and its name does not allow a match.',
  },
  'number-disputed': {
    fr: 'Des documents du lot ne s’accordent pas sur le NAS de ce client, ou donnent le même à un autre.',
    en: 'Documents of the batch disagree on this client’s SIN, or give the same one to another client.',
  },
  'no-email': {
    fr: 'Le client n’a pas de courriel : voie « Papier / au bureau ».',
    en: 'The client has no e-mail: “Paper / at the office” lane.',
  },
  'email-held': {
    fr: 'Retenu : la liste de clients remplacerait ce courriel et personne n’a dit lequel garder. Décidez dans Synchronisation clients, importez, puis refaites cet aperçu.',
    en: 'Held: the client list would replace this e-mail and nobody said which one stands. Decide in Client synchronization, import, then preview again.',
  },
  'shared-email': {
    fr: 'Le courriel sert à plusieurs personnes : chacune aura sa propre enveloppe.',
    en: 'The e-mail serves several people: each gets their own envelope.',
  },
  'representative-unknown': {
    fr: 'Personne décédée ou mineure : indiquez dans la liste qui la représente (liquidateur, tuteur). Rien ne part à son propre courriel.',
    en: 'Deceased person or minor: say in the list who stands for them (liquidator, tutor). Nothing leaves for their own e-mail.',
  },
  'client-not-synchronised': {
    fr: 'Le client n’a pas encore été synchronisé avec GEM-BOOKS.',
    en: 'The client was not synchronized with GEM-BOOKS yet.',
  },
  'not-quebec': {
    fr: 'La déclaration de ce client dit qu’il n’habitait pas le Québec le 31 décembre : ce formulaire du Québec est-il voulu ?',
    en: 'This client’s return says they did not live in Quebec on December 31: is this Quebec form intended?',
  },
  'needs-new-signature': {
    fr: 'Le remboursement ou le solde a changé de plus de 300 $ depuis le T183 déjà envoyé : une nouvelle signature est requise.',
    en: 'The refund or balance changed by more than $300 since the T183 already sent: a new signature is required.',
  },
  'spouse-missing': {
    fr: 'Le document du conjoint n’est pas dans ce lot.',
    en: 'The spouse’s document is not in this batch.',
  },
} satisfies Record<DocumentIssueCode, Record<Language, string>>;

export const rowIssueText = (code: RowIssueCode, language: Language): string => ROW_ISSUES[code][language];

export const documentIssueText = (code: DocumentIssueCode, language: Language): string =>
  DOCUMENT_ISSUES[code][language];
