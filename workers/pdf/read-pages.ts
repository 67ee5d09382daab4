import type { PageText } from '../../src/core/documents/page-text';
import { shownSize, TextDigest } from './page-digest';
import type { PageDigest } from './page-digest';
import type { OpenDocument, PdfiumInstance } from './pdfium';
import { readLines } from './read-lines';

/** Bytes for the four numbers a pdfium call writes back (doubles or floats). */
const SCRATCH = 32;

export interface ReadPages {
  readonly pages: readonly PageText[];
  readonly digest: readonly PageDigest[];
}

/** Reads every page's text with its places, in default user space (ground-decisions §4). Pages that fail are empty. */
export function readPages(document: OpenDocument): ReadPages {
  const { pdfium } = document;
  const scratch = pdfium.pdfium.wasmExports.malloc(SCRATCH);
  try {
    const read = Array.from({ length: document.pageCount }, (_, index) => readPage(document, index, scratch));
    return { pages: read.map(({ page }) => page), digest: read.map(({ digest }) => digest) };
  } finally {
    pdfium.pdfium.wasmExports.free(scratch);
  }
}

interface OnePage {
  readonly page: PageText;
  readonly digest: PageDigest;
}

function readPage({ pdfium, handle }: OpenDocument, index: number, scratch: number): OnePage {
  const page = pdfium.FPDF_LoadPage(handle, index);
  if (page === 0) {
    const none = { width: 0, height: 0, rotation: 0 } as const;
    return { page: { page: index + 1, ...none, lines: [] }, digest: { ...none, text: 0 } };
  }
  try {
    const text = pdfium.FPDFText_LoadPage(page);
    try {
      const seen = new TextDigest();
      const lines = readLines(pdfium, text, scratch, seen);
      const box = boxOf(pdfium, page, scratch);
      return {
        page: { page: index + 1, ...box, ...cropOf(pdfium, page, scratch, box), lines },
        digest: { ...shownSize(pdfium, page), text: seen.value() },
      };
    } finally {
      if (text !== 0) pdfium.FPDFText_ClosePage(text);
    }
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
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
