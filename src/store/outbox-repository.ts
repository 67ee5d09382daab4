import { Dexie } from 'dexie';
import type { BatchId, OutboxEntryId } from '../core/ids';
import type { OutboxCounts, SettlementEffects } from '../core/outbox/batch-draft';
import { isSettled } from '../core/outbox/is-settled';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import type { BatchKeys } from '../core/vault/batch-keys';
import type { Database } from './database';
import type { JournalRepository } from './journal-repository';
import { openedEntry, RUNNING_LANES, UNSETTLED_LANES } from './outbox-record';
import type { OutboxRecord } from './records';
import { saveEntry } from './save-entry';
import { attempt, StorageError, storageError } from './storage-error';

/** As in `sync/ports`. */
export interface StoredEntry {
  readonly entry: OutboxEntry;
  readonly revision: number;
}

/** Every entry that can be read now, and how many cannot (locked, or damaged): shown, never passed over in silence. */
export interface ReadEntries {
  readonly entries: readonly OutboxEntry[];
  readonly unreadable: number;
}

export interface OutboxParts {
  readonly database: Database;
  readonly keys: BatchKeys;
  readonly journal: JournalRepository;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The outbox: sealed entries under the keys of their batches. `OutboxStore` of the sync loop, and more. */
export class OutboxRepository {
  readonly #parts: OutboxParts;
  /** What was opened, by id: opening 10,000 entries at each change would be all that the page does. */
  readonly #opened = new Map<OutboxEntryId, StoredEntry>();
  #saving: Promise<unknown> = Promise.resolve();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Entries not settled whose batch key is at hand, oldest batch first. Throws `StorageError`. */
  async unsettled(): Promise<readonly StoredEntry[]> {
    const records = await this.#read(() => this.#parts.database.outbox.where('lane').anyOf(UNSETTLED_LANES).toArray());
    return (await this.#open(records)).toSorted(byAge);
  }

  async settled(ids: readonly OutboxEntryId[]): Promise<readonly OutboxEntry[]> {
    const records = await this.#read(() => this.#parts.database.outbox.bulkGet([...ids]));
    const found = await this.#open(records.filter((record) => record !== undefined));
    return found.map(({ entry }) => entry).filter((entry) => isSettled(entry.state));
  }

  /** Compare-and-set; saves of this tab queue up, those of other tabs meet in the transaction. Throws `StorageError`. */
  save(entry: OutboxEntry, expected: number, effects: SettlementEffects): Promise<number | null> {
    const saved = this.#saving.then(() => saveEntry(this.#parts, entry, expected, effects));
    this.#saving = saved.catch(() => null);
    return saved;
  }

  /** One entry, settled or not, with the revision to save it under; `null` when unknown or its key is not at hand. */
  async stored(id: OutboxEntryId): Promise<StoredEntry | null> {
    const record = await this.#read(() => this.#parts.database.outbox.get(id));
    return record === undefined ? null : ((await this.#open([record]))[0] ?? null);
  }

  /** For tracking, newest batch first, in the batch's order. */
  async all(): Promise<Result<ReadEntries>> {
    const records = await attempt(() => this.#parts.database.outbox.toArray());
    if (!records.ok) return records;
    const opened = (await this.#open(records.value)).toSorted(byAge);
    const entries = opened.map(({ entry }) => entry).toSorted((a, b) => b.createdAt - a.createdAt);
    return ok({ entries, unreadable: records.value.length - entries.length });
  }

  /** From the index alone: works while locked. */
  counts(): Promise<Result<OutboxCounts>> {
    const { outbox } = this.#parts.database;
    return attempt(() =>
      this.#parts.database.transaction('r', outbox, async () => ({
        pending: await outbox.where('lane').anyOf(RUNNING_LANES).count(),
        held: await outbox.where('lane').equals('held').count(),
        rejected: await outbox.where('lane').equals('rejected').count(),
        done: await outbox.where('lane').equals('done').count(),
      })),
    );
  }

  /** Batches that still have something to send by themselves. From the index alone: works while locked. */
  async runningBatches(): Promise<Result<ReadonlySet<BatchId>>> {
    const { outbox } = this.#parts.database;
    const keys = await attempt(() =>
      this.#parts.database.transaction('r', outbox, () =>
        Promise.all(
          RUNNING_LANES.map((lane) =>
            outbox.where('[lane+batch]').between([lane, Dexie.minKey], [lane, Dexie.maxKey]).uniqueKeys(),
          ),
        ),
      ),
    );
    if (!keys.ok) return keys;
    return ok(new Set(keys.value.flat().flatMap((key) => (Array.isArray(key) ? [String(key[1]) as BatchId] : []))));
  }

  /**
   * Batches whose keys must outlive a lock: the running ones, and those that hold the answers they depend on. To be
   * asked while the vault is still open.
   */
  async batchesToKeep(): Promise<Result<ReadonlySet<BatchId>>> {
    const running = await this.runningBatches();
    if (!running.ok || running.value.size === 0) return running;
    const waiting = (await this.unsettled()).filter(({ entry }) => running.value.has(entry.batch));
    const dependencies = [...new Set(waiting.flatMap(({ entry }) => entry.dependsOn))];
    const records = await attempt(() => this.#parts.database.outbox.bulkGet(dependencies));
    if (!records.ok) return records;
    return ok(new Set([...running.value, ...records.value.flatMap((record) => (record ? [record.batch] : []))]));
  }

  /** Calls back after each committed change of the outbox, in this tab or another. Answers the unsubscriber. */
  onChange(callback: () => void): () => void {
    const outbox = `idb://${this.#parts.database.name}/outbox/`;
    const listener = (changed: object): void => {
      if (Object.keys(changed).some((part) => part.startsWith(outbox))) callback();
    };
    Dexie.on.storagemutated.subscribe(listener);
    return () => {
      Dexie.on.storagemutated.unsubscribe(listener);
    };
  }

  /** On locking: entries that were opened leave the memory of the page. */
  forget(): void {
    this.#opened.clear();
  }

  async #open(records: readonly OutboxRecord[]): Promise<StoredEntry[]> {
    const opened = await Promise.all(records.map((record) => this.#openOne(record)));
    return opened.filter((entry) => entry !== null);
  }

  async #openOne(record: OutboxRecord): Promise<StoredEntry | null> {
    const sealer = await this.#parts.keys.sealerFor(record.batch);
    if (sealer === null) return null;
    const known = this.#opened.get(record.id);
    if (known?.revision === record.revision) return known;
    const entry = await openedEntry(sealer, record);
    if (!entry.ok) return null;
    const stored = { entry: entry.value, revision: record.revision };
    this.#opened.set(record.id, stored);
    return stored;
  }

  async #read<T>(query: () => PromiseLike<T>): Promise<T> {
    try {
      return await query();
    } catch (error) {
      throw new StorageError(storageError(error), error);
    }
  }
}

const byAge = (a: StoredEntry, b: StoredEntry): number =>
  a.entry.createdAt - b.entry.createdAt || a.entry.order - b.entry.order;
