import type { BatchId } from '../core/ids';
import type { Sealer } from '../core/sealing';
import { BatchKeyring } from './batch-keyring';
import type { WrappedBatchKey } from './batch-keyring';
import { sealerOf } from './seal';
import type { VaultKeys } from './vault-key';

/**
 * What of the vault is in this page's memory, and what goes when. Open: everything. Locked: nothing, but for the keys of
 * batches still under way and the journal key they write their lines with; these go when the last one has settled.
 */
export class VaultSession {
  readonly batchKeys: BatchKeyring;
  #keys: VaultKeys | null = null;
  #journalKey: CryptoKey | null = null;

  constructor(wrappedKeyOf: WrappedBatchKey) {
    this.batchKeys = new BatchKeyring(wrappedKeyOf);
  }

  /** `null` while locked. */
  get keys(): VaultKeys | null {
    return this.#keys;
  }

  unlock(keys: VaultKeys): void {
    this.#keys = keys;
    this.#journalKey = keys.journalKey;
    this.batchKeys.unlock(keys.wrapKey);
  }

  /** `keep`: the batches still under way and those they depend on. Locked at once; resolves when their keys are held. */
  async lock(keep: ReadonlySet<BatchId>): Promise<void> {
    this.#keys = null;
    if (keep.size === 0) this.#journalKey = null;
    await this.batchKeys.lock(keep);
  }

  /** While locked, when the outbox has changed: drops the keys of batches that have settled since. No-op when open. */
  release(keep: ReadonlySet<BatchId>): void {
    if (this.#keys !== null) return;
    for (const batch of this.batchKeys.held()) if (!keep.has(batch)) this.batchKeys.forget(batch);
    if (keep.size === 0) this.#journalKey = null;
  }

  /** Seals clients and settings. */
  readonly sealer = (): Sealer | null => (this.#keys === null ? null : sealerOf(this.#keys.sealKey));

  readonly journalSealer = (): Sealer | null => (this.#journalKey === null ? null : sealerOf(this.#journalKey));
}
