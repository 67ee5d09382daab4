import type { Rect } from '../../src/core/documents/page-text';
import type { OpenDocument } from './pdfium';

/** FPDF_ANNOT_WIDGET. */
const WIDGET = 20;

export interface SeenWidget {
  /** From 1. */
  readonly page: number;
  /** FPDF_FORMFIELD_…. */
  readonly type: number;
  readonly rect: Rect;
}

/** Widgets of these pages (from 1) with their kinds, which pdfium tells only within a form-fill environment. */
export function readWidgets({ pdfium, handle }: OpenDocument, pages: Iterable<number>): SeenWidget[] {
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(handle, info);
  const scratch = pdfium.pdfium.wasmExports.malloc(16);
  try {
    return [...pages].flatMap((number) => {
      const page = pdfium.FPDF_LoadPage(handle, number - 1);
      if (page === 0) return [];
      const count = pdfium.FPDFPage_GetAnnotCount(page);
      const widgets = Array.from({ length: count }, (_, at) => at).flatMap((at): SeenWidget[] => {
        const annotation = pdfium.FPDFPage_GetAnnot(page, at);
        if (annotation === 0) return [];
        const isWidget = pdfium.FPDFAnnot_GetSubtype(annotation) === WIDGET;
        const type = isWidget ? pdfium.FPDFAnnot_GetFormFieldType(form, annotation) : -1;
        const placed = isWidget && pdfium.FPDFAnnot_GetRect(annotation, scratch);
        const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.pdfium.HEAPF32.subarray(
          scratch >> 2,
          (scratch >> 2) + 4,
        );
        pdfium.FPDFPage_CloseAnnot(annotation);
        return placed ? [{ page: number, type, rect: [left, bottom, right - left, top - bottom] }] : [];
      });
      pdfium.FPDF_ClosePage(page);
      return widgets;
    });
  } finally {
    pdfium.pdfium.wasmExports.free(scratch);
    pdfium.PDFiumExt_ExitFormFillEnvironment(form);
    pdfium.PDFiumExt_CloseFormFillInfo(info);
  }
}
