/**
 * Every error the product can show, as `area/kebab` literals. Each needs French and English words in
 * `src/i18n/errors`, or the build fails there: the words live with the languages, not with the code that fails.
 */
export type ErrorCode =
  | ImportErrorCode
  | ArchiveErrorCode
  | PdfErrorCode
  | VaultErrorCode
  | OfficeErrorCode
  | StorageErrorCode
  | WorkerErrorCode
  | ApiErrorCode
  | BatchErrorCode
  | MappingErrorCode
  | LayoutErrorCode
  | NamingErrorCode
  | PackageErrorCode
  | 'internal/unexpected';

export type ImportErrorCode =
  | 'import/wrong-kind'
  | 'import/empty-file'
  | 'import/unreadable-csv'
  | 'import/unreadable-xlsx'
  | 'import/workbook-password'
  | 'import/no-known-header'
  | 'import/no-rows'
  | 'import/return-not-list'
  | 'import/contacts-export'
  | 'import/mixed-list';

export type ArchiveErrorCode =
  | 'archive/not-a-zip'
  | 'archive/truncated'
  | 'archive/empty'
  | 'archive/no-pdf'
  | 'archive/too-many-entries'
  | 'archive/entry-too-large'
  | 'archive/ratio-bomb'
  | 'archive/unsafe-name'
  | 'archive/damaged-entry'
  | 'archive/needs-password'
  | 'archive/wrong-password'
  | 'archive/unsupported-method'
  | 'archive/unsupported-encryption'
  | 'archive/inconsistent'
  | 'archive/multi-volume'
  | 'archive/nested-archive'
  | 'archive/overlapping-entry';

export type PdfErrorCode =
  | 'pdf/empty-file'
  | 'pdf/not-a-pdf'
  | 'pdf/damaged'
  | 'pdf/needs-password'
  | 'pdf/wrong-password'
  | 'pdf/locked-signed'
  | 'pdf/xfa'
  | 'pdf/rewritten'
  | 'pdf/check-failed'
  | 'pdf/clear-metadata'
  | 'pdf/too-slow'
  | 'pdf/no-such-page';

export type VaultErrorCode =
  | 'vault/passphrase-too-short'
  | 'vault/passphrases-differ'
  | 'vault/wrong-passphrase'
  | 'vault/locked'
  | 'vault/already-exists'
  | 'vault/damaged-record'
  | 'vault/passkey-refused'
  | 'vault/passkey-no-prf';

export type OfficeErrorCode =
  | 'office/join-required'
  | 'office/wrong-passphrase'
  | 'office/already-exists'
  | 'office/not-found'
  | 'office/changed-elsewhere'
  | 'office/damaged'
  | 'office/unreadable-file'
  | 'office/newer-version'
  | 'office/another-office';

export type StorageErrorCode =
  | 'storage/quota'
  | 'storage/blocked'
  | 'storage/newer-version'
  | 'storage/pack-in-use'
  | 'storage/missing-document'
  /** A folder of the office's drive can no longer be written to. */
  | 'storage/folder-unavailable';

export type WorkerErrorCode = 'worker/crashed' | 'worker/aborted';

export type ApiErrorCode =
  | 'api/offline'
  | 'api/proxy-unreachable'
  | 'api/upstream-unreachable'
  | 'api/upstream-dns'
  | 'api/upstream-tls'
  | 'api/upstream-timeout'
  | 'api/unauthorized'
  | 'api/forbidden'
  | 'api/wrong-address'
  | 'api/missing-capability'
  | 'api/clock-skew'
  | 'api/server-error'
  | 'api/unexpected-answer';

export type MappingErrorCode = 'mapping/unreadable-file' | 'mapping/newer-version';

export type LayoutErrorCode =
  'layout/unreadable-file' | 'layout/newer-version' | 'layout/outside-page' | 'layout/form-unknown' | 'layout/no-form';

/** The office's own nomenclature. */
export type NamingErrorCode = 'naming/unknown-token' | 'naming/names-nobody' | 'naming/ambiguous';

/** The package of envelopes to put in GEM-BOOKS by hand. */
export type PackageErrorCode = 'package/not-written';

export type BatchErrorCode =
  'batch/source-changed' | 'batch/nothing-to-import' | 'batch/preview-stale' | 'batch/no-recipient';

/** `details` are counts, kinds and limits for the message; never a taxpayer's data. */
export interface AppError {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

export const appError = (code: ErrorCode, details?: AppError['details']): AppError =>
  details === undefined ? { code } : { code, details };
