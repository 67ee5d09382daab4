import type { ClientDirectory } from '../../src/core/documents/client-directory';
import type { DocumentRow } from '../../src/core/documents/document-row';
import { foldText } from '../../src/core/fold-text';
import type { DocumentsView } from '../../src/worker-bridge/documents-worker-api';
import type { Batch } from './batch';
import { decidedRow } from './decided-row';
import { judgeAgainst } from './judge-rows';

/** The batch's lines as they stand: judged one against another, then under what the technician decided of each. */
export const rowsOf = (
  { items, delivered, decisions }: Pick<Batch, 'items' | 'delivered' | 'decisions'>,
  directory: ClientDirectory,
): DocumentRow[] =>
  judgeAgainst(items, delivered, directory).map((row) => decidedRow(row, decisions.get(row.id) ?? null));

/** Positions of the lines of this status that have these words in the file's or the client's name, or the form's. */
export function rowsInView(rows: readonly DocumentRow[], { status, search }: DocumentsView): Uint32Array {
  const words = foldText(search).split(' ').filter(Boolean);
  const positions = rows.flatMap((row, position) => {
    const text = foldText(`${row.sourceName} ${row.client?.name ?? ''} ${row.form ?? ''}`);
    return (status === 'all' || row.status === status) && words.every((word) => text.includes(word)) ? [position] : [];
  });
  return Uint32Array.from(positions);
}
