import type { OpenDocument, PdfiumInstance } from './pdfium';

/** A page in little: enough to tell that nothing of it changed, and kept from Aperçu to Importer for a whole batch. */
export interface PageDigest {
  /** As the viewer shows it, points. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns. */
  readonly rotation: number;
  /** Of every character in order, 53 bits. */
  readonly text: number;
}

interface TextExports {
  readonly FPDFText_CountChars: (text: number) => number;
  readonly FPDFText_GetUnicode: (text: number, index: number) => number;
}

/** Digests the characters of a page one by one. Not against an adversary: what writes the pages is ours. */
export class TextDigest {
  #a = 0x2d34a31f;
  #b = 0x41c6ce57;

  add(code: number): void {
    this.#a = Math.imul(this.#a ^ code, 0x9e3779b1);
    this.#b = Math.imul(this.#b ^ code, 0x5f356495);
    this.#a ^= this.#b >>> 15;
  }

  value(): number {
    const [a, b] = [this.#a, this.#b];
    const low = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    const high = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
  }
}

/** Of one open page; `text` is the handle of its text, 0 for none. */
export function digestPage(pdfium: PdfiumInstance, page: number, text: number): PageDigest {
  const library = pdfium.pdfium.wasmExports as unknown as TextExports;
  const digest = new TextDigest();
  const count = text === 0 ? 0 : library.FPDFText_CountChars(text);
  for (let index = 0; index < count; index += 1) digest.add(library.FPDFText_GetUnicode(text, index) >>> 0);
  return { ...shownSize(pdfium, page), text: digest.value() };
}

export function shownSize(pdfium: PdfiumInstance, page: number): Omit<PageDigest, 'text'> {
  return {
    width: pdfium.FPDF_GetPageWidthF(page),
    height: pdfium.FPDF_GetPageHeightF(page),
    rotation: pdfium.FPDFPage_GetRotation(page),
  };
}

/** One page digested, from 1; `null` when pdfium does not open it. */
export function digestOf({ pdfium, handle }: OpenDocument, number: number): PageDigest | null {
  const page = pdfium.FPDF_LoadPage(handle, number - 1);
  if (page === 0) return null;
  const text = pdfium.FPDFText_LoadPage(page);
  const digest = digestPage(pdfium, page, text);
  if (text !== 0) pdfium.FPDFText_ClosePage(text);
  pdfium.FPDF_ClosePage(page);
  return digest;
}

/** Sizes of all pages, without reading them: a hundredth of the cost. Two numbers a page. */
export function readSizes({ pdfium, handle, pageCount }: OpenDocument): number[] {
  const scratch = pdfium.pdfium.wasmExports.malloc(8);
  try {
    return Array.from({ length: pageCount }, (_, index) => index).flatMap((index) => {
      const known = pdfium.FPDF_GetPageSizeByIndexF(handle, index, scratch);
      const [width = 0, height = 0] = pdfium.pdfium.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 2);
      return known ? [width, height] : [0, 0];
    });
  } finally {
    pdfium.pdfium.wasmExports.free(scratch);
  }
}
