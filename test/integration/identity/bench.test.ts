import { describe, expect, it } from 'vitest';
import { generateOffice } from '../../bench/identity/generate/generate-office';
import { explain } from '../../bench/identity/explain';
import { runOffice } from '../../bench/identity/run-office';
import { score } from '../../bench/identity/score';

/** One office in `npm test`, twenty in `npm run test:long`. */
const SEEDS = Array.from({ length: process.env.TEST_LONG === '1' ? 20 : 1 }, (_, index) => 101 + index);

describe('a generated office of 400 clients and a thousand documents, 200 of them faulty', () => {
  it.each(SEEDS)('seed %i: nobody gets another’s document, no fault is missed', (seed) => {
    const { score: result, findings } = score(seed, runOffice(generateOffice(seed)));
    const serious = findings.filter(({ what }) => ['wrong-delivery', 'missed', 'false-stop'].includes(what));
    expect(serious.map(explain)).toEqual([]);
    expect(result.files).toBeGreaterThan(1000);
    expect(result.faults).toBeGreaterThanOrEqual(200);
    expect(result.heldBackShare).toBeLessThanOrEqual(0.01);
  });
});
