import { parsePostalCode } from '../identifiers/postal-code';
import { findDtMaxHeader } from './find-tax-year';
import { inkRect } from './ink-rect';
import { BOXED, BUSINESS_NUMBER, MASKED, maskedTail, NINE, POSTAL_CODE } from './number-patterns';
import type { PageText, Rect, TextLine } from './page-text';
import { readingFrame } from './reading-frame';

/** A number of a page that may tell whose it is, and where it is printed (user space, points). */
export interface NumberSpot {
  readonly kind: 'sin' | 'masked' | 'business-number' | 'postal-code' | 'client-number';
  /** Digits only; of a masked SIN those that show; a postal code as records write it. */
  readonly text: string;
  readonly rect: Rect;
}

/** Those that read in the page's main direction. */
export function numberSpots(page: PageText): NumberSpot[] {
  const frame = readingFrame(page);
  return frame.lines.flatMap((line) =>
    numbersOf(line, page).map(({ kind, text, from, to }) => {
      return { kind, text, rect: frame.toUserSpace(inkOf(line, from, to)) };
    }),
  );
}

type Found = Pick<NumberSpot, 'kind' | 'text'> & { readonly from: number; readonly to: number };

function numbersOf(line: TextLine, page: PageText): Found[] {
  const all = (kind: NumberSpot['kind'], pattern: RegExp, read: (found: RegExpExecArray) => string | null): Found[] =>
    [...line.text.matchAll(pattern)].flatMap((found) => {
      const text = read(found);
      return text === null ? [] : [{ kind, text, from: found.index, to: found.index + found[0].length }];
    });
  const number = findDtMaxHeader({ ...page, lines: [line] })?.clientNumber;
  const at = number ? line.text.lastIndexOf(`#`) : -1;
  return [
    ...all('sin', NINE, (found) => `${found[1]}${found[3]}${found[4]}`),
    ...all('sin', BOXED, ([text]) => text.replace(/ /g, '')),
    ...all('masked', MASKED, maskedTail),
    ...all('business-number', BUSINESS_NUMBER, (found) => (found[1] ?? '').replace(/ /g, '')),
    ...all('postal-code', POSTAL_CODE, (found) => parsePostalCode(`${found[1]}${found[2]}`)),
    ...(number && at >= 0
      ? [{ kind: 'client-number', text: number, from: at, to: line.text.length } satisfies Found]
      : []),
  ];
}

/** Characters `from` up to `to` of the line; of a word that is partly meant, its share of the width. */
function inkOf({ words, rect }: TextLine, from: number, to: number): Rect {
  const parts: Rect[] = [];
  let start = 0;
  for (const { text, rect: word } of words) {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
    if (first < last) {
      const letter = word[2] / text.length;
      parts.push([word[0] + first * letter, word[1], (last - first) * letter, word[3]]);
    }
    start += text.length + 1;
  }
  return inkRect(parts.length > 0 ? parts : [rect]);
}
