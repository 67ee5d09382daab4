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
  const seen = new Set<TextAngle>();
  for (const { angle } of glyphs) seen.add(angle);
  return ANGLES.filter((angle) => seen.has(angle)).flatMap((angle) =>
    linesOf(wordsOf(glyphs, angle)).map((words) => toTextLine(words, angle)),
  );
}

/** The words read in this direction, in the order given. A page has thousands of characters: none makes an object here. */
function wordsOf(glyphs: readonly Glyph[], angle: TextAngle): FramedWord[] {
  const words: FramedWord[] = [];
  let word: FramedWord | null = null;
  let lastEnd = 0;
  let lastBaseline = 0;
  let lastHeight = 0;
  for (const glyph of glyphs) {
    if (glyph.angle !== angle) continue;
    if (isBlank(glyph.char)) {
      word = null;
      continue;
    }
    const start = startOf(glyph);
    const end = endOf(glyph);
    const baseline = baselineOf(glyph);
    const height = heightOf(glyph);
    if (word !== null) {
      const gap = start - lastEnd;
      const tall = Math.max(lastHeight, height, 1);
      const near = gap < WORD_GAP * tall && gap > -0.6 * tall;
      if (!near || Math.abs(baseline - lastBaseline) >= SAME_LINE * tall) word = null;
    }
    if (word === null) {
      word = { text: glyph.char, start, end, baseline, height };
      words.push(word);
    } else {
      word.text += glyph.char;
      if (start < word.start) word.start = start;
      if (end > word.end) word.end = end;
      if (height > word.height) word.height = height;
    }
    lastEnd = end;
    lastBaseline = baseline;
    lastHeight = height;
  }
  return words;
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

function startOf({ angle, x, y }: Glyph): number {
  return angle === 0 ? x : angle === 90 ? y : angle === 180 ? -x : -y;
}

function endOf({ angle, left, right, top, bottom }: Glyph): number {
  return angle === 0 ? right : angle === 90 ? top : angle === 180 ? -left : -bottom;
}

function baselineOf({ angle, x, y }: Glyph): number {
  return angle === 0 ? y : angle === 90 ? -x : angle === 180 ? -y : x;
}

/** From the baseline to the top of the advance box. */
function heightOf({ angle, x, y, left, right, top, bottom }: Glyph): number {
  return angle === 0 ? top - y : angle === 90 ? x - left : angle === 180 ? y - bottom : right - x;
}

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
