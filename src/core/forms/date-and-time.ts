import type { Rect, TextWord } from '../documents/page-text';
import type { ReadingFrame } from '../documents/reading-frame';
import { findAnchors } from './find-anchor';
import type { Anchor } from './find-anchor';
import type { FieldAnchor } from './form-layout';
import type { TimePart } from './placed-field';

/** How far from the signature's bottom what goes with it may be: points. */
const NEAR_SIGNATURE = 60;

/** `printed`: the software already wrote a date there. `absent`: neither a label nor a date. */
export type DatePlace =
  { readonly kind: 'printed' } | { readonly kind: 'blank'; readonly anchor: Anchor } | { readonly kind: 'absent' };

/** yyyy-mm-dd or yyyy/mm/dd, also spaced over boxes. */
const PRINTED_DATE = /^(?:19|20)\d\d[-/. ]?(?:0[1-9]|1[0-2])[-/. ]?(?:0[1-9]|[12]\d|3[01])$/;

/** The date of the signature at `signature`: its label nearest to it, and whether a date stands over or beside it. */
export function findDate(frame: ReadingFrame, field: FieldAnchor, signature: Rect): DatePlace {
  const anchor = nearestAnchor(findAnchors(frame.lines, field), signature);
  if (anchor && hasPrintedDate(frame, anchor, field.side)) return { kind: 'printed' };
  return anchor ? { kind: 'blank', anchor } : { kind: 'absent' };
}

/** True when words that are a date stand where the field would be. */
function hasPrintedDate(frame: ReadingFrame, { first, last }: Anchor, side: FieldAnchor['side']): boolean {
  const [lowest, highest] = side === 'below' ? [-30, 2] : [-2, 30];
  const left = first[0] - 20;
  const right = last[0] + last[2] + 90;
  return frame.lines.some((line) => {
    const rise = line.rect[1] - first[1];
    return rise >= lowest && rise <= highest && isDate(digitsBetween(line.words, left, right));
  });
}

/** True when a date is printed inside `place`, give or take a line. */
export function hasDateIn(frame: ReadingFrame, [x, y, width, height]: Rect): boolean {
  return frame.lines.some(
    ({ rect, words }) =>
      rect[1] >= y - 4 && rect[1] <= y + height + 4 && isDate(digitsBetween(words, x - 10, x + width + 10)),
  );
}

const digitsBetween = (words: readonly TextWord[], left: number, right: number): TextWord[] =>
  words.filter(({ rect: [x], text }) => x >= left && x <= right && /^[\d\-/.]+$/.test(text));

/** One word, or neighbouring words that together are a date. */
function isDate(words: readonly TextWord[]): boolean {
  const texts = words.map((word) => word.text);
  return texts.some((text) => PRINTED_DATE.test(text)) || PRINTED_DATE.test(texts.join(''));
}

/** HH, MM and SS captions in a row, nearest under or beside the signature; or one « HH:MM:SS ». */
export function findTimeBoxes(
  frame: ReadingFrame,
  signature: Rect,
): readonly { readonly part: TimePart; readonly anchor: Anchor }[] | null {
  const parts = ['hh', 'mm', 'ss'] as const;
  const rows = frame.lines.filter((line) => Math.abs(line.rect[1] - signature[1]) <= NEAR_SIGNATURE);
  for (const line of [...rows].sort((a, b) => a.rect[1] - b.rect[1])) {
    const boxes = parts.flatMap((part) => {
      const word = line.words.find(({ text }) => text.toLowerCase().replace(/[^a-z]/g, '') === part);
      return word ? [{ part, anchor: { first: word.rect, last: word.rect } }] : [];
    });
    const starts = boxes.map(({ anchor }) => anchor.first[0]);
    if (boxes.length === 3 && starts.every((x, index) => index === 0 || x > (starts[index - 1] ?? 0))) return boxes;
  }
  const whole = nearestAnchor(findAnchors(frame.lines, { label: /hh:mm:ss|hhmmss/g }), signature);
  return whole ? [{ part: 'all', anchor: whole }] : null;
}

/** The label that goes with a signature: first by height on the page, then by column. */
export function nearestAnchor(anchors: readonly Anchor[], signature: Rect): Anchor | null {
  const drop = (anchor: Anchor) => Math.abs(anchor.first[1] - signature[1]);
  const distance = (anchor: Anchor) => drop(anchor) + Math.abs(anchor.first[0] - signature[0]) / 20;
  const near = anchors.filter((anchor) => drop(anchor) <= NEAR_SIGNATURE);
  return near.reduce<Anchor | null>(
    (best, anchor) => (best === null || distance(anchor) < distance(best) ? anchor : best),
    null,
  );
}
