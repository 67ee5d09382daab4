import type { PlacedField } from '../../core/forms/placed-field';

/** A place on a page, and the layouts (by position) that put a field there. */
export interface Overlay {
  readonly field: PlacedField;
  readonly layouts: readonly number[];
}

/** Closer than this, two places are drawn as one, and their letters side by side: points. */
const SAME_PLACE = 1;

/** The fields of each layout that stand on the page, those that coincide together. */
export function overlaysOn(layouts: readonly (readonly PlacedField[])[], page: number): readonly Overlay[] {
  const overlays: { field: PlacedField; layouts: number[] }[] = [];
  layouts.forEach((fields, layout) => {
    for (const field of fields) {
      if (field.page !== page) continue;
      const known = overlays.find((other) => isSamePlace(other.field, field));
      if (known) known.layouts.push(layout);
      else overlays.push({ field, layouts: [layout] });
    }
  });
  return overlays;
}

const isSamePlace = (a: PlacedField, b: PlacedField): boolean =>
  a.kind === b.kind &&
  a.part === b.part &&
  a.rect.every((value, side) => Math.abs(value - (b.rect[side] ?? Infinity)) < SAME_PLACE);
