import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownBox, shownSize } from '../../../src/features/placing/page-geometry';

const LETTER = { width: 612, height: 792 };

describe('shownBox', () => {
  it('turns the origin from bottom left to top left', () => {
    expect(shownBox([40, 113, 190, 28], { ...LETTER, rotation: 0 })).toEqual({
      left: 40,
      top: 792 - 113 - 28,
      width: 190,
      height: 28,
    });
  });

  // A box in the bottom left corner of the unrotated page, and the corner where a clockwise turn brings it.
  it.each([
    [90, { left: 10, top: 20, width: 5, height: 30 }],
    [180, { left: 612 - 20 - 30, top: 10, width: 30, height: 5 }],
    [270, { left: 792 - 10 - 5, top: 612 - 20 - 30, width: 5, height: 30 }],
  ] as const)('follows /Rotate %i', (rotation, expected) => {
    expect(shownBox([20, 10, 30, 5], { ...LETTER, rotation })).toEqual(expected);
  });

  it('keeps every box of the page inside the page as shown', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.nat(500),
          y: fc.nat(700),
          w: fc.integer({ min: 1, max: 112 }),
          h: fc.integer({ min: 1, max: 92 }),
        }),
        fc.constantFrom(0, 90, 180, 270),
        ({ x, y, w, h }, rotation) => {
          const page = { ...LETTER, rotation } as Parameters<typeof shownBox>[1];
          const box = shownBox([x, y, w, h], page);
          const size = shownSize(page);
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
          expect(box.left + box.width).toBeLessThanOrEqual(size.width);
          expect(box.top + box.height).toBeLessThanOrEqual(size.height);
          expect(box.width * box.height).toBe(w * h);
        },
      ),
    );
  });
});
