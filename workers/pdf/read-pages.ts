import { groupLines } from '../../src/core/documents/group-lines';
import type { Glyph, TextAngle } from '../../src/core/documents/group-lines';
import type { PageText } from '../../src/core/documents/page-text';
import type { OpenDocument, PdfiumInstance } from './pdfium';

/** Bytes for the four numbers a pdfium call writes back (doubles or floats). */
const SCRATCH = 32;
/** Reads every page's text with its places, in default user space (ground-decisions §4). Pages that fail are empty. */
export function readPages(document: OpenDocument): PageText[] {
  const { pdfium } = document;
  const scratch = pdfium.pdfium.wasmExports.malloc(SCRATCH);
  try {
    return Array.from({ length: document.pageCount }, (_, index) => readPage(document, index, scratch));
  } finally {
    pdfium.pdfium.wasmExports.free(scratch);
  }
}

function readPage({ pdfium, handle }: OpenDocument, index: number, scratch: number): PageText {
  const page = pdfium.FPDF_LoadPage(handle, index);
  if (page === 0) return { page: index + 1, width: 0, height: 0, rotation: 0, lines: [] };
  try {
    const text = pdfium.FPDFText_LoadPage(page);
    try {
      const glyphs = text === 0 ? [] : readGlyphs(pdfium, text, scratch);
      const box = boxOf(pdfium, page, scratch);
      return { page: index + 1, ...box, ...cropOf(pdfium, page, scratch, box), lines: groupLines(glyphs) };
    } finally {
      if (text !== 0) pdfium.FPDFText_ClosePage(text);
    }
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

function readGlyphs(pdfium: PdfiumInstance, text: number, scratch: number): Glyph[] {
  const count = pdfium.FPDFText_CountChars(text);
  const glyphs: Glyph[] = [];
  const floats = scratch >> 2;
  const doubles = scratch >> 3;
  let angle: TextAngle = 0;
  let wordStart = true;
  for (let index = 0; index < count; index += 1) {
    const code = pdfium.FPDFText_GetUnicode(text, index);
    // 2 is pdfium's mark for a hyphen at a line's end; 0 a character without a meaning.
    const char = code === 2 ? '-' : code === 0 || code === 0xfffe ? '' : String.fromCodePoint(code);
    if (char.trim() === '') {
      wordStart = true;
      if (glyphs.length > 0) glyphs.push(spaceAfter(glyphs.at(-1)));
      continue;
    }
    if (wordStart) angle = quarterTurn(pdfium.FPDFText_GetCharAngle(text, index));
    wordStart = false;
    pdfium.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    const x = pdfium.pdfium.HEAPF64[doubles] ?? 0;
    const y = pdfium.pdfium.HEAPF64[doubles + 1] ?? 0;
    pdfium.FPDFText_GetLooseCharBox(text, index, scratch);
    const heap = pdfium.pdfium.HEAPF32;
    glyphs.push({
      char,
      x,
      y,
      left: heap[floats] ?? x,
      top: heap[floats + 1] ?? y,
      right: heap[floats + 2] ?? x,
      bottom: heap[floats + 3] ?? y,
      angle,
    });
  }
  return glyphs;
}

/** pdfium's generated spaces have no place of their own: only their being there matters. */
function spaceAfter(previous: Glyph | undefined): Glyph {
  const base = previous ?? { char: '', x: 0, y: 0, left: 0, right: 0, top: 0, bottom: 0, angle: 0 };
  return { ...base, char: ' ' };
}

/** pdfium measures the angle clockwise, in radians. Slanted text counts as its nearest quarter turn. */
function quarterTurn(radians: number): TextAngle {
  const turns = ((Math.round(-radians / (Math.PI / 2)) % 4) + 4) % 4;
  return turns === 0 ? 0 : turns === 1 ? 90 : turns === 2 ? 180 : 270;
}

function boxOf(pdfium: PdfiumInstance, page: number, scratch: number): Omit<PageText, 'page' | 'lines'> {
  const turns = pdfium.FPDFPage_GetRotation(page);
  const rotation = turns === 1 ? 90 : turns === 2 ? 180 : turns === 3 ? 270 : 0;
  if (pdfium.FPDFPage_GetMediaBox(page, scratch, scratch + 4, scratch + 8, scratch + 12)) {
    const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.pdfium.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4);
    const size = { width: Math.abs(right - left), height: Math.abs(top - bottom), rotation } as const;
    return left === 0 && bottom === 0 ? size : { ...size, origin: [Math.min(left, right), Math.min(bottom, top)] };
  }
  // An inherited MediaBox: pdfium answers the page's size, already turned and cropped.
  const width = pdfium.FPDF_GetPageWidthF(page);
  const height = pdfium.FPDF_GetPageHeightF(page);
  return rotation === 90 || rotation === 270 ? { width: height, height: width, rotation } : { width, height, rotation };
}

/** The CropBox where it shows less than the MediaBox; what of it lies outside is not shown (ISO 32000-1, 14.11.2). */
function cropOf(
  pdfium: PdfiumInstance,
  page: number,
  scratch: number,
  { width, height, origin = [0, 0] }: Pick<PageText, 'width' | 'height' | 'origin'>,
): Pick<PageText, 'crop'> {
  if (!pdfium.FPDFPage_GetCropBox(page, scratch, scratch + 4, scratch + 8, scratch + 12)) return {};
  const [a = 0, b = 0, c = 0, d = 0] = pdfium.pdfium.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4);
  const left = Math.max(Math.min(a, c), origin[0]);
  const bottom = Math.max(Math.min(b, d), origin[1]);
  const right = Math.min(Math.max(a, c), origin[0] + width);
  const top = Math.min(Math.max(b, d), origin[1] + height);
  const whole = left === origin[0] && bottom === origin[1] && right - left === width && top - bottom === height;
  return whole || right <= left || top <= bottom ? {} : { crop: [left, bottom, right - left, top - bottom] };
}
