import type { Rect, TextLine } from './page-text';

/** Part of a line: words that stand together, apart from the others. */
export interface LineCell {
  readonly words: TextLine['words'];
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A gap wider than this many times the text's height parts two cells of one line. */
const CELL_GAP = 1.2;

/** The cells of a line from left to right; one where nothing parts its words. */
export function lineCells(line: TextLine, gap = CELL_GAP): LineCell[] {
  const cells: TextLine['words'][number][][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of line.words) {
    const { rect } = word;
    const last = cells.at(-1);
    if (last === undefined || rect[0] - end > gap * line.rect[3]) cells.push([word]);
    else last.push(word);
    end = rect[0] + rect[2];
  }
  return cells.map(cellOf);
}

export function cellOf(words: TextLine['words']): LineCell {
  const [first, last] = [words[0]?.rect ?? NOWHERE, words.at(-1)?.rect ?? NOWHERE];
  return { words, text: words.map(({ text }) => text).join(' '), left: first[0], right: last[0] + last[2] };
}

const NOWHERE: Rect = [0, 0, 0, 0];

/** Some of a line's cells as a line of their own. */
export function lineOf(cells: readonly LineCell[], { rect, angle }: TextLine): TextLine {
  const left = cells[0]?.left ?? rect[0];
  const right = cells.at(-1)?.right ?? left;
  const words = cells.flatMap((cell) => cell.words);
  const text = cells.map((cell) => cell.text).join(' ');
  const own: Rect = [left, rect[1], right - left, rect[3]];
  return angle === undefined ? { text, rect: own, words } : { text, rect: own, words, angle };
}
