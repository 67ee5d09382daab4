import { expect, it } from 'vitest';
import { watchMemory } from './watch-memory';

it('memory that was taken and given back is seen', () => {
  const size = 400_000_000;
  const grown = watchMemory();
  const before = grown();
  (() => Buffer.alloc(size, 1).length)();
  expect(before).toBeLessThan(0.9 * size);
  expect(grown()).toBeGreaterThan(0.9 * size);
});
