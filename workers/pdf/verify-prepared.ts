import { appError } from '../../src/core/app-error';
import type { Rect } from '../../src/core/documents/page-text';
import type { PlacedField } from '../../src/core/forms/placed-field';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { OpenDocument, Pdfium } from './pdfium';
import { readPlainPages } from './read-plain-pages';
import { samePages } from './same-pages';

/** FPDF_ANNOT_WIDGET. */
const WIDGET = 20;
/** FPDF_FORMFIELD_SIGNATURE and FPDF_FORMFIELD_TEXTFIELD. */
const SIGNATURE_FIELD = 7;
const TEXT_FIELD = 6;
/** Rects are written with two decimals. */
const SAME_PLACE = 0.02;

interface SeenWidget {
  readonly page: number;
  readonly type: number;
  readonly rect: Rect;
}

/**
 * Re-opens what was written, with another library than wrote it, and compares: original bytes as prefix
 * (`pdf/rewritten`), page count, every page's size and text, each field at its place and of its kind (`pdf/check-failed`).
 */
export async function verifyPrepared(
  pdfium: Pdfium,
  original: Uint8Array,
  prepared: Uint8Array,
  fields: readonly PlacedField[],
): Promise<Result<null>> {
  if (!hasPrefix(prepared, original)) return err(appError('pdf/rewritten'));
  const before = await pdfium.withDocument(original, readPlainPages);
  const after = await pdfium.withDocument(prepared, (document) => ({
    pages: readPlainPages(document),
    widgets: readWidgets(document),
    sound: document.pdfium.FPDF_DocumentHasValidCrossReferenceTable(document.handle),
  }));
  if (!before.ok || !after.ok || !after.value.sound) return err(appError('pdf/check-failed'));
  const same = samePages(before.value, after.value.pages);
  return same && fields.every((field) => isThere(field, after.value.widgets))
    ? ok(null)
    : err(appError('pdf/check-failed'));
}

export function hasPrefix(bytes: Uint8Array, prefix: Uint8Array): boolean {
  if (bytes.length < prefix.length) return false;
  for (let index = 0; index < prefix.length; index += 1) if (bytes[index] !== prefix[index]) return false;
  return true;
}

function isThere({ kind, page, rect }: PlacedField, widgets: readonly SeenWidget[]): boolean {
  const type = kind === 'signature' || kind === 'initials' ? SIGNATURE_FIELD : TEXT_FIELD;
  return widgets.some(
    (seen) =>
      seen.page === page &&
      seen.type === type &&
      seen.rect.every((value, index) => Math.abs(value - (rect[index] ?? Number.NaN)) <= SAME_PLACE),
  );
}

/** Widgets with their kinds, which pdfium tells only within a form-fill environment. */
function readWidgets(document: OpenDocument): SeenWidget[] {
  const { pdfium, handle, pageCount } = document;
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(handle, info);
  const scratch = pdfium.pdfium.wasmExports.malloc(16);
  try {
    return Array.from({ length: pageCount }, (_, index) => index).flatMap((index) => {
      const page = pdfium.FPDF_LoadPage(handle, index);
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
        return placed ? [{ page: index + 1, type, rect: [left, bottom, right - left, top - bottom] }] : [];
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
