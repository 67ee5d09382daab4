import { expect, it } from 'vitest';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import { overlaysOn } from '../../../src/features/layout-bench/overlays';

const field = (x: number, over: Partial<PlacedField> = {}): PlacedField => ({
  kind: 'signature',
  signer: 'taxpayer',
  page: 1,
  rect: [x, 113, 190, 28],
  ...over,
});

it('places that coincide are drawn once, for every layout that has them; other pages not at all', () => {
  const layouts = [[field(40)], [field(40.9), field(40, { kind: 'date' })], [field(44), field(40, { page: 2 })]];
  expect(overlaysOn(layouts, 1).map(({ field: { kind, rect }, layouts: by }) => [kind, rect[0], by])).toEqual([
    ['signature', 40, [0, 1]],
    ['date', 40, [1]],
    ['signature', 44, [2]],
  ]);
  expect(overlaysOn(layouts, 2).map(({ layouts: by }) => by)).toEqual([[2]]);
});
