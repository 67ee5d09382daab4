import type { OutboxEntryId } from '../core/ids';
import { isSettled } from '../core/outbox/is-settled';
import type { OutboxEntry, OutboxState } from '../core/outbox/outbox-entry';
import type { SettlementEffects } from '../core/outbox/batch-draft';
import type { OutboxStore, StoredEntry } from './ports';

/** The store also tells of our own writes: they must not make us read everything after each of them. */
const LISTEN_EVERY_MS = 250;

/** Read again at least so often, should a change by another tab go unheard. */
const READ_EVERY_MS = 30_000;

const NO_EFFECTS: SettlementEffects = { links: [], entries: [] };

/**
 * The leader's picture of the outbox, so that a batch of hundreds is opened once and not at every step. It may lag
 * behind another tab's hand: every write is compare-and-set, and a write that loses marks the picture stale.
 */
export class OutboxMirror {
  readonly #store: OutboxStore;
  #unsettled = new Map<OutboxEntryId, StoredEntry>();
  #settled = new Map<OutboxEntryId, OutboxEntry>();
  /** Wrong for sure, as against `#heard`: something changed, perhaps by ourselves. */
  #stale = true;
  #heard = false;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(store: OutboxStore) {
    this.#store = store;
  }

  markStale(): void {
    this.#stale = true;
  }

  /** A change was heard of, by whoever. */
  hear(): void {
    this.#heard = true;
  }

  /** Epoch milliseconds at which what was heard should be looked at; `null` when nothing was. */
  listenAt(): number | null {
    return this.#heard ? this.#readAt + LISTEN_EVERY_MS : null;
  }

  async refresh(now: number): Promise<void> {
    const readAgainAt = this.listenAt() ?? this.#readAt + READ_EVERY_MS;
    if (!this.#stale && now < readAgainAt) return;
    // Before the reads: a change that comes during them is heard again.
    this.#stale = false;
    this.#heard = false;
    this.#readAt = now;
    const unsettled = new Map((await this.#store.unsettled()).map((stored) => [stored.entry.id, stored]));
    const wanted = new Set([...unsettled.values()].flatMap(({ entry }) => entry.dependsOn));
    const final = [...this.#settled.values()].filter(({ id, state }) => wanted.has(id) && isFinal(state));
    const settled = new Map(final.map((entry) => [entry.id, entry]));
    const missing = [...wanted].filter((id) => !unsettled.has(id) && !settled.has(id));
    for (const entry of missing.length === 0 ? [] : await this.#store.settled(missing)) settled.set(entry.id, entry);
    this.#unsettled = unsettled;
    this.#settled = settled;
  }

  all(): readonly StoredEntry[] {
    return [...this.#unsettled.values()];
  }

  get(id: OutboxEntryId): StoredEntry | undefined {
    return this.#unsettled.get(id);
  }

  entryOf(id: OutboxEntryId): OutboxEntry | undefined {
    return this.#unsettled.get(id)?.entry ?? this.#settled.get(id);
  }

  readonly stateOf = (id: OutboxEntryId): OutboxState | undefined => this.entryOf(id)?.state;

  /** Writes `next` over `stored`; `null` when someone else was faster. Writes nothing when nothing changed. */
  async save(
    stored: StoredEntry,
    next: OutboxEntry,
    links: SettlementEffects['links'] = [],
  ): Promise<StoredEntry | null> {
    if (next === stored.entry) return stored;
    const effects = links.length === 0 ? NO_EFFECTS : { links, entries: [] };
    const revision = await this.#store.save(next, stored.revision, effects);
    if (revision === null) {
      this.#stale = true;
      return null;
    }
    const saved = { entry: next, revision };
    if (isSettled(next.state)) {
      this.#unsettled.delete(next.id);
      this.#settled.set(next.id, next);
    } else {
      this.#unsettled.set(next.id, saved);
    }
    return saved;
  }
}

/** A refusal or a conflict may be taken up again by hand; these never change. */
function isFinal({ kind }: OutboxState): boolean {
  return kind === 'done' || kind === 'already-done';
}
