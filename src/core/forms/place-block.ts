import type { Rect } from '../documents/page-text';
import type { ReadingFrame } from '../documents/reading-frame';
import { besideLabel } from './beside-label';
import { findDate, findTimeBoxes, hasDateIn, nearestAnchor } from './date-and-time';
import { findAnchors } from './find-anchor';
import type { Anchor } from './find-anchor';
import { placesAgree } from './find-table';
import type { LayoutTable, SignatureBlock } from './form-layout';
import type { FieldKind, PlacedField, PlacementBasis, TimePart } from './placed-field';

/** One block on one copy; places in the page's reading frame. */
export type BlockPlacement =
  | {
      readonly kind: 'placed';
      readonly basis: PlacementBasis;
      readonly frame: ReadingFrame;
      readonly fields: readonly PlacedField[];
    }
  | { readonly kind: 'unplaced'; readonly reason: 'disagreement' | 'no-anchor-no-table' };

type Fields = PlacedField[] | Extract<BlockPlacement, { kind: 'unplaced' }>;

const disagreement = { kind: 'unplaced', reason: 'disagreement' } as const;
const nothingKnown = { kind: 'unplaced', reason: 'no-anchor-no-table' } as const;

/** By the signature's label; `tables` are those of its year and page size, which must agree where there are any. */
export function placeByAnchor(
  block: SignatureBlock,
  frame: ReadingFrame,
  anchor: Anchor,
  tables: readonly LayoutTable[],
): BlockPlacement {
  const signature = besideLabel(anchor, block.signature, frame.width);
  const table = tables.find((known) => placesAgree(signature, known.signature)) ?? null;
  if (tables.length > 0 && table === null) return disagreement;
  const date = dateFields(block, frame, signature, table);
  if (!Array.isArray(date)) return date;
  const time = timeFields(block, frame, signature, table);
  if (!Array.isArray(time.fields)) return time.fields;
  const fields = [
    fieldOf(block, frame, 'signature', signature),
    ...date,
    ...time.fields,
    ...textFields(block, frame, signature),
  ];
  return { kind: 'placed', basis: time.fromTable ? 'table' : table ? 'anchor-and-table' : 'anchor', frame, fields };
}

/** By the table alone: the form's labels are drawings, or in words we do not know. */
export function placeByTable(block: SignatureBlock, frame: ReadingFrame, table: LayoutTable): BlockPlacement {
  const fields = [
    fieldOf(block, frame, 'signature', table.signature),
    ...blankDate(block, frame, table),
    ...tableTime(block, frame, table),
  ];
  return { kind: 'placed', basis: 'table', frame, fields };
}

function dateFields(block: SignatureBlock, frame: ReadingFrame, signature: Rect, table: LayoutTable | null): Fields {
  if (block.date === null) return [];
  const found = findDate(frame, block.date, signature);
  switch (found.kind) {
    case 'printed':
      return [];
    case 'blank': {
      const rect = besideLabel(found.anchor, block.date, frame.width);
      if (table?.date && !placesAgree(rect, table.date)) return disagreement;
      return [fieldOf(block, frame, 'date', rect)];
    }
    case 'absent':
      // Neither label nor printed date: only a table may stand in for them.
      return table ? blankDate(block, frame, table) : nothingKnown;
  }
}

const blankDate = (block: SignatureBlock, frame: ReadingFrame, { date }: LayoutTable): PlacedField[] =>
  date === null || hasDateIn(frame, date) ? [] : [fieldOf(block, frame, 'date', date)];

function timeFields(
  block: SignatureBlock,
  frame: ReadingFrame,
  signature: Rect,
  table: LayoutTable | null,
): { readonly fields: Fields; readonly fromTable: boolean } {
  if (block.time === null) return { fields: [], fromTable: false };
  const boxes = findTimeBoxes(frame, signature);
  if (boxes === null) {
    return table?.time
      ? { fields: tableTime(block, frame, table), fromTable: true }
      : { fields: nothingKnown, fromTable: false };
  }
  const { size } = block.time;
  const fields: PlacedField[] = [];
  for (const { part, anchor } of boxes) {
    const rect = besideLabel(anchor, { side: 'above', size }, frame.width);
    const known = part === 'all' ? undefined : table?.time?.[part];
    if (known && !placesAgree(rect, known)) return { fields: disagreement, fromTable: false };
    fields.push(fieldOf(block, frame, 'time', rect, part));
  }
  return { fields, fromTable: false };
}

function tableTime(block: SignatureBlock, frame: ReadingFrame, { time }: LayoutTable): PlacedField[] {
  if (time === null) return [];
  return (['hh', 'mm', 'ss'] as const).map((part) => fieldOf(block, frame, 'time', time[part], part));
}

function textFields(block: SignatureBlock, frame: ReadingFrame, signature: Rect): PlacedField[] {
  return (block.texts ?? []).flatMap((text) => {
    const anchor = nearestAnchor(findAnchors(frame.lines, text), signature);
    return anchor ? [fieldOf(block, frame, text.kind, besideLabel(anchor, text, frame.width))] : [];
  });
}

function fieldOf(
  { signer }: SignatureBlock,
  { page }: ReadingFrame,
  kind: FieldKind,
  rect: Rect,
  part?: TimePart,
): PlacedField {
  return part === undefined ? { kind, signer, page, rect } : { kind, part, signer, page, rect };
}
