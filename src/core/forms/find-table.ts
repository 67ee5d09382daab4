import type { Rect } from '../documents/page-text';
import type { ReadingFrame } from '../documents/reading-frame';
import type { FormLayout, LayoutTable } from './form-layout';
import type { SignerRole } from './placed-field';

/** Two places may differ by this much before they disagree (ground-decisions §6): points. */
export const PLACE_TOLERANCE = 6;
/** Page sizes are told with a fraction of a point: 611.976 is Letter too. */
const SAME_SIZE = 1;

export const placesAgree = (a: Rect, b: Rect): boolean =>
  Math.abs(a[0] - b[0]) <= PLACE_TOLERANCE && Math.abs(a[1] - b[1]) <= PLACE_TOLERANCE;

export const isOfSize = (frame: Pick<ReadingFrame, 'width' | 'height'>, [width, height]: readonly [number, number]) =>
  Math.abs(frame.width - width) < SAME_SIZE && Math.abs(frame.height - height) < SAME_SIZE;

export interface TableQuestion {
  readonly layout: FormLayout;
  readonly signer: SignerRole;
  /** `null`: the year is not known, so no table holds. */
  readonly taxYear: number | null;
  /** From 1, within the form's pages. */
  readonly page: number;
  readonly pageCount: number;
}

/** The undisputed tables of this signer, year, page and page size: one for each software's print that was measured. */
export function findTables(
  frame: ReadingFrame,
  { layout, signer, taxYear, page, pageCount }: TableQuestion,
): readonly LayoutTable[] {
  if (taxYear === null) return [];
  return layout.tables.filter(
    (table) =>
      table.disputed !== true &&
      table.signer === signer &&
      table.page === page &&
      (table.pageCount === undefined || table.pageCount === pageCount) &&
      taxYear >= table.taxYears[0] &&
      taxYear <= table.taxYears[1] &&
      isOfSize(frame, table.pageSize),
  );
}
