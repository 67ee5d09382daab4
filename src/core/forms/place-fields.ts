import type { PageText } from '../documents/page-text';
import { readingFrame } from '../documents/reading-frame';
import type { ReadingFrame } from '../documents/reading-frame';
import { besideLabel } from './beside-label';
import { findAnchors, lowestAnchor } from './find-anchor';
import { findTables, placesAgree } from './find-table';
import type { FormLayout, LayoutTable, SignatureBlock } from './form-layout';
import { isMarked } from './label-places';
import { placeByAnchor, placeByTable } from './place-block';
import type { BlockPlacement } from './place-block';
import type { PlacedField, Placement, PlacementBasis } from './placed-field';

type Unplaced = Extract<Placement, { kind: 'unplaced' }>;
const unplaced = (reason: Unplaced['reason']): Unplaced => ({ kind: 'unplaced', reason });

/**
 * Places the fields of one form on its pages: anchor first, cross-checked with the tables of its year and page size; a
 * table alone when there is no anchor; otherwise `unplaced` (not sendable until placed by hand). `taxYear` null means
 * that no table may be used. Rectangles are in user space.
 */
export function placeFields(layout: FormLayout, pages: readonly PageText[], taxYear: number | null): Placement {
  const frames = pages.map(readingFrame);
  const placed: BlockPlacement[] = [];
  for (const block of layout.blocks) {
    const found = placeBlock(layout, block, frames, taxYear);
    if (found === null && block.presence === 'optional') continue;
    if (found === null) return unplaced('no-anchor-no-table');
    for (const copy of found) {
      if (copy.kind === 'unplaced') return unplaced(copy.reason);
      placed.push(copy);
    }
  }
  const initials = frames.flatMap((frame) => initialsOn(frame, layout.blocks));
  const parts = placed.flatMap((block) => (block.kind === 'placed' ? [block] : []));
  const bases = parts.map(({ basis }) => basis);
  return {
    kind: 'placed',
    basis: weakest(bases),
    calibrated: layout.calibrated,
    fields: [...parts.flatMap(({ frame, fields }) => inUserSpace(frame, fields)), ...initials],
  };
}

/** One placement a copy; `null`: neither label nor table. */
function placeBlock(
  layout: FormLayout,
  block: SignatureBlock,
  frames: readonly ReadingFrame[],
  taxYear: number | null,
): readonly BlockPlacement[] | null {
  const tablesOf = (index: number, frame: ReadingFrame): readonly LayoutTable[] =>
    findTables(frame, { layout, signer: block.signer, taxYear, page: index + 1, pageCount: frames.length });
  const anchored = frames.flatMap((frame, index) => {
    const anchor = isMarked(frame, layout) ? lowestAnchor(findAnchors(frame.lines, block.signature)) : null;
    return anchor ? [placeByAnchor(block, frame, anchor, tablesOf(index, frame))] : [];
  });
  if (anchored.length > 0) return layout.copies === 'every' ? anchored : anchored.slice(0, 1);

  const known = frames.flatMap((frame, index) => {
    const tables = tablesOf(index, frame);
    const [first] = tables;
    if (first === undefined) return [];
    const same = tables.every(({ signature }) => placesAgree(signature, first.signature));
    return [same ? placeByTable(block, frame, first) : ({ kind: 'unplaced', reason: 'disagreement' } as const)];
  });
  if (known.length === 0) return null;
  return layout.copies === 'every' ? known : known.slice(0, 1);
}

function initialsOn(frame: ReadingFrame, blocks: readonly SignatureBlock[]): PlacedField[] {
  return blocks.flatMap(({ signer, initials }) => {
    const anchor = initials ? lowestAnchor(findAnchors(frame.lines, initials)) : null;
    if (!initials || !anchor) return [];
    const rect = besideLabel(anchor, initials, frame.width);
    return inUserSpace(frame, [{ kind: 'initials', signer, page: frame.page, rect }]);
  });
}

const inUserSpace = (frame: ReadingFrame, fields: readonly PlacedField[]): PlacedField[] =>
  fields.map((field) => ({ ...field, rect: frame.toUserSpace(field.rect) }));

/** What is said of the whole is what holds for its least sure part. */
function weakest(bases: readonly PlacementBasis[]): PlacementBasis {
  if (bases.includes('table')) return 'table';
  return bases.includes('anchor') ? 'anchor' : 'anchor-and-table';
}
