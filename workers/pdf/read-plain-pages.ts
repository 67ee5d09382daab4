import type { OpenDocument } from './pdfium';

/** A page's size, turn and bare text: enough to tell that nothing of it changed, at half the cost of its places. */
export interface PlainPage {
  /** As the viewer shows it, points. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns. */
  readonly rotation: number;
  readonly text: string;
}

export function readPlainPages({ pdfium, handle, pageCount }: OpenDocument): PlainPage[] {
  return Array.from({ length: pageCount }, (_, index) => {
    const page = pdfium.FPDF_LoadPage(handle, index);
    if (page === 0) return { width: 0, height: 0, rotation: 0, text: '' };
    const handleOfText = pdfium.FPDFText_LoadPage(page);
    const count = handleOfText === 0 ? 0 : pdfium.FPDFText_CountChars(handleOfText);
    // UTF-16 with its closing zero.
    const buffer = pdfium.pdfium.wasmExports.malloc(2 * count + 2);
    if (count > 0) pdfium.FPDFText_GetText(handleOfText, 0, count, buffer);
    const plain = {
      width: pdfium.FPDF_GetPageWidthF(page),
      height: pdfium.FPDF_GetPageHeightF(page),
      rotation: pdfium.FPDFPage_GetRotation(page),
      text: count > 0 ? pdfium.pdfium.UTF16ToString(buffer, 2 * count) : '',
    };
    pdfium.pdfium.wasmExports.free(buffer);
    if (handleOfText !== 0) pdfium.FPDFText_ClosePage(handleOfText);
    pdfium.FPDF_ClosePage(page);
    return plain;
  });
}
