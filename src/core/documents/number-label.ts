import { foldText } from '../fold-text';
import { lineCells } from './line-cells';
import type { PageText, TextLine } from './page-text';

/** A narrow column cuts its caption short. */
const SIN_LABEL = /assurance soc|social ins|\bnas\b|\bsin\b|\bn\.a\.s\b|\bs\.i\.n\b/;
/** What else has nine digits on a form, and may pass a SIN's check. */
const OTHER_NUMBER =
  /\b(?:confirm|control|compte|account|dossier|file n|firm|referen|telephone|phone|fax|telecop|transit|polic[ey]|matricul|permis|licen[cs]e|facture|invoice|avis n|notice n|folio)/;
/** How far above or below a number its caption may be, in points. */
const NEAR = 26;

export const namesSin = (folded: string): boolean => SIN_LABEL.test(folded);

/**
 * Whether the number printed on `line` from character `at` on says of itself that it is no SIN: by the words before it
 * on its line, else by the caption nearest above or below it.
 */
export function isOtherNumber(page: PageText, line: TextLine, at: number, length: number): boolean {
  const before =
    foldText(line.text.slice(0, at))
      .split(/\d{3,}/)
      .at(-1) ?? '';
  if (/\p{L}{2}/u.test(before)) {
    if (namesSin(before)) return false;
    if (OTHER_NUMBER.test(before)) return true;
  }
  const caption = captionOf(page, line, at, length);
  return caption !== null && !namesSin(caption) && OTHER_NUMBER.test(caption);
}

function captionOf(page: PageText, line: TextLine, at: number, length: number): string | null {
  const [left, right] = [edgeAt(line, at), edgeAt(line, at + length - 1)];
  let nearest: { readonly text: string; readonly away: number } | null = null;
  for (const other of page.lines) {
    const away = Math.abs(other.rect[1] - line.rect[1]);
    if (away < 2 || away > NEAR || away >= (nearest?.away ?? Number.POSITIVE_INFINITY)) continue;
    const cell = lineCells(other).find((it) => it.left <= right && it.right >= left && /\p{L}{2}/u.test(it.text));
    if (cell) nearest = { text: foldText(cell.text), away };
  }
  return nearest?.text ?? null;
}

/** Left edge of the word that holds the line's character `at`. */
function edgeAt(line: TextLine, at: number): number {
  let start = 0;
  for (const { text, rect } of line.words) {
    if (at <= start + text.length) return rect[0];
    start += text.length + 1;
  }
  return line.rect[0];
}
