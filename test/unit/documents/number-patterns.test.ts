import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  BOXED,
  BUSINESS_NUMBER,
  MASKED,
  MAY_HOLD_NUMBER,
  NINE,
  POSTAL_CODE,
} from '../../../src/core/documents/number-patterns';

it('no number is found in a line that is said to hold none', () => {
  const part = fc.constantFrom(
    ...'0123456789HhXx*•_ .-–−R',
    ...['123', '12345', '6789', 'RC0001', 'H2X 1Y4', 'k1a', '0b1', '***', '* ', '1 2 3 '],
  );
  const line = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(line, (text) => {
      const holds = [NINE, BOXED, MASKED, BUSINESS_NUMBER, POSTAL_CODE].some((one) => text.search(one) >= 0);
      if (holds) expect(MAY_HOLD_NUMBER.test(text)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});
