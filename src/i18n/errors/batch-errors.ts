import type { BatchErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const BATCH_ERRORS = {
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
} satisfies Record<BatchErrorCode, ErrorWords>;
