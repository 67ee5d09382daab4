import { describe, expect, it } from 'vitest';
import { runSeed, SAMPLE, WHOLE } from '../../faults/run-seed';

const LONG = process.env['TEST_LONG'] === '1';
const SEEDS = LONG ? Array.from({ length: 50 }, (_, index) => index + 1) : [1];
const SIZE = LONG ? WHOLE : SAMPLE;

describe('exactly once under faults: processes killed, the server killed, the network cut', () => {
  it.each(SEEDS)(
    'seed %i',
    async (seed) => {
      const { delivered, lost, duplicated, outboxLeft, kills } = await runSeed(seed, SIZE);
      const { creates, updates, patches, envelopes } = SIZE;
      expect({ delivered, lost, duplicated, outboxLeft }).toEqual({
        delivered: creates + updates + patches + envelopes,
        lost: 0,
        duplicated: 0,
        outboxLeft: 0,
      });
      expect(kills).toBeGreaterThan(0);
    },
    400_000,
  );
});
