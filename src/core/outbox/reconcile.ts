import type { OutboxEntryId } from '../ids';
import type { OutboxEntry, OutboxState } from './outbox-entry';
import { transition } from './transition';
import type { TransitionContext } from './transition-context';

/**
 * What an unsettled entry becomes by what its dependencies have become; the same reference when nothing changes. It is
 * derived anew each time, not pushed once, so that no crash and no race can leave a dependent stranded:
 * a refused or cancelled dependency holds it (a cancelled envelope also cancels its own sending), one that came back
 * lets it go, and an envelope that someone else delivered settles its sending the same way.
 */
export function reconcile(
  entry: OutboxEntry,
  stateOf: (id: OutboxEntryId) => OutboxState | undefined,
  context: TransitionContext,
): OutboxEntry {
  const states = entry.dependsOn.map(stateOf);
  if (entry.task.kind === 'envelope-send') {
    const envelope = stateOf(entry.task.envelopeEntry);
    if (envelope?.kind === 'already-done') {
      const { deliveredAt, deliveredBy } = envelope;
      return transition(entry, { kind: 'dependency-already-done', deliveredAt, deliveredBy }, context);
    }
    if (envelope?.kind === 'cancelled') return transition(entry, { kind: 'envelope-cancelled' }, context);
  }
  if (states.some((state) => state?.kind === 'rejected' || state?.kind === 'conflict' || isHeldByRefusal(state))) {
    return transition(entry, { kind: 'dependency-failed', reason: 'dependency-rejected' }, context);
  }
  if (states.some((state) => state?.kind === 'cancelled' || isHeldByCancel(state))) {
    return transition(entry, { kind: 'dependency-failed', reason: 'dependency-cancelled' }, context);
  }
  return transition(entry, { kind: 'dependency-recovered' }, context);
}

/** Holds pass down the chain: upload refused → envelope held → its sending held. */
function isHeldByRefusal(state: OutboxState | undefined): boolean {
  return state?.kind === 'held' && state.reason === 'dependency-rejected';
}

function isHeldByCancel(state: OutboxState | undefined): boolean {
  return state?.kind === 'held' && state.reason === 'dependency-cancelled';
}
