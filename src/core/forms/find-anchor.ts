import { foldText } from '../fold-text';
import type { Rect, TextLine, TextWord } from '../documents/page-text';

/** Where a label was found: the places of its first and last words. */
export interface Anchor {
  readonly first: Rect;
  readonly last: Rect;
}

interface SqueezedLine {
  readonly text: string;
  /** For each character of `text`, the word it came from. */
  readonly words: readonly TextWord[];
}

/**
 * Finds a label's occurrences, top to bottom. Lines are compared squeezed (folded, without spaces or punctuation but the
 * colon), since readers and printers part words differently. `pattern` must carry the `g` flag.
 */
export function findAnchors(lines: readonly TextLine[], pattern: RegExp): Anchor[] {
  return lines.flatMap((line) => {
    const squeezed = squeezeLine(line);
    return [...squeezed.text.matchAll(pattern)].flatMap((found) => {
      const first = squeezed.words[found.index];
      const last = squeezed.words[found.index + found[0].length - 1];
      return first && last ? [{ first: first.rect, last: last.rect }] : [];
    });
  });
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
