import { assertNever } from '../result';
import { settleAnswer } from './settle-answer';
import { isHandDone, markOf, withMark, withoutMark } from './hand-mark';
import { followsDependency, isMendable } from './held-reason';
import { idleState, leavesDraft } from './idle-state';
import type { OutboxEntry } from './outbox-entry';
import type { OutboxEvent } from './outbox-event';
import type { TransitionContext } from './transition-context';

/**
 * The whole retry policy. Total: an event that does not apply answers the same entry (same reference), so that whoever
 * lost a race may simply apply its event to what it finds. There is no giving up: only an answer, or the technician,
 * ends an entry.
 */
export function transition(entry: OutboxEntry, event: OutboxEvent, context: TransitionContext): OutboxEntry {
  const { state } = entry;
  const { now } = context;
  const idle = state.kind === 'waiting' || state.kind === 'ambiguous';
  switch (event.kind) {
    case 'frozen':
      return idle && entry.frozen === null ? { ...entry, frozen: event.request } : entry;
    case 'claimed':
      return idle && entry.frozen !== null
        ? { ...entry, state: { kind: 'sending', since: now }, attempts: entry.attempts + 1 }
        : entry;
    case 'answered':
      return settleAnswer(entry, event.outcome, context);
    case 'restarted': {
      if (state.kind !== 'sending') return entry;
      const uncertain = { ...entry, mayHaveArrived: true as const };
      return { ...uncertain, state: idleState(uncertain), dueAt: now };
    }
    case 'dependency-failed':
      if (entry.cancelRequested && !entry.mayHaveArrived && idle) return withoutWish(cancelled(entry, now));
      return idle || state.kind === 'needs-sign-in'
        ? { ...entry, state: { kind: 'held', reason: event.reason } }
        : entry;
    case 'dependency-recovered':
      return state.kind === 'held' && followsDependency(state.reason)
        ? { ...entry, state: idleState(entry), dueAt: now }
        : entry;
    case 'envelope-cancelled':
      if (!(idle || state.kind === 'needs-sign-in' || state.kind === 'held')) return entry;
      return entry.mayHaveArrived ? cancelledByHand(entry, now) : withoutWish(cancelled(entry, now));
    case 'dependency-already-done':
      return idle || state.kind === 'needs-sign-in' || state.kind === 'held'
        ? {
            ...entry,
            state: { kind: 'already-done', at: now, deliveredAt: event.deliveredAt, deliveredBy: event.deliveredBy },
          }
        : entry;
    case 'signed-in':
      return state.kind === 'needs-sign-in'
        ? { ...entry, state: idleState(entry), dueAt: now, lastError: null }
        : entry;
    case 'retry':
      return retried(entry, now);
    case 'cancel':
      return cancelledByHand(entry, now);
    case 'hold':
      return idle || state.kind === 'needs-sign-in'
        ? { ...entry, state: { kind: 'held', reason: event.reason } }
        : entry;
    case 'release':
      return state.kind === 'held' ? { ...entry, state: idleState(entry), dueAt: now } : entry;
    case 'marked':
      return state.kind === 'by-hand'
        ? { ...entry, state: { kind: 'by-hand', marks: withMark(state.marks, event.mark) } }
        : entry;
    case 'unmarked':
      return state.kind === 'by-hand' && markOf(state.marks, event.name) !== null
        ? { ...entry, state: { kind: 'by-hand', marks: withoutMark(state.marks, event.name) } }
        : entry;
    default:
      return assertNever(event);
  }
}

function cancelled(entry: OutboxEntry, now: number): OutboxEntry {
  return { ...entry, state: { kind: 'cancelled', at: now } };
}

/** « Réessayer »: at once, and with the same frozen body under the same key; it takes back a wish to cancel. */
function retried(entry: OutboxEntry, now: number): OutboxEntry {
  switch (entry.state.kind) {
    case 'waiting':
    case 'ambiguous':
      return entry.dueAt > now || entry.cancelRequested ? { ...withoutWish(entry), dueAt: now } : entry;
    case 'needs-sign-in':
    case 'rejected':
    case 'conflict':
      return { ...withoutWish(entry), state: idleState(entry), dueAt: now, lastError: null };
    case 'held':
      return isMendable(entry.state.reason) ? { ...entry, state: idleState(entry), dueAt: now } : entry;
    case 'sending':
    case 'done':
    case 'already-done':
    case 'cancelled':
    case 'by-hand':
      return entry;
    default:
      return assertNever(entry.state);
  }
}

function withoutWish(entry: OutboxEntry): OutboxEntry {
  const copy: { -readonly [K in keyof OutboxEntry]: OutboxEntry[K] } = { ...entry };
  delete copy.cancelRequested;
  return copy;
}

/**
 * « Annuler l'envoi »: at once where nothing can have left and nothing is to be withdrawn; otherwise a wish, which the
 * next look grants or refuses.
 */
function cancelledByHand(entry: OutboxEntry, now: number): OutboxEntry {
  switch (entry.state.kind) {
    case 'sending':
      return entry.cancelRequested ? entry : { ...entry, cancelRequested: true };
    case 'waiting':
    case 'ambiguous':
    case 'needs-sign-in':
    case 'held':
      if (!entry.mayHaveArrived && !leavesDraft(entry)) return cancelled(entry, now);
      if (entry.cancelRequested && entry.state.kind !== 'held') return entry;
      return {
        ...entry,
        cancelRequested: true,
        state: entry.state.kind === 'held' ? idleState(entry) : entry.state,
        dueAt: now,
      };
    case 'rejected':
    case 'conflict':
      return leavesDraft(entry)
        ? { ...entry, cancelRequested: true, state: idleState(entry), dueAt: now }
        : cancelled(entry, now);
    case 'by-hand':
      return isHandDone(entry.state.marks) ? entry : cancelled(entry, now);
    case 'done':
    case 'already-done':
    case 'cancelled':
      return entry;
    default:
      return assertNever(entry.state);
  }
}
