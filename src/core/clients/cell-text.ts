import type { Cell } from './table';

/** What offices write for « nothing ». */
const NOTHING = /^(?:-+|—|n\/?a|n\/?d|s\.?\s?o\.?|aucune?|none|néant)$/iu;

/** « aucune », « s. o. »; dashes may be more. */
const LONGEST_NOTHING = 6;

/**
 * A cell as text: NFC, spaces collapsed, the quotes of Excel's `="046454286"` and a leading apostrophe taken off. A spreadsheet's number is
 * written as JavaScript writes it: no exponent below 1e21.
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (isPlain(cell)) return cell;
  return cell
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f\u200b\ufeff]+/gu, ' ')
    .trim()
    .replace(/^="?([^"]*)"?$/u, '$1')
    .replace(/^'(?=[\d+=@-])/u, '');
}

/**
 * Nothing of it is to change: visible ASCII and the letters of Latin-1, single spaces between, no quote in front. Nearly
 * every cell of a long list is so, and asking is ten times quicker than changing nothing.
 */
function isPlain(text: string): boolean {
  let space = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) {
      if (space) return false;
      space = true;
    } else {
      if (code < 0x21 || (code > 0x7e && code < 0xc0) || code > 0xff) return false;
      if (at === 0 && (code === 0x22 || code === 0x27 || code === 0x3d)) return false;
      space = false;
    }
  }
  return !space || text === '';
}

/** `cellText`, with the office's words for « nothing » read as blank. */
export function cellValue(cell: Cell | undefined): string {
  const text = cellText(cell);
  return (text.length <= LONGEST_NOTHING || text.startsWith('-')) && NOTHING.test(text) ? '' : text;
}
