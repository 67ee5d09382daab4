import { LineGrouper } from '../../src/core/documents/group-lines';
import type { TextAngle } from '../../src/core/documents/group-lines';
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
  const grouper = new LineGrouper();
  const floats = scratch >> 2;
  const doubles = scratch >> 3;
  let angle: TextAngle = 0;
  let wordStart = true;
  for (let index = 0; index < count; index += 1) {
    const code = library.FPDFText_GetUnicode(text, index) >>> 0;
    digest.add(code);
    // pdfium's generated spaces have no place of their own: only their being there matters.
    const char = charOf(code);
    if ((code < 0x21 || code > 0x7e) && char.trim() === '') {
      if (!wordStart) grouper.space(angle);
      wordStart = true;
      continue;
    }
    if (wordStart) angle = quarterTurn(library.FPDFText_GetCharAngle(text, index));
    wordStart = false;
    library.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    // Looked up anew: a call that allocates may move the memory.
    const places = pdfium.HEAPF64;
    const x = places[doubles] ?? 0;
    const y = places[doubles + 1] ?? 0;
    library.FPDFText_GetLooseCharBox(text, index, scratch);
    const box = pdfium.HEAPF32;
    grouper.add(char, x, y, box[floats] ?? x, box[floats + 3] ?? y, box[floats + 2] ?? x, box[floats + 1] ?? y, angle);
  }
  return grouper.lines();
}

/** Every character by its code, up to the last of Latin-1, made once. */
const LATIN = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

function charOf(code: number): string {
  if (code === SOFT_HYPHEN) return '-';
  if (code > 0 && code < 256) return LATIN[code] ?? '';
  // A character without a meaning, or none at all.
  if (code === 0 || code === 0xfffe || code > 0x10ffff) return '';
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}

/** pdfium measures the angle clockwise, in radians. Slanted text counts as its nearest quarter turn. */
function quarterTurn(radians: number): TextAngle {
  if (radians === 0) return 0;
  const turns = ((Math.round(-radians / (Math.PI / 2)) % 4) + 4) % 4;
  return turns === 0 ? 0 : turns === 1 ? 90 : turns === 2 ? 180 : 270;
}
