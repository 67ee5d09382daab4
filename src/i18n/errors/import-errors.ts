import type { ImportErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const IMPORT_ERRORS = {
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
} satisfies Record<ImportErrorCode, ErrorWords>;
