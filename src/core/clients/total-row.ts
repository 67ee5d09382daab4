import { cellText } from './cell-text';
import type { Cell } from './table';

const MOST_CELLS = 2;

/** « Total : 60 », « Nombre de clients ; 60 »: the line a report ends with, not a client. */
export function isTotalRow(cells: readonly Cell[]): boolean {
  let first = '';
  let filled = 0;
  for (const cell of cells) {
    // Nearly every row leaves here at its third cell: this is asked of each row of a long list.
    if (typeof cell === 'string' && !/\S/u.test(cell)) continue;
    const text = filled > 0 ? 'more' : cellText(cell);
    if (text === '') continue;
    if (filled === 0) first = text;
    filled++;
    if (filled > MOST_CELLS) return false;
  }
  return (
    filled > 0 &&
    /^(?:grand )?(?:total|totaux|nombre (?:total )?de clients|number of clients|fin (?:du rapport|de la liste)|end of report)\b/iu.test(
      first,
    )
  );
}
