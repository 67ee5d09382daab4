import { foldText } from '../fold-text';
import { lineCells } from './line-cells';
import type { PageText, TextLine } from './page-text';

const SIN_LABEL = /assurance soc|social ins|\bnas\b|\bsin\b|\bn\.a\.s\b|\bs\.i\.n\b/;
/** A narrow column cuts its caption short: « Votre numéro d’assurance s ». */
const CUT_SIN_LABEL = /numero d'assurance\b(?! ?(?:maladie|emploi|sante|vie|auto|hab))|\bsocial in?\b/;
/** What else has nine digits on a form, and may pass a SIN's check. */
const OTHER_NUMBER =
  /\b(?:confirm|control|compte|depot|deposit|account|dossier|file n|firm|referen|telephone|phone|fax|telecop|transit|polic[ey]|matricul|permis|licen[cs]e|facture|invoice|avis n|notice n|folio)/;
/** How far above or below a number its caption may be, in points. */
const NEAR = 26;

export const namesSin = (folded: string): boolean => SIN_LABEL.test(folded) || CUT_SIN_LABEL.test(folded);

/**
 * Whether the number printed on `line` from character `at` on says of itself that it is no SIN: by the words before it
 * on its line, else by the caption nearest above or below it.
 */
export function isOtherNumber(page: PageText, line: TextLine, at: number, length: number): boolean {
  const before =
    foldText(line.text.slice(0, at))
      .split(/\d{3,}/)
      .at(-1) ?? '';
  if (namesSin(before)) return false;
  if (OTHER_NUMBER.test(before)) return true;
  const telling = captionsOf(page, line, at, length).find((text) => namesSin(text) || OTHER_NUMBER.test(text));
  return telling !== undefined && !namesSin(telling);
}

/** « N.A.S. » too. */
const HAS_WORDS = /\p{L}\.?\p{L}/u;

/** The cells with words above and below a number, the nearest first; none that is much farther than another. */
function captionsOf(page: PageText, line: TextLine, at: number, length: number): string[] {
  const [left, right] = [edgeAt(line, at), edgeAt(line, at + length - 1)];
  const near = page.lines.flatMap((other) => {
    const away = Math.abs(other.rect[1] - line.rect[1]);
    if (away < 2 || away > NEAR) return [];
    const cell = lineCells(other).find((it) => it.left <= right && it.right >= left && HAS_WORDS.test(it.text));
    return cell ? [{ text: foldText(cell.text), away }] : [];
  });
  const nearest = Math.min(...near.map(({ away }) => away));
  return near
    .filter(({ away }) => away <= 1.6 * nearest)
    .sort((a, b) => a.away - b.away)
    .map(({ text }) => text);
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
