import type { LayoutErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const LAYOUT_ERRORS = {
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
} satisfies Record<LayoutErrorCode, ErrorWords>;
