import { describe, expect, it } from 'vitest';
import { proposeShift } from '../../../src/core/forms/propose-shift';
import type { LabelMove } from '../../../src/core/forms/propose-shift';
import { seededRandom } from '../../fixtures/generate/random';

const CASES = 2_000;
const TOLERANCE = 6;
const WHAT = ['signature', 'date', 'hh', 'mm', 'ss'] as const;

const random = seededRandom(20_261_125);
const between = (least: number, most: number): number => least + random.next() * (most - least);
const whole = (least: number, most: number): number => Math.floor(between(least, most + 1));

/** Labels that all moved by `dx`, `dy`, give or take `noise` points on each axis. */
const movedBy = (dx: number, dy: number, noise: number, labels = whole(1, 12)): LabelMove[] =>
  Array.from({ length: labels }, (_, at) => ({
    what: WHAT[at % WHAT.length] ?? 'signature',
    page: 1 + Math.floor(at / WHAT.length),
    dx: dx + between(-noise, noise),
    dy: dy + between(-noise, noise),
  }));

describe('the proposed shift', () => {
  it('brings every label within the tolerance, whatever their order, and says how far the furthest is', () => {
    for (let run = 0; run < CASES; run += 1) {
      const moves = movedBy(between(-300, 300), between(-300, 300), between(0, 5));
      const proposal = proposeShift(moves);
      if (proposal.kind === 'refused') {
        // Two ends of the noise may be further apart from the median than the tolerance: never silently.
        expect(proposal).toMatchObject({ reason: 'disagreement' });
        continue;
      }
      const { dx, dy, spread, labels } = proposal;
      expect(labels).toBe(moves.length);
      const furthest = Math.max(...moves.map((move) => Math.max(Math.abs(move.dx - dx), Math.abs(move.dy - dy))));
      expect(furthest).toBeLessThanOrEqual(TOLERANCE + 0.02);
      expect(Math.abs(furthest - spread)).toBeLessThanOrEqual(0.02);
      expect(proposeShift([...moves].reverse())).toEqual(proposal);
    }
  });

  it('moves with its labels', () => {
    for (let run = 0; run < CASES; run += 1) {
      const moves = movedBy(0, 0, 2);
      const [x, y] = [whole(-200, 200), whole(-200, 200)];
      const before = proposeShift(moves);
      const after = proposeShift(moves.map((move) => ({ ...move, dx: move.dx + x, dy: move.dy + y })));
      if (before.kind !== 'proposed' || after.kind !== 'proposed') throw new Error('labels within two points agree');
      expect(after.dx - before.dx).toBeCloseTo(x, 1);
      expect(after.dy - before.dy).toBeCloseTo(y, 1);
    }
  });

  it('is never proposed when one label of several went its own way', () => {
    for (let run = 0; run < CASES; run += 1) {
      const moves = movedBy(between(-100, 100), between(-100, 100), 2, whole(3, 12));
      const [first, ...others] = moves;
      if (!first) throw new Error('three labels at least');
      const away = between(11, 400) * (random.next() < 0.5 ? -1 : 1);
      const stray = random.next() < 0.5 ? { ...first, dx: first.dx + away } : { ...first, dy: first.dy + away };
      expect(proposeShift([stray, ...others])).toMatchObject({ kind: 'refused', reason: 'disagreement' });
    }
  });
});
