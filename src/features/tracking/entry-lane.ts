import { followsDependency, isMendable } from '../../core/outbox/held-reason';
import { isHandDone, markOf } from '../../core/outbox/hand-mark';
import type { HandMark } from '../../core/outbox/hand-mark';
import type { OutboxEntry } from '../../core/outbox/outbox-entry';
import { assertNever } from '../../core/result';
import type { TrackingLane } from '../../i18n/tracking-words';

/** The lane of one entry, in the words of Suivi des envois. */
export function entryLane(entry: OutboxEntry): TrackingLane {
  switch (entry.state.kind) {
    case 'waiting':
    case 'ambiguous':
      return 'waiting';
    case 'sending':
      return 'sending';
    case 'needs-sign-in':
      return 'needs-sign-in';
    case 'held':
      return 'held';
    case 'rejected':
      return 'rejected';
    case 'conflict':
      return 'conflict';
    case 'done':
      return 'sent';
    case 'already-done':
      return 'already-sent';
    case 'cancelled':
      return 'cancelled';
    case 'by-hand':
      return handLane(entry.task, entry.state.marks);
    default:
      return assertNever(entry.state);
  }
}

function handLane(task: OutboxEntry['task'], marks: readonly HandMark[]): TrackingLane {
  if (task.kind !== 'hand-envelope') return isHandDone(marks) ? 'corrected' : 'to-correct';
  if (markOf(marks, 'signed')) return 'signed-by-hand';
  if (markOf(marks, 'transmitted')) return 'transmitted';
  return markOf(marks, 'exported') ? 'exported' : 'to-export';
}

/** The worst of its entries speaks for a group: a refusal is never hidden behind what went well. */
const PRECEDENCE: readonly TrackingLane[] = [
  'rejected',
  'conflict',
  'needs-sign-in',
  'held',
  'sending',
  'waiting',
  'to-export',
  'exported',
  'to-correct',
  'cancelled',
  'already-sent',
  'sent',
  'transmitted',
  'signed-by-hand',
  'corrected',
];

export function groupLane(entries: readonly OutboxEntry[]): TrackingLane {
  // A correction that a later import replaced says nothing of the record it belonged to.
  const telling = entries.filter(({ task, state }) => task.kind !== 'hand-correction' || state.kind !== 'cancelled');
  const lanes = new Set((telling.length > 0 ? telling : entries).map(entryLane));
  return PRECEDENCE.find((lane) => lanes.has(lane)) ?? 'waiting';
}

/** « Réessayer » has a meaning: a refusal, a lost try, or a hold for want of something that may be there now. */
export function canRetry({ state, attempts }: OutboxEntry): boolean {
  if (state.kind === 'held') return isMendable(state.reason);
  if (state.kind === 'waiting' || state.kind === 'ambiguous') return attempts > 0;
  return state.kind === 'rejected' || state.kind === 'conflict' || state.kind === 'needs-sign-in';
}

/** What is on its way can only be wished back: the outbox grants it when nothing has arrived. */
export const canCancel = ({ state, cancelRequested }: OutboxEntry): boolean =>
  !cancelRequested &&
  state.kind !== 'done' &&
  state.kind !== 'already-done' &&
  state.kind !== 'cancelled' &&
  !(state.kind === 'by-hand' && isHandDone(state.marks));

/** Nothing is sent of what is held by hand; what is on the wire already cannot be. */
export const canHold = ({ state, cancelRequested }: OutboxEntry): boolean =>
  !cancelRequested && (state.kind === 'waiting' || state.kind === 'ambiguous' || state.kind === 'needs-sign-in');

/** Held for a decision: it is the technician's to let go. What follows a dependency goes with it. */
export const canRelease = ({ state }: OutboxEntry): boolean =>
  state.kind === 'held' && !followsDependency(state.reason) && !isMendable(state.reason);
