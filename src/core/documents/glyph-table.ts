import type { Glyph } from './group-lines';

/** Numbers a character: x, y, left, bottom, right, top, as in `Glyph`. */
export const PLACES = 6;

/**
 * The characters of one page in columns: there are thousands, and an object each would cost more than reading them.
 * One table serves page after page.
 */
export class GlyphTable {
  count = 0;
  /** UTF-16 units or code points; 0 is a blank, which has no place. */
  codes = new Uint32Array(0);
  places = new Float64Array(0);
  /** Quarter turns, counter-clockwise. */
  turns = new Uint8Array(0);

  /** Emptied, with room for so many. */
  clear(room: number): void {
    this.count = 0;
    if (room <= this.codes.length) return;
    const size = Math.ceil(room * 1.25);
    this.codes = new Uint32Array(size);
    this.places = new Float64Array(size * PLACES);
    this.turns = new Uint8Array(size);
  }
}

export function tableOf(glyphs: readonly Glyph[]): GlyphTable {
  const table = new GlyphTable();
  table.clear(glyphs.length);
  for (const { char, x, y, left, bottom, right, top, angle } of glyphs) {
    const code = char.codePointAt(0) ?? 0;
    table.codes[table.count] = isBlank(code) ? 0 : code;
    table.places.set([x, y, left, bottom, right, top], table.count * PLACES);
    table.turns[table.count] = angle / 90;
    table.count += 1;
  }
  return table;
}

/** What `trim` takes away beyond Latin-1. */
const RARE_BLANKS = new Set(
  [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].concat(
    Array.from({ length: 11 }, (_, index) => 0x2000 + index),
  ),
);

/** As `trim` has it; 0 is none. */
export function isBlank(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  if (code < 0x100) return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0;
  return RARE_BLANKS.has(code);
}
