import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  contestedChanges,
  effectiveStatus,
  heldEmailOf,
  type ClientsDecisionState,
} from '../../../src/core/clients/decided-rows';
import { planFacts } from '../../../src/core/clients/plan-facts';
import { PLAN_STATUSES, type InvitationPlan, type PlanRow } from '../../../src/core/clients/upsert-plan';
import type { RowId } from '../../../src/core/ids';
import { DecidedPlan } from '../../../src/core/clients/decided-plan';
import { fakeCandidate, fakeClient, fakePlanRow } from '../../fakes/fake-rows';
import { decidedPlan, packedPlan } from '../../unit/clients/support/decided-plan';

const email = { field: 'email', before: 'a@example.com', after: 'b@example.com' } as const;
const city = { field: 'city', before: 'Lévis', after: 'Québec' } as const;
const changes = fc.subarray([email, city]);

const row = (n: number) =>
  fc
    .record({
      status: fc.constantFrom(...PLAN_STATUSES),
      changes,
      byHand: changes,
      keeps: fc.boolean(),
      twin: fc.boolean(),
      candidates: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
      invitation: fc.constantFrom<InvitationPlan>('invite', 'with-another-row', 'already-invited', 'not-new'),
      address: fc.constantFrom('X@example.com', 'x@example.com', 'y@example.com', null),
      manager: fc.constantFrom('Zoé Sittelle', 'Réal Inventé', null),
    })
    .map(({ keeps, twin, candidates, address, manager, ...more }) =>
      fakePlanRow(`r${n}`, `É${n} Fictif`, {
        ...more,
        ...(keeps ? { keeps } : {}),
        ...(twin ? { twin: 'r0' as RowId } : {}),
        candidates: candidates.map((id) => ({
          ...fakeCandidate(id, 'Fictif'),
          changes: id % 2 === 0 ? [email] : [city],
        })),
        client: fakeClient(`É${n} Fictif`, { email: address, accountManager: manager }),
      }),
    );

const rows = fc.nat(9).chain((length) => fc.tuple(...Array.from({ length }, (_none, n) => row(n))));

const decisions = (length: number): fc.Arbitrary<ClientsDecisionState> => {
  // Beside the plan's own, an id that a revision took away.
  const some = <T>(value: fc.Arbitrary<T>) =>
    fc
      .array(fc.tuple(fc.nat(length), value), { maxLength: 5 })
      .map((pairs) => new Map(pairs.map(([n, said]) => [`r${n}` as RowId, said])));
  return fc
    .record({
      refused: some(fc.subarray(['email', 'city']).map((fields) => new Set(fields))),
      excluded: some(fc.constant(true)),
      chosen: some(fc.option(fc.nat(4))),
      sides: some(fc.constantFrom('server' as const, 'file' as const)),
    })
    .map(({ excluded, ...more }) => ({ ...more, excluded: new Set(excluded.keys()) }));
};

const INVITED: readonly InvitationPlan[] = ['invite', 'with-another-row'];

/** Row by row, nothing kept from before. */
function slow(list: readonly PlanRow[], decided: ClientsDecisionState) {
  const open = list.filter(({ id }) => !decided.excluded.has(id));
  const of = (some: readonly PlanRow[], status: string) =>
    some.filter((one) => effectiveStatus(one, decided) === status);
  const count = (some: readonly PlanRow[]) =>
    Object.fromEntries(PLAN_STATUSES.map((status) => [status, of(some, status).length]));
  const holds = (one: PlanRow) => heldEmailOf(one, decided) !== null;
  const proposed = (one: PlanRow) =>
    one.status === 'check'
      ? (one.candidates.find(({ serverId }) => serverId === decided.chosen.get(one.id))?.changes ?? [])
      : one.changes;
  const onlyHeld = of(open, 'update').filter(
    (one) =>
      holds(one) && proposed(one).every(({ field }) => field === 'email' || decided.refused.get(one.id)?.has(field)),
  ).length;
  const kept = of(open, 'unchanged').filter((one) => one.keeps || decided.sides.has(one.id)).length;
  const hands = [...of(open, 'update'), ...of(open, 'unchanged')].flatMap((one) =>
    (one.byHand ?? []).filter(({ field }) => field !== 'email' || !holds(one)),
  ).length;
  const invited = of(open, 'create').filter(({ invitation }) => INVITED.includes(invitation));
  const left = count(open);
  return {
    outlook: {
      counts: count(list),
      create: left['create'],
      update: (left['update'] ?? 0) - onlyHeld,
      invitations: new Set(invited.flatMap(({ client }) => client.email?.toLowerCase() ?? [])).size,
      keeping: kept + onlyHeld,
      held: open.filter(holds).length,
      byHand: hands,
      staying: {
        check: left['check'],
        error: left['error'],
        conflict: left['conflict'],
        unchanged: left['unchanged'],
        excluded: list.length - open.length,
      },
    },
    statuses: PLAN_STATUSES.map((status) => of(list, status).map(({ id }) => id)),
    emails: list.filter((one) => holds(one) && contestedChanges(one, decided).length > 0).map(({ id }) => id),
    conflicts: open.filter(({ id, status }) => status === 'conflict' && !decided.sides.has(id)).map(({ id }) => id),
    singles: open.flatMap((one) => {
      const [only, second] = one.candidates;
      const offered = list.filter(({ candidates }) => candidates.some(({ serverId }) => serverId === only?.serverId));
      const free = one.status === 'check' && !decided.chosen.has(one.id) && one.twin === undefined;
      return free && only && !second && offered.length === 1 ? [[one.id, only.serverId]] : [];
    }),
  };
}

function quick(plan: DecidedPlan) {
  return {
    outlook: plan.outlook,
    statuses: PLAN_STATUSES.map((status) => plan.idsAt([...plan.allWithStatus(status)])),
    emails: plan.idsAt(plan.undecidedEmails().toSorted((a, b) => a - b)),
    conflicts: plan.idsAt(plan.undecidedConflicts()),
    singles: plan.candidatesAt(plan.openSingles()),
  };
}

const RUNS = { numRuns: process.env['TEST_LONG'] ? 10_000 : 500 };

it('the decided plan, of which only the decided rows are looked at, equals one made row by row', () => {
  const cases = rows.chain((list) => fc.tuple(fc.constant(list), decisions(list.length)));
  fc.assert(
    fc.property(cases, ([list, decided]) => {
      expect(quick(decidedPlan(list, decided))).toEqual(slow(list, decided));
    }),
    RUNS,
  );
});

it('so does one whose rows were revised since', () => {
  const cases = fc
    .tuple(rows, rows)
    .chain(([before, after]) => fc.tuple(fc.constant(before), fc.constant(after), decisions(after.length)));
  fc.assert(
    fc.property(cases, ([before, after, decided]) => {
      const earlier = packedPlan(before);
      for (const { id } of before) earlier.find(id);
      // A row's id moves with its place, as when a couple is split above it.
      const moved = after.map((one, at) => ({ ...one, id: `r${(at + 1) % Math.max(1, after.length)}` as RowId }));
      const changed = moved.flatMap((one, at) =>
        JSON.stringify(before[at]) === JSON.stringify(one) ? [] : [[at, one] as const],
      );
      const revised = earlier.revised(moved.length, changed, planFacts(moved));
      expect(quick(new DecidedPlan(revised, decided))).toEqual(slow(moved, decided));
      expect(revised.at(moved.length)).toBeUndefined();
    }),
    RUNS,
  );
});
