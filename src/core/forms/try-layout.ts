import { firstPageOf } from './form-in-document';
import type { FormInDocument } from './form-in-document';
import { isSameOfficeLayout, labelMoves, officePlaces, placeByOffice, printOf } from './office-layout';
import type { OfficeLayout } from './office-layout';
import type { PlacedField } from './placed-field';

/**
 * What a layout would do to one document. `agrees`: it places its fields. `moved`: the signature's label stands
 * elsewhere. `no-label`: the layout knows it by a label that is not there (or is, where there was none). The others are
 * documents for which the layout does not hold.
 */
export type TrialVerdict = 'agrees' | 'moved' | 'no-label' | 'other-form' | 'other-year' | 'other-print';

export interface LayoutTrial {
  readonly verdict: TrialVerdict;
  readonly labelFound: boolean;
  /** How far the furthest signature label is from where the layout knows it, points; `null`: none to compare. */
  readonly distance: number | null;
  /** Where the fields fall, in user space. */
  readonly fields: readonly PlacedField[];
}

/** `document` `null`: the layout's form was not recognised in it. */
export function tryLayout(layout: OfficeLayout, document: FormInDocument | null): LayoutTrial {
  if (document === null || document.form !== layout.form)
    return { verdict: 'other-form', labelFound: false, distance: null, fields: [] };
  const { pages, taxYear } = document;
  const first = firstPageOf(document);
  const moves = labelMoves(layout, pages, first);
  const distances = moves.flatMap(({ distance }) => (distance === null ? [] : [distance]));
  const said = {
    labelFound: moves.length > 0 && moves.every(({ found }) => found),
    distance: distances.length === 0 ? null : Math.max(...distances),
    fields: officePlaces(layout, pages, first),
  };
  const print = printOf(pages, first);
  if (taxYear !== layout.taxYear) return { ...said, verdict: 'other-year' };
  if (print === null || !isSameOfficeLayout(layout, { form: document.form, taxYear, print }))
    return { ...said, verdict: 'other-print' };
  const placed = placeByOffice(layout, pages, first);
  if (placed.kind === 'placed') return { ...said, fields: placed.fields, verdict: 'agrees' };
  return { ...said, verdict: moves.some(({ distance }) => distance !== null) ? 'moved' : 'no-label' };
}
