import { describe, expect, it } from 'vitest';
import { runBrowserSeed, SAMPLE_IN_BROWSER, WHOLE_IN_BROWSER } from '../faults/run-browser-seed';

const LONG = process.env['TEST_LONG'] === '1';
const SEEDS = LONG ? [1, 2, 3, 4, 5] : [1];
const SIZE = LONG ? WHOLE_IN_BROWSER : SAMPLE_IN_BROWSER;

describe('exactly once in Chromium: tabs, Chromium and the server killed, the network cut', () => {
  it.each(SEEDS)(
    'seed %i',
    async (seed) => {
      const { delivered, lost, duplicated, outboxLeft, kills } = await runBrowserSeed(seed, SIZE);
      const { creates, updates, envelopes } = SIZE;
      expect({ delivered, lost, duplicated, outboxLeft }).toEqual({
        delivered: creates + updates + envelopes,
        lost: 0,
        duplicated: 0,
        outboxLeft: 0,
      });
      expect(kills).toBeGreaterThan(0);
    },
    LONG ? 3_600_000 : 400_000,
  );
});
