import { PLACES, tableOf } from './glyph-table';
import type { GlyphTable } from './glyph-table';
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
export const groupLines = (glyphs: readonly Glyph[]): TextLine[] => linesIn(tableOf(glyphs));

/** The same of a table. */
export function linesIn(table: GlyphTable): TextLine[] {
  let seen = 0;
  for (let index = 0; index < table.count; index += 1) seen |= 1 << (table.turns[index] ?? 0);
  return ANGLES.flatMap((angle, turns) =>
    (seen & (1 << turns)) === 0 ? [] : linesOf(wordsOf(table, turns)).map((words) => toTextLine(words, angle)),
  );
}

/** Letters of the words of one page and direction, in order. */
let letters = new Uint16Array(0);

/** The words read in this direction, in the order given. */
function wordsOf({ count, codes, places, turns }: GlyphTable, turn: number): FramedWord[] {
  if (letters.length < 2 * count) letters = new Uint16Array(2 * count);
  const found: (FramedWord & { readonly from: number; to: number })[] = [];
  let word: (typeof found)[number] | null = null;
  let used = 0;
  let [lastEnd, lastBaseline, lastHeight] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    if (turns[index] !== turn) continue;
    const code = codes[index] ?? 0;
    if (code === 0) {
      word = null;
      continue;
    }
    const at = index * PLACES;
    const x = places[at] ?? 0;
    const y = places[at + 1] ?? 0;
    const left = places[at + 2] ?? 0;
    const bottom = places[at + 3] ?? 0;
    const right = places[at + 4] ?? 0;
    const top = places[at + 5] ?? 0;
    const start = turn === 0 ? x : turn === 1 ? y : turn === 2 ? -x : -y;
    const end = turn === 0 ? right : turn === 1 ? top : turn === 2 ? -left : -bottom;
    const baseline = turn === 0 ? y : turn === 1 ? -x : turn === 2 ? -y : x;
    // From the baseline to the top of the advance box.
    const height = turn === 0 ? top - y : turn === 1 ? x - left : turn === 2 ? y - bottom : right - x;
    if (word !== null) {
      const gap = start - lastEnd;
      const tall = Math.max(lastHeight, height, 1);
      const near = gap < WORD_GAP * tall && gap > -0.6 * tall;
      if (!near || Math.abs(baseline - lastBaseline) >= SAME_LINE * tall) word = null;
    }
    if (code < 0x10000) letters[used++] = code;
    else {
      letters[used++] = 0xd800 + ((code - 0x10000) >> 10);
      letters[used++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    }
    if (word === null) {
      const from = code < 0x10000 ? used - 1 : used - 2;
      word = { text: '', start, end, baseline, height, from, to: used };
      found.push(word);
    } else {
      word.to = used;
      if (start < word.start) word.start = start;
      if (end > word.end) word.end = end;
      if (height > word.height) word.height = height;
    }
    lastEnd = end;
    lastBaseline = baseline;
    lastHeight = height;
  }
  const text = textOf(used);
  for (const one of found) one.text = text.slice(one.from, one.to);
  return found;
}

function textOf(length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 8192) {
    // Not by spreading, which goes through an iterator: seven times slower.
    const part = letters.subarray(at, Math.min(at + 8192, length));
    text += Reflect.apply(String.fromCharCode, null, part) as string;
  }
  return text;
}

/** From top to bottom. Most pages are written in the order in which they are read: then nothing is sorted. */
function linesOf(words: readonly FramedWord[]): FramedWord[][] {
  const lines: FramedWord[][] = [];
  const falls = words.every((word, index) => index === 0 || word.baseline <= (words[index - 1]?.baseline ?? 0));
  for (const word of falls ? words : words.toSorted((a, b) => b.baseline - a.baseline)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && Math.abs(first.baseline - word.baseline) < SAME_LINE * Math.min(first.height, word.height)) {
      line.push(word);
    } else {
      lines.push([word]);
    }
  }
  for (const line of lines) {
    if (line.some((word, index) => index > 0 && word.start < (line[index - 1]?.start ?? 0))) {
      line.sort((a, b) => a.start - b.start);
    }
  }
  return lines;
}

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
