import type { OutboxEntryId } from '../core/ids';
import type { StoredEntry } from './outbox-record';
import type { OutboxRecord } from './records';
import type { ChangedKeys } from './watch-tables';

/** Read again whole at least so often, should a change by another tab go unheard. */
const WHOLE_EVERY_MS = 30_000;
/** More than so many at once are not looked up one by one. */
const MOST_BY_KEY = 2_000;

export interface PictureSource {
  all(): Promise<readonly OutboxRecord[]>;
  byKey(ids: readonly OutboxEntryId[]): Promise<readonly (OutboxRecord | undefined)[]>;
  /** Those that can be opened now. */
  open(records: readonly OutboxRecord[]): Promise<readonly StoredEntry[]>;
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * The outbox, opened, in the memory of this tab: after the first look only what was heard to have changed is read, so
 * that an entry that moves among 10,000 costs one. As fresh as what was heard: a write over it is compare-and-set.
 */
export class OutboxPicture {
  readonly #source: PictureSource;
  #entries = new Map<OutboxEntryId, StoredEntry>();
  /** `null`: anything may have changed. */
  #heard: Set<OutboxEntryId> | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  /** Counts forgettings: what was read before one must not come back after it. */
  #life = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: PictureSource) {
    this.#source = source;
  }

  /** What was opened, by id; of use as long as the revision is the disk's. */
  get known(): ReadonlyMap<OutboxEntryId, StoredEntry> {
    return this.#entries;
  }

  hear(keys: ChangedKeys): void {
    if (keys === null) this.#heard = null;
    else for (const key of keys) this.#heard?.add(key as OutboxEntryId);
  }

  /** Keys came or went: what was opened leaves the memory, and everything is read again. */
  forget(): void {
    this.#life += 1;
    this.#heard = null;
    this.#entries = new Map();
  }

  /** Everything that can be opened, with all that was heard before the call. Throws what the source throws. */
  current(): Promise<readonly StoredEntry[]> {
    const caughtUp = this.#turn.then(() => this.#catchUp());
    this.#turn = caughtUp.catch(() => null);
    return caughtUp;
  }

  async #catchUp(): Promise<readonly StoredEntry[]> {
    const life = this.#life;
    const now = this.#source.now();
    const heard = this.#heard;
    const isWhole = heard === null || heard.size > MOST_BY_KEY || now - this.#readAt > WHOLE_EVERY_MS;
    // Before the reads: a change that comes during them is heard again.
    this.#heard = new Set();
    try {
      if (isWhole) await this.#readWhole(life, now);
      else if (heard.size > 0) await this.#readSome([...heard], life);
    } catch (error) {
      this.#heard = null;
      throw error;
    }
    return life === this.#life ? [...this.#entries.values()] : this.#catchUp();
  }

  async #readWhole(life: number, now: number): Promise<void> {
    const opened = await this.#source.open(await this.#source.all());
    if (life !== this.#life) return;
    this.#entries = new Map(opened.map((stored) => [stored.entry.id, stored]));
    this.#readAt = now;
  }

  async #readSome(ids: readonly OutboxEntryId[], life: number): Promise<void> {
    const records = (await this.#source.byKey(ids)).filter((record) => record !== undefined);
    const opened = await this.#source.open(records);
    if (life !== this.#life) return;
    const found = new Map(opened.map((stored) => [stored.entry.id, stored]));
    for (const id of ids) {
      const stored = found.get(id);
      if (stored === undefined) this.#entries.delete(id);
      else this.#entries.set(id, stored);
    }
  }
}
