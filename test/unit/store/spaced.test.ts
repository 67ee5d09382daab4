import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spaced } from '../../../src/store/spaced';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('runs at once, then rests, and answers all who asked meanwhile with one run begun after them', async () => {
  let runs = 0;
  let value = 0;
  const seen: number[] = [];
  const ask = spaced(async () => {
    runs += 1;
    const read = value;
    await Promise.resolve();
    seen.push(read);
  }, 100);
  await ask();
  value = 1;
  const [first, second] = [ask(), ask()];
  value = 2;
  await vi.advanceTimersByTimeAsync(99);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all([first, second]);
  expect([runs, seen]).toEqual([2, [0, 2]]);
});

it('goes on after a run that failed', async () => {
  let fails = true;
  const ask = spaced(async () => {
    if (fails) throw new Error('once');
  }, 10);
  await expect(ask()).rejects.toThrow('once');
  fails = false;
  const again = ask();
  await vi.advanceTimersByTimeAsync(10);
  await expect(again).resolves.toBeUndefined();
});
