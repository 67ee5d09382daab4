import type { MappingErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const MAPPING_ERRORS = {
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
} satisfies Record<MappingErrorCode, ErrorWords>;
