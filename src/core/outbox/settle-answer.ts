import { assertNever } from '../result';
import { backoffMs } from './backoff';
import { idleState, leavesDraft } from './idle-state';
import type { OutboxEntry } from './outbox-entry';
import type { SendOutcome } from './send-outcome';
import type { TransitionContext } from './transition-context';

/**
 * What an attempt's outcome makes of its entry. That the server has it is believed in any state, also after a cancel:
 * it is the truth. Every other outcome counts only while the entry is still `sending`, for a late one says nothing
 * about the attempt that came after.
 */
export function settleAnswer(
  entry: OutboxEntry,
  outcome: SendOutcome,
  { now, random }: TransitionContext,
): OutboxEntry {
  if (entry.state.kind === 'done' || entry.state.kind === 'already-done' || entry.state.kind === 'by-hand')
    return entry;
  if (outcome.kind === 'done') {
    return certain({ ...entry, state: { kind: 'done', at: now, result: outcome.result }, lastError: null });
  }
  if (outcome.kind === 'already-done') {
    const { deliveredAt, deliveredBy } = outcome;
    return certain({ ...entry, state: { kind: 'already-done', at: now, deliveredAt, deliveredBy }, lastError: null });
  }
  if (entry.state.kind !== 'sending') return entry;
  switch (outcome.kind) {
    case 'rejected':
      // The sending was refused, and the draft is still there: it is withdrawn next.
      if (entry.cancelRequested && leavesDraft(entry)) {
        return certain({ ...entry, state: { kind: 'waiting' }, dueAt: now }, true);
      }
      return certain(
        entry.cancelRequested
          ? { ...entry, state: { kind: 'cancelled', at: now } }
          : { ...entry, state: { kind: 'rejected', at: now, problem: outcome.problem }, lastError: null },
      );
    case 'conflict':
      return certain(
        entry.cancelRequested
          ? { ...entry, state: { kind: 'cancelled', at: now } }
          : { ...entry, state: { kind: 'conflict', at: now, server: outcome.server }, lastError: null },
      );
    case 'held':
      return unlessCancelled({ ...entry, state: { kind: 'held', reason: outcome.reason } }, now);
    case 'needs-sign-in':
      return unlessCancelled({ ...entry, state: { kind: 'needs-sign-in' }, lastError: outcome.error }, now);
    case 'absent':
      return certain(
        entry.cancelRequested
          ? { ...entry, state: { kind: 'cancelled', at: now } }
          : { ...entry, state: { kind: 'waiting' }, dueAt: now },
      );
    case 'retry': {
      const next = outcome.applied === 'unknown' ? { ...entry, mayHaveArrived: true as const } : entry;
      const dueAt = now + backoffMs(entry.attempts, random, outcome.retryAfterMs);
      return unlessCancelled({ ...next, state: idleState(next), dueAt, lastError: outcome.error }, now);
    }
    default:
      return assertNever(outcome);
  }
}

/** A definite answer clears what was doubtful, and a wish to cancel that came too late or is granted by it. */
function certain(entry: OutboxEntry, keepWish?: true): OutboxEntry {
  const copy: { -readonly [K in keyof OutboxEntry]: OutboxEntry[K] } = { ...entry };
  delete copy.mayHaveArrived;
  if (!keepWish) delete copy.cancelRequested;
  return copy;
}

/** A wish to cancel is granted as soon as it is sure that nothing arrived and nothing is left on the server. */
function unlessCancelled(entry: OutboxEntry, now: number): OutboxEntry {
  if (!entry.cancelRequested || entry.mayHaveArrived || leavesDraft(entry)) return entry;
  return certain({ ...entry, state: { kind: 'cancelled', at: now } });
}
