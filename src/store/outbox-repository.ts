import { Dexie } from 'dexie';
import type { BatchId, OutboxEntryId } from '../core/ids';
import type { OutboxCounts, SettlementEffects } from '../core/outbox/batch-draft';
import { inSlices } from '../core/in-slices';
import { isSettled } from '../core/outbox/is-settled';
import type { OutboxEntry, OutboxLane } from '../core/outbox/outbox-entry';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import type { Sealer } from '../core/sealing';
import { allRecords } from './all-records';
import type { Database } from './database';
import { nextTask } from './next-task';
import { OutboxPicture } from './outbox-picture';
import type { OutboxParts } from './outbox-parts';
import { openedEntry, RUNNING_LANES } from './outbox-record';
import type { StoredEntry } from './outbox-record';
import type { OutboxRecord } from './records';
import { saveEntry } from './save-entry';
import { attempt, StorageError, storageError } from './storage-error';
import { watchTables } from './watch-tables';

/** Every entry that can be read now, and how many cannot (locked, or damaged): shown, never passed over in silence. */
export interface ReadEntries {
  readonly entries: readonly OutboxEntry[];
  readonly unreadable: number;
}

/** The outbox: sealed entries under the keys of their batches. `OutboxStore` of the sync loop, and more. */
export class OutboxRepository {
  readonly #parts: OutboxParts;
  readonly #picture: OutboxPicture;
  #isWatched = false;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    const { outbox } = parts.database;
    this.#picture = new OutboxPicture({
      all: () => this.#read(() => allRecords(outbox, ({ id }) => id)),
      byKey: (ids) => this.#read(() => outbox.bulkGet([...ids])),
      open: (records) => this.#open(records),
      now: parts.now,
    });
  }

  /** Entries not settled whose batch key is at hand, oldest batch first. Throws `StorageError`. */
  async unsettled(): Promise<readonly StoredEntry[]> {
    return (await this.#seen()).filter(({ entry }) => !isSettled(entry.state)).toSorted(byAge);
  }

  /**
   * Every entry that can be opened, newest batch first, in the batch's order: for screens that look at each change. A
   * decision looks at `all`. Throws `StorageError`.
   */
  async followed(): Promise<readonly OutboxEntry[]> {
    return (await this.#seen()).map(({ entry }) => entry).toSorted(newestFirst);
  }

  async settled(ids: readonly OutboxEntryId[]): Promise<readonly OutboxEntry[]> {
    const records = await this.#read(() => this.#parts.database.outbox.bulkGet([...ids]));
    const found = await this.#open(records.filter((record) => record !== undefined));
    return found.map(({ entry }) => entry).filter((entry) => isSettled(entry.state));
  }

  /** Compare-and-set; saves of this tab queue up, those of other tabs meet in the transaction. Throws `StorageError`. */
  save(entry: OutboxEntry, expected: number, effects: SettlementEffects): Promise<number | null> {
    const saved = this.#saving.then(async () => {
      const revision = await saveEntry(this.#parts, entry, expected, effects);
      // Someone else was faster, and may not have been heard yet.
      if (revision === null) this.#picture.hear([entry.id]);
      return revision;
    });
    this.#saving = saved.catch(() => null);
    return saved;
  }

  /** One entry, settled or not, with the revision to save it under; `null` when unknown or its key is not at hand. */
  async stored(id: OutboxEntryId): Promise<StoredEntry | null> {
    const record = await this.#read(() => this.#parts.database.outbox.get(id));
    return record === undefined ? null : ((await this.#open([record]))[0] ?? null);
  }

  /** As the disk has them now, newest batch first, in the batch's order. */
  async all(): Promise<Result<ReadEntries>> {
    const records = await attempt(() => allRecords(this.#parts.database.outbox, ({ id }) => id));
    if (!records.ok) return records;
    const entries = (await this.#open(records.value)).map(({ entry }) => entry).toSorted(newestFirst);
    return ok({ entries, unreadable: records.value.length - entries.length });
  }

  /** From the index alone: works while locked. */
  counts(): Promise<Result<OutboxCounts>> {
    const { outbox } = this.#parts.database;
    return attempt(() =>
      this.#parts.database.transaction('r', outbox, async () => ({
        pending: sum(await Promise.all(RUNNING_LANES.map((lane) => inLane(outbox, lane).count()))),
        held: await inLane(outbox, 'held').count(),
        rejected: await inLane(outbox, 'rejected').count(),
        done: await inLane(outbox, 'done').count(),
      })),
    );
  }

  /** Batches that still have something to send by themselves. From the index alone: works while locked. */
  async runningBatches(): Promise<Result<ReadonlySet<BatchId>>> {
    const { outbox } = this.#parts.database;
    const keys = await attempt(() =>
      this.#parts.database.transaction('r', outbox, () =>
        Promise.all(RUNNING_LANES.map((lane) => inLane(outbox, lane).uniqueKeys())),
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
    return watchTables(this.#parts.database, ['outbox'], callback);
  }

  /** Keys came or went: entries that were opened leave the memory of the page, and are opened by the keys of now. */
  forget(): void {
    this.#picture.forget();
  }

  async #seen(): Promise<readonly StoredEntry[]> {
    if (!this.#isWatched) watchTables(this.#parts.database, ['outbox'], (keys) => this.#picture.hear(keys));
    this.#isWatched = true;
    return this.#picture.current();
  }

  async #open(records: readonly OutboxRecord[]): Promise<StoredEntry[]> {
    const sealers = new Map<BatchId, Sealer | null>();
    for (const batch of new Set(records.map((record) => record.batch))) {
      sealers.set(batch, await this.#parts.keys.sealerFor(batch));
    }
    const opened = await inSlices(records, (slice) => this.#openSlice(slice, sealers), nextTask);
    return opened.filter((entry) => entry !== null);
  }

  async #openSlice(
    slice: readonly OutboxRecord[],
    sealers: ReadonlyMap<BatchId, Sealer | null>,
  ): Promise<(StoredEntry | null)[]> {
    return Promise.all(
      slice.map((record) => {
        const sealer = sealers.get(record.batch) ?? null;
        // Opening 10,000 entries at each change would be all that the page does.
        const known = this.#picture.known.get(record.id);
        if (sealer === null) return null;
        return known?.revision === record.revision ? known : openedRecord(sealer, record);
      }),
    );
  }

  async #read<T>(query: () => PromiseLike<T>): Promise<T> {
    try {
      return await query();
    } catch (error) {
      throw new StorageError(storageError(error), error);
    }
  }
}

async function openedRecord(sealer: Sealer, record: OutboxRecord): Promise<StoredEntry | null> {
  const entry = await openedEntry(sealer, record);
  return entry.ok ? { entry: entry.value, revision: record.revision } : null;
}

const inLane = (outbox: Database['outbox'], lane: OutboxLane) =>
  outbox.where('[lane+batch]').between([lane, Dexie.minKey], [lane, Dexie.maxKey]);

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const byAge = ({ entry: a }: StoredEntry, { entry: b }: StoredEntry): number =>
  a.createdAt - b.createdAt || inBatch(a, b);

const newestFirst = (a: OutboxEntry, b: OutboxEntry): number => b.createdAt - a.createdAt || inBatch(a, b);

/** Two batches of one millisecond must not change places from look to look. */
const inBatch = (a: OutboxEntry, b: OutboxEntry): number => a.order - b.order || (a.id < b.id ? -1 : 1);
