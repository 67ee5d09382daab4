import type { OutboxEntryId } from '../ids';
import type { OutboxEntry, OutboxState } from './outbox-entry';

export interface DueContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** State of any entry that others depend on, settled or not; `undefined` = unknown, which is not done. */
  readonly stateOf: (id: OutboxEntryId) => OutboxState | undefined;
  readonly inFlight: readonly OutboxEntry[];
  /** At most this many at once. */
  readonly limit: number;
  /** Tried now whatever their due time: their failure was the network's, and the network is back. */
  readonly eager: ReadonlySet<OutboxEntryId>;
}

/**
 * The entries to claim now, in order. One that cannot go holds nobody else back, except what must not run side by
 * side: writes to one client, and uploads (one document open in memory at a time). A 401 stops everything, for the
 * key is everybody's; a 403 only its own entry.
 */
export function nextDue(entries: readonly OutboxEntry[], context: DueContext): readonly OutboxEntry[] {
  if (entries.some(isSignedOut)) return [];
  const flying = new Set(context.inFlight.map((entry) => entry.id));
  const taken = new Set(context.inFlight.flatMap((entry) => exclusiveKey(entry) ?? []));
  const chosen: OutboxEntry[] = [];
  for (const entry of [...entries].sort(byTurn)) {
    if (flying.size + chosen.length >= context.limit) break;
    const key = exclusiveKey(entry);
    if (flying.has(entry.id) || (key !== null && taken.has(key))) continue;
    if (!isReady(entry, context) || (entry.dueAt > context.now && !context.eager.has(entry.id))) continue;
    if (key !== null) taken.add(key);
    chosen.push(entry);
  }
  return chosen;
}

/** Epoch milliseconds of the next attempt that only time holds back; `null` when there is none. */
export function nextDueAt(entries: readonly OutboxEntry[], context: DueContext): number | null {
  if (entries.some(isSignedOut)) return null;
  const flying = new Set(context.inFlight.map((entry) => entry.id));
  const times = entries.filter((entry) => !flying.has(entry.id) && isReady(entry, context)).map((entry) => entry.dueAt);
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}

/** Waiting, and every dependency delivered. */
function isReady(entry: OutboxEntry, { stateOf }: DueContext): boolean {
  if (entry.state.kind !== 'waiting' && entry.state.kind !== 'ambiguous') return false;
  return entry.dependsOn.every((id) => {
    const kind = stateOf(id)?.kind;
    return kind === 'done' || kind === 'already-done';
  });
}

function isSignedOut(entry: OutboxEntry): boolean {
  return entry.state.kind === 'needs-sign-in' && entry.lastError?.code !== 'api/forbidden';
}

/** Entries with one key go one after the other. */
function exclusiveKey({ task }: OutboxEntry): string | null {
  if (task.kind === 'upload') return 'upload';
  if (task.kind === 'envelope-remind' || task.kind === 'envelope-void') return `envelope:${task.envelopeId}`;
  if (task.kind === 'task-update') return `task:${task.change.id}`;
  // Two edits of the same tasks must not overtake one another.
  if (task.kind === 'tasks-bulk') return 'tasks';
  const writesClient = task.kind === 'client-create' || task.kind === 'client-update' || task.kind === 'client-patch';
  return writesClient ? `client:${task.client}` : null;
}

function byTurn(a: OutboxEntry, b: OutboxEntry): number {
  return a.createdAt - b.createdAt || a.order - b.order || (a.id < b.id ? -1 : 1);
}
