import { foldText } from '../fold-text';
import type { Rect, TextLine, TextWord } from '../documents/page-text';

/** Where a label was found: the places of its first and last words. */
export interface Anchor {
  readonly first: Rect;
  readonly last: Rect;
}

export interface AnchorPattern {
  /** Over squeezed text; must carry the `g` flag. */
  readonly label: RegExp;
  /** Only whole words. */
  readonly whole?: true;
}

interface SqueezedLine {
  readonly text: string;
  /** For each character of `text`, the word it came from. */
  readonly words: readonly TextWord[];
}

/** A gap wider than this many times the text's height parts two cells of one line. */
const CELL_GAP = 1.2;

/**
 * Finds a label's occurrences, top to bottom. Lines are compared squeezed (folded, without spaces or punctuation but the
 * colon), since readers and printers part words differently. A label opens its cell: inside a sentence it is a citation.
 */
export function findAnchors(lines: readonly TextLine[], { label, whole }: AnchorPattern): Anchor[] {
  return lines.flatMap((line) => {
    const squeezed = squeezeLine(line);
    return [...squeezed.text.matchAll(label)].flatMap((found) => {
      const end = found.index + found[0].length;
      const first = squeezed.words[found.index];
      const last = squeezed.words[end - 1];
      if (!first || !last || !opensCell(line, first)) return [];
      const cut = squeezed.words[found.index - 1] === first || squeezed.words[end] === last;
      return whole && cut ? [] : [{ first: first.rect, last: last.rect }];
    });
  });
}

/** The first word of its line or cell, but for a number (« 4 Signature »). */
function opensCell(line: TextLine, word: TextWord): boolean {
  const before = line.words[line.words.indexOf(word) - 1];
  if (before === undefined || /^[\d.)(\-–—]+$/.test(before.text)) return true;
  return word.rect[0] - (before.rect[0] + before.rect[2]) > CELL_GAP * Math.min(word.rect[3], before.rect[3]);
}

/** The lowest on the page: declarations cite their own labels higher up. */
export function lowestAnchor(anchors: readonly Anchor[]): Anchor | null {
  return anchors.reduce<Anchor | null>(
    (lowest, anchor) => (lowest === null || anchor.first[1] < lowest.first[1] ? anchor : lowest),
    null,
  );
}

export const squeeze = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}:]/gu, '');

function squeezeLine(line: TextLine): SqueezedLine {
  let text = '';
  const words: TextWord[] = [];
  for (const word of line.words) {
    const squeezed = squeeze(word.text);
    text += squeezed;
    for (let index = 0; index < squeezed.length; index += 1) words.push(word);
  }
  return { text, words };
}
