import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { virtualWindow } from '../../../src/ui/virtual-window';

describe('virtualWindow', () => {
  it('draws what is seen and a little more', () => {
    expect(virtualWindow(0, 360, 36, 1000)).toEqual({ start: 0, end: 19 });
    expect(virtualWindow(3600, 360, 36, 1000)).toEqual({ start: 92, end: 119 });
  });

  it('holds for any scroll: all seen rows are drawn, and never many more', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 2000 }), fc.nat(5000), (scrollTop, view, count) => {
        const { start, end } = virtualWindow(scrollTop, view, 36, count);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(start).toBeLessThanOrEqual(end);
        expect(end - start).toBeLessThanOrEqual(Math.ceil(view / 36) + 1 + 16);
        const firstSeen = Math.floor(scrollTop / 36);
        const lastSeen = Math.min(count - 1, Math.floor((scrollTop + view - 1) / 36));
        if (firstSeen <= lastSeen) {
          expect(start).toBeLessThanOrEqual(firstSeen);
          expect(end).toBeGreaterThan(lastSeen);
        }
      }),
    );
  });
});
