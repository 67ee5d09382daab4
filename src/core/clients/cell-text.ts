import type { Cell } from './table';

/** What offices write for « nothing ». */
const NOTHING = /^(?:-+|—|n\/?a|n\/?d|s\.?\s?o\.?|aucune?|none|néant)$/iu;

/**
 * A cell as text: NFC, spaces collapsed, the quotes of Excel's `="046454286"` and a leading apostrophe taken off. A spreadsheet's number is
 * written as JavaScript writes it: no exponent below 1e21.
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  return cell
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f\u200b\ufeff]+/gu, ' ')
    .trim()
    .replace(/^="?([^"]*)"?$/u, '$1')
    .replace(/^'(?=[\d+=@-])/u, '');
}

/** `cellText`, with the office's words for « nothing » read as blank. */
export function cellValue(cell: Cell | undefined): string {
  const text = cellText(cell);
  return NOTHING.test(text) ? '' : text;
}
