import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planUpserts, type PlannedRow, type UpsertRequest } from '../../../src/core/clients/plan-upserts';
import { seededRandom } from '../../tools/seeded-random';
import { people, type Person } from './client-list-maker';
import { makeWorld } from './reference/make-world';
import { slowPlan, type Verdict } from './reference/plan';

// The whole plan, row by row and field by field, beside one that shares no rule with it (`reference/`).
const LONG = process.env['TEST_LONG'] !== undefined;

function verdicts(planned: readonly PlannedRow[]): Verdict[] {
  const keys = new Map(planned.map(({ key, row }) => [row.id, key]));
  return planned.map(({ row, previous, minted }) => ({
    status: row.status,
    link: row.link === null ? null : `${row.link.basis} ${row.link.serverId}`,
    previous: previous?.id ?? null,
    changes: row.changes,
    byHand: row.byHand ?? [],
    withheld: row.withheld ?? [],
    conflicts: (row.conflicts ?? []).map(({ field, known }) => `${field} ${known}`),
    issues: row.issues.map(({ code }) => code),
    candidates: row.candidates.map(({ serverId }) => serverId),
    emailDecided: row.emailDecided ?? false,
    twin: row.twin === undefined ? null : (keys.get(row.twin) ?? null),
    code: minted && !row.code.startsWith('IS-LOCAL') ? 'IS' : row.code,
    invitation: row.invitation,
  }));
}

function expectSame(request: UpsertRequest): readonly Verdict[] {
  const ours = verdicts(planUpserts(request));
  const slow = slowPlan(request);
  // Row by row: the whole of two long lists would be printed otherwise.
  const at = ours.findIndex((verdict, index) => JSON.stringify(verdict) !== JSON.stringify(slow[index]));
  if (at >= 0) expect({ row: request.rows[at], ...ours[at] }).toEqual({ row: request.rows[at], ...slow[at] });
  expect(ours.length).toBe(slow.length);
  return slow;
}

it('is what a slow, obvious reading of the rules gives', () => {
  fc.assert(
    fc.property(people(25), fc.nat(), fc.nat(30), (list, seed, known) => {
      if (list.length === 0) return;
      const random = seededRandom(seed);
      expectSame(makeWorld(list, known, (below) => Math.floor(random() * below)));
    }),
    { numRuns: LONG ? 5_000 : 400 },
  );
});

it('also on a long list', () => {
  const count = LONG ? 100_000 : 3_000;
  const random = seededRandom(11);
  const [sample = []] = fc.sample(people(400), { numRuns: 1, seed: 4 });
  const [base] = sample;
  if (!base) throw new Error('no one was drawn');
  const list = Array.from({ length: count }, (_none, n): Person => {
    const like = sample[n % sample.length] ?? base;
    const email = like.email === '' ? '' : `p${n}@example.com`;
    const sin = like.sin === '' ? '' : String(100_000_000 + n);
    return { ...like, n, last: `${like.last} Q${n.toString(36)}`, email, sin };
  });
  const request = makeWorld(list, 150, (below) => Math.floor(random() * below));
  const met = new Set(
    expectSame({ ...request, mode: 'create-and-update', extension: true }).map(({ status }) => status),
  );
  expect([...met].toSorted()).toEqual(['check', 'conflict', 'create', 'unchanged', 'update']);
}, 1_200_000);
