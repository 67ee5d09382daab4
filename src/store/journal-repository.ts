import { appError } from '../core/app-error';
import type { Digest, JournalHead } from '../core/journal/chain';
import { firstBreak, GENESIS, nextLine } from '../core/journal/chain';
import type { JournalEvent, JournalLine } from '../core/journal/journal-event';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { Sealer } from '../core/sealing';
import type { Database } from './database';
import type { JournalRecord } from './records';
import { openJsonWith, sealJsonWith } from './sealed-json';
import { attempt } from './storage-error';

/** Lines sealed ahead of their transaction; worth something only while `after` is still the last line. */
export interface PreparedLines {
  readonly after: number;
  readonly records: readonly JournalRecord[];
}

/** Another tab wrote a line meanwhile: the transaction is undone and everything prepared again. */
export class JournalMoved extends Error {}

const context = (seq: number): string => `journal:${String(seq)}`;

/** The sealed, append-only, hash-chained journal. Nothing here edits or removes a line. */
export class JournalRepository {
  readonly #database: Database;
  readonly #sealer: () => Sealer | null;
  readonly #digest: Digest;
  #head: JournalHead | null = null;

  /** `sealer` answers `null` when the journal key is not at hand. */
  constructor(database: Database, sealer: () => Sealer | null, digest: Digest) {
    this.#database = database;
    this.#sealer = sealer;
    this.#digest = digest;
  }

  /** Errors: `vault/locked`, `vault/damaged-record` when the last line does not open. Not inside a transaction. */
  async prepare(at: number, events: readonly JournalEvent[]): Promise<Result<PreparedLines>> {
    const sealer = this.#sealer();
    if (sealer === null) return err(appError('vault/locked'));
    const found = await this.#readHead(sealer);
    if (!found.ok) return found;
    let head: JournalHead = found.value;
    const records: JournalRecord[] = [];
    for (const event of events) {
      const line = await nextLine(head, at, event, this.#digest);
      records.push({ seq: line.seq, sealed: await sealJsonWith(sealer, context(line.seq), line) });
      head = line;
    }
    return ok({ after: found.value.seq, records });
  }

  /** Within a readwrite transaction that includes `journal`. Throws `JournalMoved`, which must undo it. */
  async commit(lines: PreparedLines): Promise<void> {
    if ((await this.#lastSeq()) !== lines.after) throw new JournalMoved();
    await this.#database.journal.bulkAdd([...lines.records]);
  }

  /** One event in a transaction of its own. */
  async append(at: number, event: JournalEvent): Promise<Result<null>> {
    return this.together(at, [event], [], () => Promise.resolve(null));
  }

  /**
   * `work` and the lines in one strict transaction over `tables` and the journal: both or neither. When `work` answers
   * `undefined`, it wrote nothing and no line is written either.
   */
  async together<T>(
    at: number,
    events: readonly JournalEvent[],
    tables: readonly string[],
    work: () => Promise<T>,
  ): Promise<Result<T>> {
    for (;;) {
      const lines = await this.prepare(at, events);
      if (!lines.ok) return lines;
      try {
        return await attempt(() =>
          this.#database.transaction('rw', [...tables, 'journal'], async () => {
            const result = await work();
            if (result !== undefined) await this.commit(lines.value);
            return result;
          }),
        );
      } catch (error) {
        // Ends: each turn means that another tab has written a line, and tabs write a handful a second.
        if (!(error instanceof JournalMoved)) throw error;
      }
    }
  }

  /** Every line, the chain verified. `vault/damaged-record` with the `line` where it breaks. */
  async read(): Promise<Result<readonly JournalLine[]>> {
    const sealer = this.#sealer();
    if (sealer === null) return err(appError('vault/locked'));
    const records = await attempt(() => this.#database.journal.orderBy('seq').toArray());
    if (!records.ok) return records;
    const opened = await Promise.all(
      records.value.map(({ seq, sealed }) => openJsonWith<JournalLine>(sealer, context(seq), sealed)),
    );
    const lines: JournalLine[] = [];
    for (const [index, line] of opened.entries()) {
      if (!line.ok) return err(appError('vault/damaged-record', { line: index + 1 }));
      lines.push(line.value);
    }
    const broken = await firstBreak(lines, this.#digest);
    return broken === null ? ok(lines) : err(appError('vault/damaged-record', { line: broken }));
  }

  async #readHead(sealer: Sealer): Promise<Result<JournalHead>> {
    const last = await attempt(() => this.#database.journal.orderBy('seq').last());
    if (!last.ok) return last;
    if (last.value === undefined) return ok(GENESIS);
    // Lines never change, so the hash that was opened once for this number still holds.
    if (this.#head?.seq === last.value.seq) return ok(this.#head);
    const line = await openJsonWith<JournalLine>(sealer, context(last.value.seq), last.value.sealed);
    if (!line.ok) return err(appError('vault/damaged-record', { line: last.value.seq }));
    this.#head = { seq: line.value.seq, hash: line.value.hash };
    return ok(this.#head);
  }

  async #lastSeq(): Promise<number> {
    const [last] = await this.#database.journal.orderBy('seq').reverse().limit(1).primaryKeys();
    return last ?? GENESIS.seq;
  }
}
