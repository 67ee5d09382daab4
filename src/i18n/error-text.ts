import type { AppError, ErrorCode } from '../core/app-error';
import type { Language } from '../core/language';
import { API_ERRORS } from './errors/api-errors';
import { ARCHIVE_ERRORS } from './errors/archive-errors';
import { BATCH_ERRORS } from './errors/batch-errors';
import { IMPORT_ERRORS } from './errors/import-errors';
import { LAYOUT_ERRORS } from './errors/layout-errors';
import { MAPPING_ERRORS } from './errors/mapping-errors';
import { NAMING_ERRORS } from './errors/naming-errors';
import { OFFICE_ERRORS } from './errors/office-errors';
import { PACKAGE_ERRORS } from './errors/package-errors';
import { PDF_ERRORS } from './errors/pdf-errors';
import { STORAGE_ERRORS } from './errors/storage-errors';
import { VAULT_ERRORS } from './errors/vault-errors';
import { WORKER_ERRORS } from './errors/worker-errors';
import type { ErrorText, ErrorWords } from './errors/error-words';
import { wrongKindText } from './wrong-kind-text';

/** Exhaustive: an error code without words in both languages does not compile. */
const TEXTS = {
  ...IMPORT_ERRORS,
  ...MAPPING_ERRORS,
  ...LAYOUT_ERRORS,
  ...ARCHIVE_ERRORS,
  ...PDF_ERRORS,
  ...VAULT_ERRORS,
  ...OFFICE_ERRORS,
  ...STORAGE_ERRORS,
  ...WORKER_ERRORS,
  ...API_ERRORS,
  ...NAMING_ERRORS,
  ...PACKAGE_ERRORS,
  ...BATCH_ERRORS,
  'internal/unexpected': {
    fr: [
      'Une erreur imprévue est survenue.',
      'Rien n’a été envoyé par cette action. Rechargez la page et recommencez.',
    ],
    en: ['An unexpected error occurred.', 'This action sent nothing. Reload the page and start again.'],
  },
} satisfies Record<ErrorCode, ErrorWords>;

export function errorText(error: AppError, language: Language): ErrorText {
  const [what, todo] = TEXTS[error.code][language];
  if (error.code !== 'import/wrong-kind') return { what, todo };
  return wrongKindText(String(error.details?.['found']), language) ?? { what, todo };
}

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(TEXTS, code);
