import type { DocumentDecision } from '../core/documents/document-row';
import type { BatchId, RowId } from '../core/ids';
import type { JournalEvent } from '../core/journal/journal-event';
import type { PrepareResult } from '../worker-bridge/documents-worker-api';

/**
 * What the journal keeps of a person's decisions: what was set aside, and what left in spite of a contradiction or of
 * the rights that its file withholds. `documents` are those that leave: no line speaks of another.
 */
export function decisionEvents(
  batch: BatchId,
  decisions: readonly (readonly [RowId, DocumentDecision])[],
  { documents, despiteRights, rightsReason }: Pick<PrepareResult, 'documents' | 'despiteRights' | 'rightsReason'>,
): JournalEvent[] {
  const byDecision = decisions.flatMap(([row, decision]): JournalEvent[] => {
    if (decision.kind === 'set-aside') return [{ kind: 'document-set-aside', batch, reason: decision.reason }];
    const sent = documents.find(({ rowId }) => rowId === row);
    return decision.kind === 'override' && sent
      ? [{ kind: 'document-overridden', batch, document: sent.sealed.id, reason: decision.reason }]
      : [];
  });
  const leaving = documents.flatMap(({ sealed }) => (despiteRights.includes(sealed.id) ? [sealed.id] : []));
  return rightsReason === null || leaving.length === 0
    ? byDecision
    : [...byDecision, { kind: 'rights-overridden', batch, documents: leaving, reason: rightsReason }];
}
