import { findDtMaxHeader } from '../documents/find-tax-year';
import type { PageText, Rect } from '../documents/page-text';
import { readingFrame } from '../documents/reading-frame';
import { hasDateIn } from './date-and-time';
import { findAnchors, lowestAnchor } from './find-anchor';
import { isOfSize, placesAgree } from './find-table';
import type { FormCode } from './form-code';
import type { Size } from './form-layout';
import { findLabels } from './label-places';
import type { LabelPlace } from './label-places';
import { FORM_LAYOUTS } from './layouts';
import type { PlacedField, Placement } from './placed-field';

/** What tells one software's print of a form from another's: its page header and its page size, points. */
export interface PrintLayout {
  readonly software: 'dt-max' | 'other';
  readonly pageSize: Size;
}

/** Where an office puts the fields of one form, year and print. Holds no word of any client's document. */
export interface OfficeLayout {
  readonly form: FormCode;
  readonly taxYear: number;
  readonly print: PrintLayout;
  /** `page` from 1, the form's first page; rectangles in that page's reading frame. */
  readonly fields: readonly PlacedField[];
  /** Where the signature's label stood on each page that bears a signature, when this was kept; `null`: none was known. */
  readonly labels: readonly { readonly page: number; readonly at: Rect | null }[];
  /** Where every label stood: a new year's shift is measured from them. Absent in layouts kept before they were noted. */
  readonly anchors?: readonly LabelPlace[];
}

/** `first`: the form's first page within the document, from 1. `null` when there is no such page. */
export function printOf(pages: readonly PageText[], first: number): PrintLayout | null {
  const page = pages[first - 1];
  if (page === undefined) return null;
  const { width, height } = readingFrame(page);
  const software = pages.some((it) => findDtMaxHeader(it) !== null) ? 'dt-max' : 'other';
  return { software, pageSize: [Math.round(width), Math.round(height)] };
}

export const isSamePrint = (a: PrintLayout, b: PrintLayout): boolean =>
  a.software === b.software && isOfSize({ width: a.pageSize[0], height: a.pageSize[1] }, b.pageSize);

export const isSameOfficeLayout = (
  a: Pick<OfficeLayout, 'form' | 'taxYear' | 'print'>,
  b: Pick<OfficeLayout, 'form' | 'taxYear' | 'print'>,
): boolean => a.form === b.form && a.taxYear === b.taxYear && isSamePrint(a.print, b.print);

/** Keeps places seen on one document, in user space, for the others of its form, year and print. */
export function learnLayout(
  form: FormCode,
  taxYear: number,
  pages: readonly PageText[],
  first: number,
  fields: readonly PlacedField[],
): OfficeLayout | null {
  const print = printOf(pages, first);
  // A field before the form's own pages has no place that would hold for another document.
  if (print === null || fields.length === 0 || fields.some(({ page }) => page < first)) return null;
  const learned = fields.flatMap((field) => {
    const page = pages[field.page - 1];
    if (page === undefined) return [];
    return [{ ...field, page: field.page - first + 1, rect: roundRect(readingFrame(page).fromUserSpace(field.rect)) }];
  });
  const signed = [...new Set(learned.filter(({ kind }) => kind === 'signature').map(({ page }) => page))];
  const labels = signed.map((page) => ({ page, at: labelOn(form, pages[page + first - 2]) }));
  const known = FORM_LAYOUTS[form];
  const anchors = known ? findLabels(known, pages.slice(first - 1, first - 1 + known.pages), first).map(noted) : [];
  return { form, taxYear, print, fields: learned, labels, anchors };
}

const noted = ({ what, signer, page, at }: LabelPlace): LabelPlace => ({ what, signer, page, at: roundRect(at) });

/**
 * The office's places on a document of the same form, year and print. The signature's label must stand where it stood
 * (or be as absent as it was): a form that moved is `disagreement`. A date already printed takes no field.
 */
export function placeByOffice(layout: OfficeLayout, pages: readonly PageText[], first: number): Placement {
  const missing = layout.fields.some(({ page }) => pages[page + first - 2] === undefined);
  if (missing || !labelMoves(layout, pages, first).every(({ agrees }) => agrees))
    return { kind: 'unplaced', reason: 'disagreement' };
  return { kind: 'placed', basis: 'office', calibrated: true, fields: officePlaces(layout, pages, first) };
}

/** The office's places on these pages, wherever the labels are: those of pages that are there, in user space. */
export function officePlaces(layout: OfficeLayout, pages: readonly PageText[], first: number): PlacedField[] {
  return layout.fields.flatMap((field): PlacedField[] => {
    const page = pages[field.page + first - 2];
    if (page === undefined) return [];
    const frame = readingFrame(page);
    if (field.kind === 'date' && hasDateIn(frame, field.rect)) return [];
    return [{ ...field, page: page.page, rect: frame.toUserSpace(field.rect) }];
  });
}

export interface SignatureLabelMove {
  readonly found: boolean;
  /** It stands where it stood, or is as absent as it was. */
  readonly agrees: boolean;
  /** The larger of both axes, points; `null` where it was or is absent. */
  readonly distance: number | null;
}

/** Each signature label that the layout knows, against where it stands now. */
export function labelMoves(layout: OfficeLayout, pages: readonly PageText[], first: number): SignatureLabelMove[] {
  return layout.labels.map(({ page, at }) => {
    const now = labelOn(layout.form, pages[page + first - 2]);
    if (at === null || now === null) return { found: now !== null, agrees: at === now, distance: null };
    const distance = Math.max(Math.abs(at[0] - now[0]), Math.abs(at[1] - now[1]));
    return { found: true, agrees: placesAgree(at, now), distance: Math.round(distance * 100) / 100 };
  });
}

function labelOn(form: FormCode, page: PageText | undefined): Rect | null {
  if (page === undefined) return null;
  const { lines } = readingFrame(page);
  const found = (FORM_LAYOUTS[form]?.blocks ?? []).map(({ signature }) => lowestAnchor(findAnchors(lines, signature)));
  const at = found.find((anchor) => anchor !== null)?.first;
  return at ? roundRect(at) : null;
}

/** Hundredths of a point: what a file and a screen need. */
const roundRect = ([x, y, width, height]: Rect): Rect => {
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(x), round(y), round(width), round(height)];
};
