import type { BatchId, DocumentId } from '../ids';
import type { Result } from '../result';
import type { Sealer } from '../sealing';

/**
 * What can be opened right now: every batch while the vault is open, only those that were running when it was locked
 * afterwards, none after a restart until it is unlocked. The store asks; the vault's keyring answers.
 */
export interface BatchKeys {
  /** `null` while locked, or when the batch is unknown or erased. Never await it inside a transaction. */
  sealerFor(batch: BatchId): Promise<Sealer | null>;
  /** Errors: `vault/locked`, `vault/damaged-record`. */
  openDocument(
    batch: BatchId,
    document: DocumentId,
    wrappedKey: Uint8Array<ArrayBuffer>,
    sealed: Uint8Array<ArrayBuffer>,
  ): Promise<Result<Uint8Array<ArrayBuffer>>>;
}
