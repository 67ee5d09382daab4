import { appError } from '../../src/core/app-error';
import type { DocumentRow, PageBox } from '../../src/core/documents/document-row';
import { learnLayout } from '../../src/core/forms/office-layout';
import type { OfficeLayout } from '../../src/core/forms/office-layout';
import type { PlacedField } from '../../src/core/forms/placed-field';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { inspectPdf } from '../pdf/inspect';
import type { Pdfium } from '../pdf/pdfium';
import type { BatchItem } from './batch-item';

/** Smaller than a finger and than any printed box: points. */
const SMALLEST = 4;

/** `layout/outside-page` unless each field lies on a page of the document, whole. */
export function checkPlaces(row: Pick<DocumentRow, 'pages'>, fields: readonly PlacedField[]): Result<null> {
  const sound = fields.every(({ page, rect }) => {
    const box = row.pages[page - 1];
    return box !== undefined && isInside(rect, box);
  });
  return sound && fields.length > 0 ? ok(null) : err(appError('layout/outside-page'));
}

function isInside([x, y, width, height]: PlacedField['rect'], box: PageBox): boolean {
  const [left, bottom, across, up] = box.crop ?? [0, 0, box.width, box.height];
  return (
    [x, y, width, height].every(Number.isFinite) &&
    width >= SMALLEST &&
    height >= SMALLEST &&
    x >= left - 0.5 &&
    y >= bottom - 0.5 &&
    x + width <= left + across + 0.5 &&
    y + height <= bottom + up + 0.5
  );
}

/** What the office keeps of these places: read from the document again, since its text was let go. */
export async function layoutFrom(
  pdfium: Pdfium,
  { source, row, password }: BatchItem,
  fields: readonly PlacedField[],
): Promise<Result<OfficeLayout>> {
  if (row.form === null || row.taxYear === null) return err(appError('layout/form-unknown'));
  const bytes = await source.read(password);
  if (!bytes.ok) return bytes;
  const inspected = await inspectPdf(pdfium, bytes.value, password);
  if (!inspected.ok) return inspected;
  const layout = learnLayout(row.form, row.taxYear, inspected.value.pages, row.formPage ?? 1, fields);
  return layout ? ok(layout) : err(appError('layout/outside-page'));
}
