import type { OutboxEntry, OutboxState } from './outbox-entry';

/** Routes that neither carry an Idempotency-Key, nor If-Match, nor are content-addressed: a plain retry could double. */
export function needsLookFirst(entry: Pick<OutboxEntry, 'task'>): boolean {
  return (
    entry.task.kind === 'client-create' ||
    entry.task.kind === 'client-update' ||
    entry.task.kind === 'client-reminder' ||
    entry.task.kind === 'task-update'
  );
}

/**
 * Its cancelling has something to undo on the server: the draft, made before it and waiting for it, which holds the
 * delivery keys of its documents until it is withdrawn.
 */
export function leavesDraft(entry: Pick<OutboxEntry, 'task'>): boolean {
  return entry.task.kind === 'envelope-send';
}

/** The state of an entry that nobody is sending: `ambiguous` when a plain retry could double it, else `waiting`. */
export function idleState(entry: Pick<OutboxEntry, 'task' | 'mayHaveArrived'>): OutboxState {
  return entry.mayHaveArrived && needsLookFirst(entry) ? { kind: 'ambiguous' } : { kind: 'waiting' };
}
