import type { DocumentDecision, DocumentRow } from '../../src/core/documents/document-row';
import { isContradictionAlone } from '../../src/core/documents/overridable';
import { isReason } from '../../src/core/documents/typed-reason';

/**
 * The line as it stands after the technician's decision. Confirming lifts « À confirmer » and « À vérifier » only: a
 * blocked, unmatched, refused or sent line stays what it is. An assignment was judged anew before it came here; what
 * the document itself still leaves to check (year, address) has been seen by the one who assigned it. An override with its
 * typed reason lifts a contradiction, and nothing else that blocks.
 */
export function decidedRow(row: DocumentRow, decision: DocumentDecision | null): DocumentRow {
  switch (decision?.kind) {
    case 'confirm':
    case 'assign':
    case 'without-internal-pages':
      return isAcceptable(row) ? { ...row, status: 'ready' } : row;
    case 'override':
      return isReason(decision.reason) && isOverridable(row) ? { ...row, status: 'ready' } : row;
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
  (row.status === 'confirm' || row.status === 'check') && canLeave(row);

const isOverridable = (row: DocumentRow): boolean =>
  row.status === 'blocked' && isContradictionAlone(row) && canLeave(row);

const canLeave = (row: DocumentRow): boolean =>
  row.client !== null &&
  row.placement.kind !== 'unplaced' &&
  row.recipients.length > 0 &&
  row.recipients.every(({ email }) => email !== null);
