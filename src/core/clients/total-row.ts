import { cellText } from './cell-text';
import type { Cell } from './table';

/** « Total : 60 », « Nombre de clients ; 60 »: the line a report ends with, not a client. */
export function isTotalRow(cells: readonly Cell[]): boolean {
  const filled = cells.map(cellText).filter((text) => text !== '');
  return (
    filled.length > 0 &&
    filled.length <= 2 &&
    /^(?:grand )?(?:total|totaux|nombre (?:total )?de clients|number of clients|fin (?:du rapport|de la liste)|end of report)\b/iu.test(
      filled[0] ?? '',
    )
  );
}
