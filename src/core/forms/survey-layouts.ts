import { readingFrame } from '../documents/reading-frame';
import type { ReadingFrame } from '../documents/reading-frame';
import { isOfSize } from './find-table';
import { firstPageOf, ownPages } from './form-in-document';
import type { FormInDocument } from './form-in-document';
import type { FormLayout } from './form-layout';
import { knownTables } from './known-tables';
import type { KnownTables } from './known-tables';
import { findLabels, isSameLabel } from './label-places';
import type { FoundLabel } from './label-places';
import { FORM_LAYOUTS } from './layouts';
import { officePlaces } from './office-layout';
import type { OfficeLayout } from './office-layout';
import { placeFields } from './place-fields';
import type { PlacedField } from './placed-field';
import { furthestMove, proposeShift } from './propose-shift';
import type { LabelMove, ShiftProposal } from './propose-shift';

/** Whose a layout is: the form's printed labels, the product's table of some years and print, or the office's own. */
export type LayoutSource =
  | { readonly kind: 'labels' }
  | {
      readonly kind: 'table';
      readonly taxYears: readonly [number, number];
      readonly print: string;
      readonly disputed: boolean;
    }
  | { readonly kind: 'office'; readonly taxYear: number; readonly dtMax: boolean };

/** One layout known for a form, laid over a document of it. */
export interface SurveyedLayout {
  /** Names it within its survey. */
  readonly id: string;
  readonly source: LayoutSource;
  /** Width and height it was made for, points; `null`: any. */
  readonly pageSize: readonly [width: number, height: number] | null;
  /** False shows « Position à valider ». */
  readonly calibrated: boolean;
  /** `nothing`: neither its labels nor its pages are in the document. */
  readonly fit: 'fits' | 'other-page-size' | 'nothing';
  /** Where it puts the fields, in user space. */
  readonly fields: readonly PlacedField[];
  /** How far the document's labels stand from where this layout knows them. */
  readonly moves: readonly LabelMove[];
  /** The furthest of `moves`, points; `null` without any. */
  readonly offset: number | null;
  /** What would bring it onto this document. */
  readonly shift: ShiftProposal;
}

/**
 * Every layout known for the form, whatever its years: printed labels first, then the product's tables, then the
 * office's own, newest first. Unlike `placeFields`, disputed tables and those of other sizes are told too.
 */
export function surveyLayouts(document: FormInDocument, offices: readonly OfficeLayout[]): readonly SurveyedLayout[] {
  const layout = FORM_LAYOUTS[document.form];
  const first = firstPageOf(document);
  const pages = layout ? ownPages(document, layout) : [];
  const labels = layout ? findLabels(layout, pages, first) : [];
  const frames = pages.map(readingFrame);
  const tables = layout ? knownTables(layout).map((set, at) => byTables(set, at, layout, frames, labels, first)) : [];
  const own = offices
    .filter(({ form }) => form === document.form)
    .sort((a, b) => b.taxYear - a.taxYear)
    .map((office, at) => byOffice(office, at, document, labels));
  return [...(layout ? [byLabels(layout, document, labels)] : []), ...tables, ...own];
}

function byLabels(layout: FormLayout, document: FormInDocument, labels: readonly FoundLabel[]): SurveyedLayout {
  const placed = placeFields({ ...layout, tables: [] }, ownPages(document, layout), null);
  return surveyed({
    id: 'labels',
    source: { kind: 'labels' },
    pageSize: null,
    calibrated: layout.calibrated,
    fit: placed.kind === 'placed' ? 'fits' : 'nothing',
    fields: placed.kind === 'placed' ? placed.fields : [],
    moves: labels.map(({ what, page }) => ({ what, page, dx: 0, dy: 0 })),
  });
}

function byTables(
  set: KnownTables,
  at: number,
  layout: FormLayout,
  frames: readonly ReadingFrame[],
  labels: readonly FoundLabel[],
  first: number,
): SurveyedLayout {
  const placed = set.flatMap((table) => {
    const frame = frames[table.page - 1];
    if (frame === undefined || (table.pageCount !== undefined && table.pageCount !== frames.length)) return [];
    const { signer, signature, date, time } = table;
    const put = { signer, page: frame.page } as const;
    const fields: readonly PlacedField[] = [
      { ...put, kind: 'signature', rect: signature },
      ...(date === null ? [] : [{ ...put, kind: 'date', rect: date } as const]),
      ...(time === null
        ? []
        : (['hh', 'mm', 'ss'] as const).map((part) => ({ ...put, kind: 'time', part, rect: time[part] }) as const)),
    ];
    return [{ table, frame, fields }];
  });
  const [{ taxYears, print, pageSize, disputed }] = set;
  const fits = placed.every(({ frame }) => isOfSize(frame, pageSize));
  return surveyed({
    id: `table-${at}`,
    source: { kind: 'table', taxYears, print, disputed: disputed === true },
    pageSize,
    calibrated: layout.calibrated,
    fit: placed.length === 0 ? 'nothing' : fits ? 'fits' : 'other-page-size',
    fields: placed.flatMap(({ frame, fields }) =>
      fields.map((field) => ({ ...field, rect: frame.toUserSpace(field.rect) })),
    ),
    moves: placed.flatMap(({ fields }) =>
      fields.flatMap((field): LabelMove[] => {
        const what = field.part ?? (field.kind === 'date' ? 'date' : 'signature');
        const page = field.page - first + 1;
        const label = labels.find((it) => isSameLabel(it, { what, signer: field.signer, page }));
        return label ? [{ what, page, dx: label.field[0] - field.rect[0], dy: label.field[1] - field.rect[1] }] : [];
      }),
    ),
  });
}

function byOffice(
  office: OfficeLayout,
  at: number,
  document: FormInDocument,
  labels: readonly FoundLabel[],
): SurveyedLayout {
  const first = firstPageOf(document);
  const fields = officePlaces(office, document.pages, first);
  const page = document.pages[first - 1];
  const fits = page !== undefined && isOfSize(readingFrame(page), office.print.pageSize);
  return surveyed({
    id: `office-${at}`,
    source: { kind: 'office', taxYear: office.taxYear, dtMax: office.print.software === 'dt-max' },
    pageSize: office.print.pageSize,
    calibrated: true,
    fit: fields.length === 0 ? 'nothing' : fits ? 'fits' : 'other-page-size',
    fields,
    moves: movesFrom(office, labels),
  });
}

/** From where the labels stood when the office kept its layout; those kept before all were noted have the signature's. */
function movesFrom({ anchors, labels: signatures }: OfficeLayout, labels: readonly FoundLabel[]): LabelMove[] {
  return labels.flatMap((label): LabelMove[] => {
    const { what, page, at } = label;
    const signature = what === 'signature' ? signatures.find((it) => it.page === page)?.at : null;
    const then = anchors ? anchors.find((it) => isSameLabel(it, label))?.at : signature;
    return then ? [{ what, page, dx: at[0] - then[0], dy: at[1] - then[1] }] : [];
  });
}

const surveyed = (layout: Omit<SurveyedLayout, 'offset' | 'shift'>): SurveyedLayout => ({
  ...layout,
  offset: furthestMove(layout.moves),
  shift: proposeShift(layout.moves),
});
