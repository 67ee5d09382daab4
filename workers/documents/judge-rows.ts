import type { ClientDirectory } from '../../src/core/documents/client-directory';
import type { DeliveredBefore, DocumentRow, DocumentStatus } from '../../src/core/documents/document-row';
import { judgeBatch } from '../../src/core/documents/judge-batch';
import type { BatchItem } from './batch-item';

/** What the batch makes of its rows; those that were delivered before say when, and by whom. */
export function judgeAgainst(
  items: readonly BatchItem[],
  delivered: ReadonlyMap<string, DeliveredBefore>,
  directory: ClientDirectory,
): DocumentRow[] {
  return judgeBatch(items, new Set(delivered.keys()), directory).map((row, index) => {
    const before = row.status === 'already-sent' ? delivered.get(items[index]?.deliveryKey ?? '') : undefined;
    if (before === undefined) return row;
    const { at, by, byHand } = before;
    return { ...row, delivered: byHand === undefined ? { at, by } : { at, by, byHand } };
  });
}

/** Whether the page has nothing new to show of a row. */
export const isSaidAlike = (before: DocumentRow, now: DocumentRow): boolean =>
  before.status === now.status &&
  before.issues.length === now.issues.length &&
  before.issues.every(({ code }, index) => code === now.issues[index]?.code);

const NO_STATUS: Readonly<Record<DocumentStatus, number>> = {
  ready: 0,
  confirm: 0,
  check: 0,
  blocked: 0,
  unmatched: 0,
  'already-sent': 0,
  refused: 0,
};

/** How many rows of each status. */
export function countsOf(rows: readonly DocumentRow[]): Record<DocumentStatus, number> {
  const counts = { ...NO_STATUS };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}
