import { appError } from '../core/app-error';
import type { BatchId, DocumentId } from '../core/ids';
import type { Result } from '../core/result';
import { err } from '../core/result';
import type { Sealer } from '../core/sealing';
import type { BatchKeys } from '../core/vault/batch-keys';
import { openBatchKey } from './batch-key';
import { openDocument } from './document-key';
import { sealerOf } from './seal';

/** The wrapped key in a batch's record, `null` when there is none (unknown, or erased). */
export type WrappedBatchKey = (batch: BatchId) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Unwrapped batch keys, in memory only. */
export class BatchKeyring implements BatchKeys {
  readonly #wrappedKeyOf: WrappedBatchKey;
  readonly #keys = new Map<BatchId, CryptoKey>();
  #vaultWrapKey: CryptoKey | null = null;

  constructor(wrappedKeyOf: WrappedBatchKey) {
    this.#wrappedKeyOf = wrappedKeyOf;
  }

  unlock(vaultWrapKey: CryptoKey): void {
    this.#vaultWrapKey = vaultWrapKey;
  }

  /** The key of a batch just made, before its record is written. */
  hold(batch: BatchId, key: CryptoKey): void {
    this.#keys.set(batch, key);
  }

  /**
   * Locked when it returns: nothing but the keys already held can be had. Then the keys of `running` batches (they go
   * on) are fetched if they were not held yet, and all others are dropped.
   */
  async lock(running: ReadonlySet<BatchId>): Promise<void> {
    const vaultWrapKey = this.#vaultWrapKey;
    this.#vaultWrapKey = null;
    for (const batch of this.#keys.keys()) if (!running.has(batch)) this.#keys.delete(batch);
    if (vaultWrapKey === null) return;
    for (const batch of running) {
      if (this.#keys.has(batch)) continue;
      const key = await this.#fetch(batch, vaultWrapKey);
      if (key !== null) this.#keys.set(batch, key);
    }
  }

  /** Called when a batch has settled while locked, or was erased: nothing of it opens any more. */
  forget(batch: BatchId): void {
    this.#keys.delete(batch);
  }

  /** Batches whose key is held now. */
  held(): readonly BatchId[] {
    return [...this.#keys.keys()];
  }

  /** The key itself, for the documents worker; `null` as in `sealerFor`. */
  async keyFor(batch: BatchId): Promise<CryptoKey | null> {
    const known = this.#keys.get(batch);
    if (known !== undefined) return known;
    const asked = this.#vaultWrapKey;
    if (asked === null) return null;
    const key = await this.#fetch(batch, asked);
    // Locked while we waited: a key that arrives late must not outlive the lock.
    if (key === null || this.#vaultWrapKey !== asked) return this.#keys.get(batch) ?? null;
    this.#keys.set(batch, key);
    return key;
  }

  async sealerFor(batch: BatchId): Promise<Sealer | null> {
    const key = await this.keyFor(batch);
    return key === null ? null : sealerOf(key);
  }

  async openDocument(
    batch: BatchId,
    document: DocumentId,
    wrappedKey: Uint8Array<ArrayBuffer>,
    sealed: Uint8Array<ArrayBuffer>,
  ): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const key = await this.keyFor(batch);
    return key === null ? err(appError('vault/locked')) : openDocument(sealed, wrappedKey, document, key);
  }

  async #fetch(batch: BatchId, vaultWrapKey: CryptoKey): Promise<CryptoKey | null> {
    const wrapped = await this.#wrappedKeyOf(batch);
    if (wrapped === null) return null;
    const key = await openBatchKey(vaultWrapKey, batch, wrapped);
    return key.ok ? key.value : null;
  }
}
