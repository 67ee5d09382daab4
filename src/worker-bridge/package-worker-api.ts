import type { SealedDocument } from '../core/documents/prepared-document';
import type { DocumentId } from '../core/ids';
import type { Result } from '../core/result';

export interface PackageEntry {
  readonly path: string;
  readonly sealed: SealedDocument;
  /** What the opened PDF must be: SHA-256, lower-case hex. */
  readonly sha256: string;
}

export interface PackageRequest {
  /** Unwraps each document's own key. */
  readonly batchKey: CryptoKey;
  readonly documents: readonly PackageEntry[];
  /** Written last, in their order. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** Where the archive goes; without it, it comes back as a blob. */
  readonly target: FileSystemFileHandle | null;
}

/** `workers/package.worker.ts`. One PDF is in memory at a time. */
export interface PackageWorkerApi {
  /**
   * `sealedBytes` reads what lies in IndexedDB (pack `idb`), which no worker opens. Errors: `storage/…`,
   * `vault/damaged-record`, `package/not-written`; nothing is left of a target that could not be finished.
   */
  write(
    request: PackageRequest,
    sealedBytes: (document: DocumentId) => Promise<Result<Uint8Array<ArrayBuffer>>>,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<{ readonly blob: Blob | null; readonly size: number }>>;
}
