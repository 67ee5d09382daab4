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

/** Drawn between two looks at `stopped`: pixels. A page at twice 72 dpi is four of these. */
const BAND_PIXELS = 512 * 1024;

/**
 * Draws one page, with the fields and signatures that stand on it, band after band: other calls run in between, and
 * once `stopped` answers true the rest is not drawn and the answer is `worker/aborted`.
 * @param page from 1.
 * @param scale 1 = 72 dpi.
 */
export async function renderPage(
  pdfium: Pdfium,
  bytes: Uint8Array,
  page: number,
  scale: number,
  password = '',
  stopped: () => boolean = () => false,
): Promise<Result<PageImage>> {
  const opened = await pdfium.withDocument(bytes, (document) => draw(document, page, scale, stopped), password);
  return opened.ok ? opened.value : err(appError('pdf/damaged'));
}

async function draw(
  { pdfium, handle, pageCount }: OpenDocument,
  number: number,
  scale: number,
  stopped: () => boolean,
): Promise<Result<PageImage>> {
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
    const band = Math.max(1, Math.floor(BAND_PIXELS / width));
    try {
      for (let top = 0; top < height; top += band) {
        await letOthersRun();
        if (stopped()) return err(appError('worker/aborted'));
        const rows = Math.min(band, height - top);
        const bitmap = pdfium.FPDFBitmap_CreateEx(width, rows, FORMAT_BGRA, buffer + top * width * 4, width * 4);
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, WHITE);
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, DRAW_FLAGS);
        pdfium.FPDF_FFLDraw(form, bitmap, page, 0, -top, width, height, 0, DRAW_FLAGS);
        pdfium.FPDFBitmap_Destroy(bitmap);
      }
      const pixels = new Uint8ClampedArray(pdfium.pdfium.HEAPU8.slice(buffer, buffer + length).buffer);
      return ok({ width, height, pixels });
    } finally {
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

/** A task, not a microtask: a message that stops the drawing has to be received. */
const letOthersRun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
