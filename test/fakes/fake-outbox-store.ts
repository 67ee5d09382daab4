import { appError } from '../../src/core/app-error';
import type { DocumentId, LocalClientId, OutboxEntryId, ServerClientId } from '../../src/core/ids';
import type { SettlementEffects } from '../../src/core/outbox/batch-draft';
import type { OutboxEntry } from '../../src/core/outbox/outbox-entry';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { OutboxHand, OutboxStore, StoredEntry } from '../../src/sync/ports';

const SETTLED = ['done', 'already-done', 'rejected', 'conflict', 'cancelled'];

/** The outbox in memory: what a committed transaction leaves on disk, and nothing else. */
export class FakeOutboxStore implements OutboxStore, OutboxHand {
  readonly links = new Map<LocalClientId, ServerClientId>();
  readonly documents = new Map<DocumentId, Uint8Array<ArrayBuffer>>();
  /** Every version ever committed, in order. */
  readonly history: OutboxEntry[] = [];
  readonly #records = new Map<OutboxEntryId, StoredEntry>();
  readonly #listeners = new Set<() => void>();

  add(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) this.#commit(entry, 1);
    this.#tell();
  }

  entry(id: OutboxEntryId): OutboxEntry {
    const record = this.#records.get(id);
    if (!record) throw new Error(`no entry ${id}`);
    return structuredClone(record.entry);
  }

  all(): OutboxEntry[] {
    return [...this.#records.values()].map(({ entry }) => structuredClone(entry));
  }

  isSettled(): boolean {
    return this.all().every(({ state }) => SETTLED.includes(state.kind));
  }

  async unsettled(): Promise<readonly StoredEntry[]> {
    return structuredClone([...this.#records.values()].filter(({ entry }) => !SETTLED.includes(entry.state.kind)));
  }

  async settled(ids: readonly OutboxEntryId[]): Promise<readonly OutboxEntry[]> {
    return this.all().filter(({ id, state }) => ids.includes(id) && SETTLED.includes(state.kind));
  }

  async stored(id: OutboxEntryId): Promise<StoredEntry | null> {
    return structuredClone(this.#records.get(id) ?? null);
  }

  async save(entry: OutboxEntry, expected: number, effects: SettlementEffects): Promise<number | null> {
    if (this.#records.get(entry.id)?.revision !== expected) return null;
    this.#commit(entry, expected + 1);
    for (const [local, server] of effects.links) this.links.set(local, server);
    return expected + 1;
  }

  /** A change by another tab: committed, and heard of. */
  async saveFromAnotherTab(entry: OutboxEntry, expected: number): Promise<number | null> {
    const revision = await this.save(entry, expected, { links: [], entries: [] });
    this.#tell();
    return revision;
  }

  async serverIdOf(client: LocalClientId): Promise<ServerClientId | null> {
    return this.links.get(client) ?? null;
  }

  async documentBytes(document: DocumentId): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const bytes = this.documents.get(document);
    return bytes ? ok(bytes.slice()) : err(appError('storage/missing-document'));
  }

  onChange(callback: () => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  #commit(entry: OutboxEntry, revision: number): void {
    const copy = structuredClone(entry);
    this.#records.set(entry.id, { entry: copy, revision });
    this.history.push(copy);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
