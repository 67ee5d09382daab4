import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { KeySlot } from '../core/vault/key-slot';
import type { Database } from './database';
import { attempt } from './storage-error';

/** The ways into this workstation's vault. Holds wrapped keys only. */
export class KeySlotRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  all(): Promise<Result<readonly KeySlot[]>> {
    return attempt(() => this.#database.keySlots.toArray());
  }

  /** The first slot of a new vault. `vault/already-exists` when another tab made one first: its key must not be lost. */
  async create(slot: KeySlot): Promise<Result<null>> {
    const created = await attempt(() =>
      this.#database.transaction('rw', this.#database.keySlots, async () => {
        if ((await this.#database.keySlots.count()) > 0) return false;
        await this.#database.keySlots.add(slot);
        return true;
      }),
    );
    if (!created.ok) return created;
    return created.value ? ok(null) : err(appError('vault/already-exists'));
  }

  /** A passkey or a profile beside what is there. */
  async add(slot: KeySlot): Promise<Result<null>> {
    const added = await attempt(() => this.#database.keySlots.add(slot));
    return added.ok ? ok(null) : added;
  }

  /** A changed passphrase: the new slot in, the old one out, or neither. */
  async replace(old: string, slot: KeySlot): Promise<Result<null>> {
    return attempt(() =>
      this.#database.transaction('rw', this.#database.keySlots, async () => {
        await this.#database.keySlots.add(slot);
        await this.#database.keySlots.delete(old);
        return null;
      }),
    );
  }

  /** A passkey that is no longer trusted. The last passphrase stays: without it a lost authenticator loses the vault. */
  async removePasskey(id: string): Promise<Result<null>> {
    return attempt(() =>
      this.#database.transaction('rw', this.#database.keySlots, async () => {
        const slot = await this.#database.keySlots.get(id);
        if (slot?.kind === 'prf') await this.#database.keySlots.delete(id);
        return null;
      }),
    );
  }
}
