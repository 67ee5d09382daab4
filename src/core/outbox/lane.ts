import { assertNever } from '../result';
import { isHandDone } from './hand-mark';
import type { OutboxLane, OutboxState } from './outbox-entry';

/** The lane that a state is indexed and counted under. `ambiguous` still waits: it is looked at again, unasked. */
export function laneOf(state: OutboxState): OutboxLane {
  switch (state.kind) {
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
    case 'conflict':
      return 'rejected';
    case 'by-hand':
      return isHandDone(state.marks) ? 'done' : 'by-hand';
    case 'done':
    case 'already-done':
    case 'cancelled':
      return 'done';
    default:
      return assertNever(state);
  }
}
