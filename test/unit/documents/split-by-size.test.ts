import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitBySize } from '../../../workers/documents/split-by-size';

const same = (weight: number): number => weight;

it('runs of about the same weight, neighbours together', () => {
  expect(splitBySize([1, 1, 1, 1], same, 2)).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(splitBySize([9, 1, 1, 1], same, 2)).toEqual([[9], [1, 1, 1]]);
  expect(splitBySize([1, 1, 1, 9], same, 2)).toEqual([[1, 1, 1], [9]]);
  expect(splitBySize([5], same, 3)).toEqual([[5]]);
  expect(splitBySize([0, 0], same, 2)).toEqual([[0, 0]]);
  expect(splitBySize([], same, 2)).toEqual([]);
});

it('nothing lost, doubled or moved; never too many runs, never an empty one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9_000_000), { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (weights, shares) => {
      const items = weights.map((weight, index) => ({ weight, index }));
      const runs = splitBySize(items, ({ weight }) => weight, shares);
      expect(runs.flat()).toEqual(items);
      expect(runs.length).toBeLessThanOrEqual(shares);
      expect(runs.every((run) => run.length > 0)).toBe(true);
    }),
  );
});
