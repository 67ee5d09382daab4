import { GlyphTable, isBlank, PLACES } from '../../src/core/documents/glyph-table';
import { linesIn } from '../../src/core/documents/group-lines';
import type { TextLine } from '../../src/core/documents/page-text';
import type { TextDigest } from './page-digest';
import type { PdfiumInstance } from './pdfium';

/**
 * The wasm's own functions: four calls a character are most of what reading costs, and the library's wrappers look each
 * name up anew at every call.
 */
interface TextExports {
  readonly FPDFText_CountChars: (text: number) => number;
  readonly FPDFText_GetUnicode: (text: number, index: number) => number;
  readonly FPDFText_GetCharAngle: (text: number, index: number) => number;
  readonly FPDFText_GetCharOrigin: (text: number, index: number, x: number, y: number) => number;
  readonly FPDFText_GetLooseCharBox: (text: number, index: number, box: number) => number;
}

/** pdfium's mark for a hyphen at a line's end. */
const SOFT_HYPHEN = 2;
const HYPHEN = 0x2d;
/** Its answer for a character without a meaning. */
const NO_CHARACTER = 0xfffe;
const LAST_CHARACTER = 0x10ffff;

/** One serves page after page. */
const table = new GlyphTable();

/**
 * The lines of a page's text with their places.
 * @param text the handle of the page's text; 0 gives none.
 * @param digest takes every character in order.
 * @param scratch 32 bytes of wasm memory, aligned on 8.
 */
export function readLines({ pdfium }: PdfiumInstance, text: number, scratch: number, digest: TextDigest): TextLine[] {
  if (text === 0) return [];
  const library = pdfium.wasmExports as unknown as TextExports;
  const count = library.FPDFText_CountChars(text);
  table.clear(count);
  const { codes, places, turns } = table;
  const [floats, doubles] = [scratch >> 2, scratch >> 3];
  let turn = 0;
  let wordStart = true;
  let made = 0;
  for (let index = 0; index < count; index += 1) {
    const code = library.FPDFText_GetUnicode(text, index) >>> 0;
    digest.add(code);
    // pdfium's generated spaces have no place of their own: only their being there matters.
    if (isBlank(code) || code === NO_CHARACTER || code > LAST_CHARACTER) {
      if (!wordStart) {
        codes[made] = 0;
        turns[made] = turn;
        made += 1;
      }
      wordStart = true;
      continue;
    }
    if (wordStart) turn = quarterTurns(library.FPDFText_GetCharAngle(text, index));
    wordStart = false;
    codes[made] = code === SOFT_HYPHEN ? HYPHEN : code;
    turns[made] = turn;
    const at = made * PLACES;
    library.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    // Looked up anew: a call that allocates may move the memory.
    const origin = pdfium.HEAPF64;
    places[at] = origin[doubles] ?? 0;
    places[at + 1] = origin[doubles + 1] ?? 0;
    library.FPDFText_GetLooseCharBox(text, index, scratch);
    const box = pdfium.HEAPF32;
    places[at + 2] = box[floats] ?? 0;
    places[at + 3] = box[floats + 3] ?? 0;
    places[at + 4] = box[floats + 2] ?? 0;
    places[at + 5] = box[floats + 1] ?? 0;
    made += 1;
  }
  table.count = made;
  return linesIn(table);
}

/** pdfium measures the angle clockwise, in radians. Slanted text counts as its nearest quarter turn. */
const quarterTurns = (radians: number): number =>
  radians === 0 ? 0 : ((Math.round(-radians / (Math.PI / 2)) % 4) + 4) % 4;
