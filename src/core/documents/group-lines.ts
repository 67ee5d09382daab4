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

/** A character in its own reading frame: `u` along the line, `v` up from it. */
interface FramedGlyph {
  readonly char: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly height: number;
}

interface FramedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  readonly height: number;
}

/** A gap wider than this share of the character's height parts two words (a space is about 0.28 of the size). */
const WORD_GAP = 0.22;
/** Characters whose baselines differ by less than this share of their height are on one line. */
const SAME_LINE = 0.35;

/** Groups characters into words by gaps and lines by baseline; lines from top to bottom as they are read. */
export function groupLines(glyphs: readonly Glyph[]): TextLine[] {
  const angles: readonly TextAngle[] = [0, 90, 180, 270];
  return angles.flatMap((angle) => {
    const own = glyphs.filter((glyph) => glyph.angle === angle).map((glyph) => intoFrame(glyph));
    return linesOf(wordsOf(own)).map((words) => toTextLine(words, angle));
  });
}

function wordsOf(glyphs: readonly FramedGlyph[]): FramedWord[] {
  const words: FramedWord[] = [];
  let current: FramedGlyph[] = [];
  const close = () => {
    if (current.length > 0) words.push(joinGlyphs(current));
    current = [];
  };
  for (const glyph of glyphs) {
    if (glyph.char.trim() === '') {
      close();
      continue;
    }
    const last = current.at(-1);
    if (last !== undefined && !continues(last, glyph)) close();
    current.push(glyph);
  }
  close();
  return words;
}

function continues(last: FramedGlyph, next: FramedGlyph): boolean {
  const height = Math.max(last.height, next.height, 1);
  const gap = next.start - last.end;
  const drop = Math.abs(next.baseline - last.baseline);
  return gap < WORD_GAP * height && gap > -0.6 * height && drop < SAME_LINE * height;
}

function joinGlyphs(glyphs: readonly FramedGlyph[]): FramedWord {
  return {
    text: glyphs.map((glyph) => glyph.char).join(''),
    start: Math.min(...glyphs.map((glyph) => glyph.start)),
    end: Math.max(...glyphs.map((glyph) => glyph.end)),
    baseline: glyphs[0]?.baseline ?? 0,
    height: Math.max(...glyphs.map((glyph) => glyph.height)),
  };
}

function linesOf(words: readonly FramedWord[]): FramedWord[][] {
  const lines: FramedWord[][] = [];
  for (const word of [...words].sort((a, b) => b.baseline - a.baseline)) {
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

function toTextLine(words: readonly FramedWord[], angle: TextAngle): TextLine {
  const placed: TextWord[] = words.map((word) => ({
    text: word.text,
    rect: fromFrame([word.start, word.baseline, word.end - word.start, word.height], angle),
  }));
  const start = Math.min(...words.map((word) => word.start));
  const end = Math.max(...words.map((word) => word.end));
  const baseline = words[0]?.baseline ?? 0;
  const height = Math.max(...words.map((word) => word.height));
  const text = words.map((word) => word.text).join(' ');
  const rect = fromFrame([start, baseline, end - start, height], angle);
  return angle === 0 ? { text, rect, words: placed } : { text, rect, words: placed, angle };
}

/** The height is from the baseline to the top of the advance box. */
function intoFrame(glyph: Glyph): FramedGlyph {
  const { char, x, y, left, right, top, bottom } = glyph;
  switch (glyph.angle) {
    case 0:
      return { char, start: x, end: right, baseline: y, height: top - y };
    case 90:
      return { char, start: y, end: top, baseline: -x, height: x - left };
    case 180:
      return { char, start: -x, end: -left, baseline: -y, height: y - bottom };
    case 270:
      return { char, start: -y, end: -bottom, baseline: x, height: right - x };
  }
}

function fromFrame([start, baseline, length, height]: Rect, angle: TextAngle): Rect {
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
