import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { OpenDocument, Pdfium } from './pdfium';

/** Opaque RGBA pixels of a page as the viewer shows it (turned by /Rotate, cropped). */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** FPDFBitmap_BGRA; FPDF_ANNOT draws annotations, FPDF_REVERSE_BYTE_ORDER gives RGBA, as a canvas wants. */
const FORMAT_BGRA = 4;
const DRAW_FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;
/** No side of an image longer than this, whatever the scale asked: pixels. */
const MAX_SIDE = 4096;

/** Draws one page, with the fields and signatures that stand on it. `page` from 1; `scale` 1 = 72 dpi. */
export async function renderPage(
  pdfium: Pdfium,
  bytes: Uint8Array,
  page: number,
  scale: number,
  password = '',
): Promise<Result<PageImage>> {
  const opened = await pdfium.withDocument(bytes, (document) => draw(document, page, scale), password);
  return opened.ok ? opened.value : err(appError('pdf/damaged'));
}

function draw({ pdfium, handle, pageCount }: OpenDocument, number: number, scale: number): Result<PageImage> {
  if (!Number.isInteger(number) || number < 1 || number > pageCount) return err(appError('pdf/no-such-page'));
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(handle, info);
  const page = pdfium.FPDF_LoadPage(handle, number - 1);
  try {
    if (page === 0) return err(appError('pdf/damaged'));
    pdfium.FORM_OnAfterLoadPage(page, form);
    const points = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)] as const;
    const zoom = Math.min(Math.max(scale, 0.05), MAX_SIDE / Math.max(...points, 1));
    const width = Math.max(1, Math.round(points[0] * zoom));
    const height = Math.max(1, Math.round(points[1] * zoom));
    const length = width * height * 4;
    const buffer = pdfium.pdfium.wasmExports.malloc(length);
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, FORMAT_BGRA, buffer, width * 4);
    try {
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_FLAGS);
      pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, DRAW_FLAGS);
      const pixels = new Uint8ClampedArray(pdfium.pdfium.HEAPU8.slice(buffer, buffer + length).buffer);
      return ok({ width, height, pixels });
    } finally {
      pdfium.FPDFBitmap_Destroy(bitmap);
      pdfium.pdfium.wasmExports.free(buffer);
    }
  } finally {
    if (page !== 0) {
      pdfium.FORM_OnBeforeClosePage(page, form);
      pdfium.FPDF_ClosePage(page);
    }
    pdfium.PDFiumExt_ExitFormFillEnvironment(form);
    pdfium.PDFiumExt_CloseFormFillInfo(info);
  }
}
