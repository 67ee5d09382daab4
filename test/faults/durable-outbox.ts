import Libsql from 'libsql';
import { appError } from '../../src/core/app-error';
import type { DocumentId, LocalClientId, OutboxEntryId } from '../../src/core/ids';
import type { SettlementEffects } from '../../src/core/outbox/batch-draft';
import { isSettled } from '../../src/core/outbox/is-settled';
import type { OutboxEntry } from '../../src/core/outbox/outbox-entry';
import { err, ok } from '../../src/core/result';
import type { OutboxHand, OutboxStore, StoredEntry } from '../../src/sync/ports';
import type { Work } from './make-work';

interface Row {
  readonly entry: string;
  readonly revision: number;
}

/**
 * The outbox in a file that several processes share: what was committed survives `kill -9`, and nothing else does, as
 * in IndexedDB. Compare-and-set and links in one transaction, as the port promises.
 */
export class DurableOutbox implements OutboxStore, OutboxHand {
  readonly #file: InstanceType<typeof Libsql>;
  readonly #tell: () => void;
  readonly #listeners = new Set<() => void>();

  constructor(path: string, tell: () => void = () => undefined) {
    this.#file = new Libsql(path, { timeout: 10_000 });
    this.#tell = tell;
    this.#file.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, settled INTEGER, revision INTEGER, entry TEXT);
      CREATE INDEX IF NOT EXISTS by_settled ON outbox (settled);
      CREATE TABLE IF NOT EXISTS links (local TEXT PRIMARY KEY, server INTEGER);
      CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, bytes BLOB);`);
  }

  /** **Importer**: all of it or none. */
  confirm({ entries, links, documents }: Work): void {
    const write = this.#file.transaction(() => {
      const entry = this.#file.prepare('INSERT INTO outbox VALUES (?, 0, 1, ?)');
      for (const one of entries) entry.run(one['id'], JSON.stringify(one));
      const link = this.#file.prepare('INSERT INTO links VALUES (?, ?)');
      for (const one of links) link.run(...one);
      const document = this.#file.prepare('INSERT INTO documents VALUES (?, ?)');
      for (const { id, bytes } of documents) document.run(id, Buffer.from(bytes));
    });
    write();
  }

  /** Entries that are not delivered, as they stand. */
  left(): readonly OutboxEntry[] {
    return this.#entries('SELECT entry, revision FROM outbox')
      .map(({ entry }) => entry)
      .filter(({ state }) => state.kind !== 'done' && state.kind !== 'already-done');
  }

  countUnsettled(): number {
    const row = this.#file.prepare('SELECT count(*) AS n FROM outbox WHERE settled = 0').get() as { n: number };
    return row.n;
  }

  async unsettled(): Promise<readonly StoredEntry[]> {
    return this.#entries('SELECT entry, revision FROM outbox WHERE settled = 0');
  }

  async settled(ids: readonly OutboxEntryId[]): Promise<readonly OutboxEntry[]> {
    const found = await Promise.all(ids.map((id) => this.stored(id)));
    return found.flatMap((one) => (one !== null && isSettled(one.entry.state) ? [one.entry] : []));
  }

  async stored(id: OutboxEntryId): Promise<StoredEntry | null> {
    return this.#entries('SELECT entry, revision FROM outbox WHERE id = ?', id)[0] ?? null;
  }

  async save(entry: OutboxEntry, expected: number, { links }: SettlementEffects): Promise<number | null> {
    const write = this.#file.transaction(() => {
      const { changes } = this.#file
        .prepare('UPDATE outbox SET entry = ?, settled = ?, revision = ? WHERE id = ? AND revision = ?')
        .run(JSON.stringify(entry), isSettled(entry.state) ? 1 : 0, expected + 1, entry.id, expected);
      if (changes === 0) return null;
      const link = this.#file.prepare('INSERT OR REPLACE INTO links VALUES (?, ?)');
      for (const [local, server] of links) link.run(local, server);
      return expected + 1;
    });
    const revision = write() as number | null;
    if (revision !== null) this.#tell();
    return revision;
  }

  async serverIdOf(client: LocalClientId): Promise<number | null> {
    const row = this.#file.prepare('SELECT server FROM links WHERE local = ?').get(client) as
      { server: number } | undefined;
    return row?.server ?? null;
  }

  async documentBytes(document: DocumentId) {
    const row = this.#file.prepare('SELECT bytes FROM documents WHERE id = ?').get(document) as
      { bytes: Uint8Array } | undefined;
    return row === undefined ? err(appError('storage/missing-document')) : ok(new Uint8Array(row.bytes));
  }

  onChange(callback: () => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  /** Another tab wrote. */
  hear(): void {
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    this.#file.close();
  }

  #entries(sql: string, ...values: readonly string[]): StoredEntry[] {
    const rows = this.#file.prepare(sql).all(...values) as Row[];
    return rows.map(({ entry, revision }) => ({ entry: JSON.parse(entry) as OutboxEntry, revision }));
  }
}
