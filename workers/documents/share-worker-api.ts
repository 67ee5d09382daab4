import type { DeliveredBefore, DocumentOptions } from '../../src/core/documents/document-row';
import type { KnownNumber } from '../../src/core/documents/known-numbers';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import type { OfficeLayout } from '../../src/core/forms/office-layout';
import type { PlacedField } from '../../src/core/forms/placed-field';
import type { BatchId, RowId } from '../../src/core/ids';
import type { Result } from '../../src/core/result';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import type { UnsourcedItem } from './batch-item';
import type { PreparedShare, Preparing } from './prepare-share';
import type { Reading } from './read-share';

/** What every share of a batch is done with. */
interface ShareOfBatch {
  /** Cloned by reference. */
  readonly files: readonly File[];
  /** Compiled once, by the documents worker. */
  readonly pdfium: WebAssembly.Module;
  readonly options: DocumentOptions;
}

export interface ReadShare extends ShareOfBatch {
  readonly keys: WorkerKeys;
  readonly directory: ClientDirectoryImage;
  readonly numbers: readonly KnownNumber[];
  readonly delivered: ReadonlyMap<string, DeliveredBefore>;
  readonly officeLayouts: readonly OfficeLayout[];
  readonly consents: readonly SpouseConsent[];
  readonly placed: ReadonlyMap<RowId, readonly PlacedField[]>;
  readonly despiteRights: boolean;
  readonly readings: readonly Omit<Reading, 'source'>[];
}

export interface PrepareShare extends ShareOfBatch {
  readonly batch: BatchId;
  /** The pack's number within the batch: no two shares write into one. */
  readonly pack: number;
  readonly batchKey: CryptoKey;
  readonly deliveryKey: CryptoKey;
  readonly documents: readonly (Omit<Preparing, 'item'> & { readonly item: UnsourcedItem })[];
}

/** A worker beneath the documents worker (its own script again): a share of a large batch, then it is ended. */
export interface ShareWorkerApi {
  read(share: ReadShare, onRead: (at: number) => void): Promise<Result<readonly UnsourcedItem[]>>;
  prepare(share: PrepareShare, onPrepared: (at: number) => void): Promise<Result<PreparedShare>>;
}
