import type { DeliveredBefore } from '../documents/document-row';
import { handStep } from './hand-mark';
import type { OutboxEntry } from './outbox-entry';

/** Nothing of it is delivered, or will be. */
const GONE: readonly OutboxEntry['state']['kind'][] = ['rejected', 'cancelled'];

/**
 * What these entries deliver, or have delivered. An envelope that was taken back delivers nothing: its documents may be
 * sent again.
 * @param voided envelopes known to be taken back; those that the entries themselves take back count too.
 */
export function deliveredByOutbox(
  entries: readonly OutboxEntry[],
  voided: readonly string[],
): readonly DeliveredBefore[] {
  const takenBack = new Set([...voided, ...entries.flatMap(voidedByEntry)]);
  return entries.flatMap((entry) => deliveredByEntry(entry, takenBack));
}

const voidedByEntry = ({ task, state }: OutboxEntry): readonly string[] =>
  task.kind === 'envelope-void' && state.kind === 'done' ? [task.envelopeId] : [];

function deliveredByEntry(
  { task, state, createdAt }: OutboxEntry,
  voided: ReadonlySet<string>,
): readonly DeliveredBefore[] {
  if ((task.kind !== 'envelope' && task.kind !== 'hand-envelope') || GONE.includes(state.kind)) return [];
  if (state.kind === 'done' && state.result.kind === 'envelope' && voided.has(state.result.envelopeId)) return [];
  const { at, by } =
    state.kind === 'already-done'
      ? { at: state.deliveredAt, by: state.deliveredBy }
      : { at: new Date(createdAt).toISOString(), by: null };
  return task.draft.documents.map(({ deliveryKey }) => {
    const refund = task.refunds?.[deliveryKey];
    const how = state.kind === 'by-hand' ? { byHand: handStep(state.marks) } : {};
    return { deliveryKey, at, by, ...how, ...(refund === undefined ? {} : { refund }) };
  });
}
