import fc from 'fast-check';
import { expect, it } from 'vitest';
import { containsBytes, whichOccur } from '../../../workers/pdf/contains-bytes';

it('finds what includes finds, of several needles at once', () => {
  const text = fc.string({ unit: fc.constantFrom('/', 'U', 'R', '3', 'a'), maxLength: 40 });
  const needle = fc.string({ unit: fc.constantFrom('/', 'U', 'R', '3', 'a'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(text, fc.uniqueArray(needle, { minLength: 1, maxLength: 4 }), (whole, needles) => {
      const bytes = new TextEncoder().encode(whole);
      expect([...whichOccur(bytes, needles)].sort()).toEqual(needles.filter((one) => whole.includes(one)).sort());
    }),
    { numRuns: 2000 },
  );
  expect(containsBytes(new Uint8Array(), '/UR')).toBe(false);
});
