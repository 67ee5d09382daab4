import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { Sealer } from '../core/sealing';
import type { Database } from './database';
import { openJsonWith, sealJsonWith } from './sealed-json';
import { attempt } from './storage-error';

const context = (name: string): string => `setting:${name}`;

/** Sealed settings by name: the API key, the office key, column mappings. Names are ours (`api-key`), never a person's. */
export class SettingsRepository {
  readonly #database: Database;
  readonly #sealer: () => Sealer | null;

  constructor(database: Database, sealer: () => Sealer | null) {
    this.#database = database;
    this.#sealer = sealer;
  }

  /** `null` when never set. Errors: `vault/locked`, `vault/damaged-record`, `storage/…`. */
  async getSealedJson<T>(name: string): Promise<Result<T | null>> {
    const sealer = this.#sealer();
    if (sealer === null) return err(appError('vault/locked'));
    const record = await attempt(() => this.#database.settings.get(name));
    if (!record.ok) return record;
    return record.value === undefined ? ok(null) : openJsonWith<T>(sealer, context(name), record.value.sealed);
  }

  async putSealedJson(name: string, value: unknown): Promise<Result<null>> {
    const sealer = this.#sealer();
    if (sealer === null) return err(appError('vault/locked'));
    const sealed = await sealJsonWith(sealer, context(name), value);
    const put = await attempt(() => this.#database.settings.put({ name, sealed }));
    return put.ok ? ok(null) : put;
  }

  async remove(name: string): Promise<Result<null>> {
    const removed = await attempt(() => this.#database.settings.delete(name));
    return removed.ok ? ok(null) : removed;
  }
}
