import type { DocumentDecision, DocumentRow } from '../../src/core/documents/document-row';

/**
 * The line as it stands after the technician's decision. Confirming lifts « À confirmer » and « À vérifier » only: a
 * blocked, unmatched, refused or sent line stays what it is. An assignment was judged anew before it came here; what
 * the document itself still leaves to check (year, address) has been seen by the one who assigned it.
 */
export function decidedRow(row: DocumentRow, decision: DocumentDecision | null): DocumentRow {
  switch (decision?.kind) {
    case 'confirm':
    case 'assign':
      return isAcceptable(row) ? { ...row, status: 'ready' } : row;
    case 'set-aside':
    case undefined:
      return row;
  }
}

/** What Importer takes: ready lines, and lines to confirm or check with an accepting decision. Never a blocked one. */
export function isAccepted(row: DocumentRow, decision: DocumentDecision | null): boolean {
  return decision?.kind !== 'set-aside' && decidedRow(row, decision).status === 'ready';
}

/** Nothing anyone confirms makes up for a signature without a place (ground-decisions §6), or a recipient without address. */
const isAcceptable = (row: DocumentRow): boolean =>
  row.client !== null &&
  (row.status === 'confirm' || row.status === 'check') &&
  row.placement.kind !== 'unplaced' &&
  row.recipients.length > 0 &&
  row.recipients.every(({ email }) => email !== null);
