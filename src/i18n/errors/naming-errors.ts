import type { NamingErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const NAMING_ERRORS = {
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
} satisfies Record<NamingErrorCode, ErrorWords>;
