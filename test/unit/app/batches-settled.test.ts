import { expect, it } from 'vitest';
import { whenBatchesSettle } from '../../../src/app/batches-settled';

const NOTHING = { pending: 0, held: 0, rejected: 0, done: 0 };

it('says once, at the change that answers the last of what was pending, that the batches have settled', async () => {
  let counts = NOTHING;
  let settled = 0;
  const changed = whenBatchesSettle({
    refresh: async () => undefined,
    counts: () => counts,
    onSettled: () => void (settled += 1),
  });
  const after: number[] = [];
  for (const pending of [0, 3, 1, 0, 0, 2, 0]) {
    counts = { ...NOTHING, pending };
    await changed();
    after.push(settled);
  }
  expect(after).toEqual([0, 0, 0, 1, 1, 1, 2]);
});
