import type { PageText, Rect } from '../documents/page-text';
import { readingFrame } from '../documents/reading-frame';
import type { ReadingFrame } from '../documents/reading-frame';
import { findDate, findTimeBoxes } from './date-and-time';
import { findAnchors, lowestAnchor, squeeze } from './find-anchor';
import type { Anchor } from './find-anchor';
import type { FormLayout, LayoutTable, Size } from './form-layout';
import type { PlacedField, Placement, PlacementBasis } from './placed-field';

/** Anchor and table may differ by this much before they disagree (ground-decisions §6): points. */
const TOLERANCE = 6;
/** From a label's baseline to the bottom of the field on the line over it: points (domain facts §5). */
const ABOVE_LABEL = 10;
/** From a label's end to the field beside it, and from its baseline down to the field's bottom. */
const AFTER_LABEL = 4;
const UNDER_BASELINE = 2;

type Unplaced = Extract<Placement, { kind: 'unplaced' }>;
const unplaced = (reason: Unplaced['reason']): Unplaced => ({ kind: 'unplaced', reason });

/**
 * Places the fields of one form on its pages: anchor first, cross-checked with the table of its year and page size;
 * the table alone when there is no anchor; otherwise `unplaced` (not sendable until placed by hand). `taxYear` null
 * means that no table may be used.
 */
export function placeFields(layout: FormLayout, pages: readonly PageText[], taxYear: number | null): Placement {
  const frames = pages.map(readingFrame);
  const anchored = frames.flatMap((frame, index) => {
    const anchor = isMarked(frame, layout) ? signatureAnchor(frame, layout) : null;
    return anchor ? [{ frame, anchor, index }] : [];
  })[0];
  if (anchored) {
    const table = tableFor(layout, anchored.frame, taxYear, anchored.index);
    return placeByAnchor(layout, anchored.frame, anchored.anchor, table);
  }
  for (const [index, frame] of frames.entries()) {
    const table = tableFor(layout, frame, taxYear, index);
    if (table) return placeByTable(layout, frame, table);
  }
  return unplaced('no-anchor-no-table');
}

function placeByAnchor(layout: FormLayout, frame: ReadingFrame, anchor: Anchor, table: LayoutTable | null): Placement {
  const signature = beside(anchor, layout.signature.side, layout.signature.size(frame.width));
  if (table && !agrees(signature, table.signature)) return unplaced('disagreement');
  const fields: PlacedField[] = [{ kind: 'signature', signer: layout.signer, page: frame.page, rect: signature }];

  const date = layout.date ? findDate(frame, layout.date.label, signature) : { kind: 'printed' as const };
  if (date.kind === 'blank' && layout.date) {
    const rect = beside(date.anchor, layout.date.side, layout.date.size);
    fields.push({ kind: 'date', signer: layout.signer, page: frame.page, rect });
  }
  // Neither label nor printed date: only a table that says « pre-printed » may stand in for them.
  if (date.kind === 'absent' && !table) return unplaced('no-anchor-no-table');

  let basis: PlacementBasis = table ? 'anchor-and-table' : 'anchor';
  if (layout.time) {
    const boxes = findTimeBoxes(frame, signature);
    if (boxes) {
      const { size } = layout.time;
      for (const { part, anchor: label } of boxes) {
        const rect = beside(label, 'above', size);
        const known = part === 'all' ? undefined : table?.time?.[part];
        if (known && !agrees(rect, known)) return unplaced('disagreement');
        fields.push({ kind: 'time', part, signer: layout.signer, page: frame.page, rect });
      }
    } else if (table?.time) {
      basis = 'table';
      fields.push(...timeFields(layout, frame, table));
    } else {
      return unplaced('no-anchor-no-table');
    }
  }
  return {
    kind: 'placed',
    basis,
    calibrated: layout.calibrated,
    fields: fields.map((field) => inUserSpace(field, frame)),
  };
}

function placeByTable(layout: FormLayout, frame: ReadingFrame, table: LayoutTable): Placement {
  const signature = { kind: 'signature', signer: layout.signer, page: frame.page, rect: table.signature } as const;
  const fields: PlacedField[] = [signature, ...timeFields(layout, frame, table)];
  return {
    kind: 'placed',
    basis: 'table',
    calibrated: layout.calibrated,
    fields: fields.map((field) => inUserSpace(field, frame)),
  };
}

function timeFields(layout: FormLayout, frame: ReadingFrame, table: LayoutTable): PlacedField[] {
  const { time } = table;
  if (time === null) return [];
  const parts = ['hh', 'mm', 'ss'] as const;
  return parts.map((part) => ({ kind: 'time', part, signer: layout.signer, page: frame.page, rect: time[part] }));
}

function signatureAnchor(frame: ReadingFrame, layout: FormLayout): Anchor | null {
  return lowestAnchor(findAnchors(frame.lines, layout.signature.label));
}

function isMarked(frame: ReadingFrame, layout: FormLayout): boolean {
  const mark = layout.pageMark;
  return mark === null || frame.lines.some((line) => mark.test(squeeze(line.text)));
}

function tableFor(layout: FormLayout, frame: ReadingFrame, taxYear: number | null, index: number): LayoutTable | null {
  const found = layout.tables.find(
    ({ taxYear: year, pageSize: [width, height], page }) =>
      year === taxYear &&
      page === index + 1 &&
      Math.abs(frame.width - width) < 1 &&
      Math.abs(frame.height - height) < 1,
  );
  return found ?? null;
}

function beside(anchor: Anchor, side: 'above' | 'after', [width, height]: Size): Rect {
  const [x, y] = anchor.first;
  if (side === 'above') return [x, y + ABOVE_LABEL, width, height];
  const [lastX, lastY, lastWidth] = anchor.last;
  return [lastX + lastWidth + AFTER_LABEL, lastY - UNDER_BASELINE, width, height];
}

const agrees = (a: Rect, b: Rect): boolean => Math.abs(a[0] - b[0]) <= TOLERANCE && Math.abs(a[1] - b[1]) <= TOLERANCE;

const inUserSpace = (field: PlacedField, frame: ReadingFrame): PlacedField => ({
  ...field,
  rect: frame.toUserSpace(field.rect),
});
