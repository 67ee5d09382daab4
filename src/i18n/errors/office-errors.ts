import type { OfficeErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const OFFICE_ERRORS = {
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
} satisfies Record<OfficeErrorCode, ErrorWords>;
