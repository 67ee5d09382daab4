import type { Rect, TextLine, TextWord } from './page-text';

/** One character as the reader saw it. `x`, `y` is its origin on the baseline; `left … top` its advance box. */
export interface Glyph {
  readonly char: string;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  /** Reading direction, counter-clockwise: 90 reads upwards. */
  readonly angle: TextAngle;
}

export type TextAngle = 0 | 90 | 180 | 270;

/** A word in its own reading frame: `start` and `end` along the line, `baseline` up from it. */
interface FramedWord {
  text: string;
  start: number;
  end: number;
  readonly baseline: number;
  height: number;
}

const ANGLES: readonly TextAngle[] = [0, 90, 180, 270];

/** A gap wider than this share of the character's height parts two words (a space is about 0.28 of the size). */
const WORD_GAP = 0.22;
/** Characters whose baselines differ by less than this share of their height are on one line. */
const SAME_LINE = 0.35;

/** Groups characters into words by gaps and lines by baseline; lines from top to bottom as they are read. */
export function groupLines(glyphs: readonly Glyph[]): TextLine[] {
  const grouper = new LineGrouper();
  for (const { char, x, y, left, bottom, right, top, angle } of glyphs) {
    if (isBlank(char)) grouper.space(angle);
    else grouper.add(char, x, y, left, bottom, right, top, angle);
  }
  return grouper.lines();
}

/** What the last character of a direction was: its end, its baseline, its height. */
const STATE = 3;

/** The same, taking characters one by one as they are read: a page has thousands, and none makes an object here. */
export class LineGrouper {
  readonly #words: readonly FramedWord[][] = ANGLES.map(() => []);
  readonly #open: (FramedWord | null)[] = ANGLES.map(() => null);
  readonly #last = new Float64Array(STATE * ANGLES.length);

  /** Ends the word read in this direction. */
  space(angle: TextAngle): void {
    this.#open[angle / 90] = null;
  }

  /** Not a blank. Places as in `Glyph`. */
  add(
    char: string,
    x: number,
    y: number,
    left: number,
    bottom: number,
    right: number,
    top: number,
    angle: TextAngle,
  ): void {
    const [start, end, baseline, height] =
      angle === 0
        ? [x, right, y, top - y]
        : angle === 90
          ? [y, top, -x, x - left]
          : angle === 180
            ? [-x, -left, -y, y - bottom]
            : [-y, -bottom, x, right - x];
    const way = angle / 90;
    const at = way * STATE;
    const last = this.#last;
    let word = this.#open[way] ?? null;
    if (word !== null) {
      const gap = start - (last[at] ?? 0);
      const tall = Math.max(last[at + 2] ?? 0, height, 1);
      const near = gap < WORD_GAP * tall && gap > -0.6 * tall;
      if (!near || Math.abs(baseline - (last[at + 1] ?? 0)) >= SAME_LINE * tall) word = null;
    }
    if (word === null) {
      word = { text: char, start, end, baseline, height };
      this.#words[way]?.push(word);
      this.#open[way] = word;
    } else {
      word.text += char;
      if (start < word.start) word.start = start;
      if (end > word.end) word.end = end;
      if (height > word.height) word.height = height;
    }
    last[at] = end;
    last[at + 1] = baseline;
    last[at + 2] = height;
  }

  lines(): TextLine[] {
    return ANGLES.flatMap((angle, way) => linesOf(this.#words[way] ?? []).map((words) => toTextLine(words, angle)));
  }
}

function linesOf(words: readonly FramedWord[]): FramedWord[][] {
  const lines: FramedWord[][] = [];
  for (const word of words.toSorted((a, b) => b.baseline - a.baseline)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && Math.abs(first.baseline - word.baseline) < SAME_LINE * Math.min(first.height, word.height)) {
      line.push(word);
    } else {
      lines.push([word]);
    }
  }
  for (const line of lines) line.sort((a, b) => a.start - b.start);
  return lines;
}

const isBlank = (char: string): boolean => char === ' ' || ((char < '!' || char > '~') && char.trim() === '');

function toTextLine(words: readonly FramedWord[], angle: TextAngle): TextLine {
  const baseline = words[0]?.baseline ?? 0;
  let [start, end, height] = [Infinity, -Infinity, -Infinity];
  let text = '';
  const placed = words.map((word): TextWord => {
    start = Math.min(start, word.start);
    end = Math.max(end, word.end);
    height = Math.max(height, word.height);
    text += text === '' ? word.text : ` ${word.text}`;
    return { text: word.text, rect: fromFrame(word.start, word.baseline, word.end - word.start, word.height, angle) };
  });
  const rect = fromFrame(start, baseline, end - start, height, angle);
  return angle === 0 ? { text, rect, words: placed } : { text, rect, words: placed, angle };
}

/** `height` is from the baseline to the top of the advance box. */
function fromFrame(start: number, baseline: number, length: number, height: number, angle: TextAngle): Rect {
  switch (angle) {
    case 0:
      return [start, baseline, length, height];
    case 90:
      return [-baseline - height, start, height, length];
    case 180:
      return [-start - length, -baseline - height, length, height];
    case 270:
      return [baseline, -start - length, height, length];
  }
}
