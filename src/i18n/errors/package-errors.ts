import type { PackageErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const PACKAGE_ERRORS = {
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
} satisfies Record<PackageErrorCode, ErrorWords>;
