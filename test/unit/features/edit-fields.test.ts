import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import { moveField, newFields, resizeField } from '../../../src/features/placing/edit-fields';
import { shownBox, shownSize, userRect } from '../../../src/features/placing/page-geometry';

const LETTER = { width: 612, height: 792, rotation: 0 } as const;
const FIELD: PlacedField = { kind: 'signature', signer: 'taxpayer', page: 1, rect: [40, 113, 190, 28] };
const rotations = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);

describe('moving', () => {
  it('right and down as the eye sees them', () => {
    expect(moveField(FIELD, LETTER, 10, 5).rect).toEqual([50, 108, 190, 28]);
    // Turned clockwise by a quarter: down the screen is towards greater x.
    expect(moveField(FIELD, { ...LETTER, rotation: 90 }, 0, 5).rect).toEqual([45, 113, 190, 28]);
  });

  it('never leaves its page, whatever the turn and the crop', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: -900, max: 900 }),
        rotations,
        (dx, dy, rotation) => {
          const box = { ...LETTER, rotation, crop: [20, 30, 500, 700] as const };
          const [x, y, width, height] = moveField(FIELD, box, dx, dy).rect;
          expect(Math.min(x - 20, y - 30)).toBeGreaterThanOrEqual(-1e-6);
          expect(x + width).toBeLessThanOrEqual(520 + 1e-6);
          expect(y + height).toBeLessThanOrEqual(730 + 1e-6);
        },
      ),
    );
  });
});

describe('a page that shows less than it is', () => {
  const cropped = { ...LETTER, crop: [100, 50, 400, 600] as const };

  it('has the size and the origin of what is shown', () => {
    expect(shownSize(cropped)).toEqual({ width: 400, height: 600 });
    expect(shownBox([110, 60, 20, 10], cropped)).toEqual({ left: 10, top: 580, width: 20, height: 10 });
  });

  it('there and back', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(500), rotations, (x, y, rotation) => {
        const box = { ...cropped, rotation };
        expect(userRect(shownBox([x, y, 30, 12], box), box)).toEqual([x, y, 30, 12]);
      }),
    );
  });
});

it('resizing keeps the upper left corner', () => {
  expect(resizeField(FIELD, LETTER, 10, 4).rect).toEqual([40, 109, 200, 32]);
  expect(resizeField(FIELD, LETTER, -900, -900).rect).toEqual([40, 133, 8, 8]);
});

it('a time is three boxes beside one another', () => {
  const boxes = newFields('time-boxes', 'taxpayer', 2, LETTER);
  expect(boxes.map(({ part, page, rect }) => [part, page, rect[0]])).toEqual([
    ['hh', 2, 60],
    ['mm', 2, 87],
    ['ss', 2, 114],
  ]);
});
