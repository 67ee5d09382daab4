import type { LocalClientId, OutboxEntryId } from '../ids';
import { isHandDone } from '../outbox/hand-mark';
import type { OutboxEntry } from '../outbox/outbox-entry';

/**
 * What must not leave once `client` no longer consents to their spouse receiving it: each send before its envelope, and
 * envelopes to be put in GEM-BOOKS by hand, but for those already transmitted.
 * @param entries The whole outbox.
 */
export function consentedEnvelopes(entries: readonly OutboxEntry[], client: LocalClientId): readonly OutboxEntryId[] {
  const theirs = new Set(
    entries.flatMap(({ id, task, state }) => {
      if (task.kind !== 'envelope' && task.kind !== 'hand-envelope') return [];
      const gone = state.kind === 'by-hand' && isHandDone(state.marks);
      return task.client === client && task.spouse !== undefined && !gone ? [id] : [];
    }),
  );
  const sends = entries.flatMap(({ id, task }) =>
    task.kind === 'envelope-send' && theirs.has(task.envelopeEntry) ? [id] : [],
  );
  return [...sends, ...theirs];
}
