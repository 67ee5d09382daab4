import { assertNever } from '../result';
import type { OutboxState } from './outbox-entry';

/** True when the sync loop has nothing left to do: only the technician can bring a refusal or a conflict back. */
export function isSettled(state: OutboxState): boolean {
  switch (state.kind) {
    case 'waiting':
    case 'sending':
    case 'ambiguous':
    case 'needs-sign-in':
    case 'held':
      return false;
    case 'done':
    case 'already-done':
    case 'rejected':
    case 'conflict':
    case 'cancelled':
    case 'by-hand':
      return true;
    default:
      return assertNever(state);
  }
}
