import type { BatchId } from '../core/ids';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Database } from './database';
import { attempt } from './storage-error';

const ERASED = new Uint8Array(0);

/** The record of each confirmation, and the wrapped key on which all that it sealed depends. */
export class BatchRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** For the keyring: `null` when unknown or erased. Throws as Dexie does. */
  readonly wrappedKeyOf = async (batch: BatchId): Promise<Uint8Array<ArrayBuffer> | null> => {
    const record = await this.#database.batches.get(batch);
    return record === undefined || record.state === 'erased' ? null : record.wrappedKey;
  };

  /** Erases the batch's key: its entries and documents stay as bytes that nothing opens. The record stays as proof. */
  async eraseKey(batch: BatchId): Promise<Result<null>> {
    const erased = await attempt(() => this.#database.batches.update(batch, { wrappedKey: ERASED, state: 'erased' }));
    return erased.ok ? ok(null) : erased;
  }
}
