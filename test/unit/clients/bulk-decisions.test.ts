import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../src/core/clients/decided-rows';
import { planReport } from '../../../src/features/clients-sync/plan-report';
import type { RowId } from '../../../src/core/ids';
import { fakeCandidate, fakeClient, fakePlanRow } from '../../fakes/fake-rows';
import { decidedPlan } from './support/decided-plan';

/** Everybody is fictitious. */
type Decided = Parameters<typeof decidedPlan>;
const undecidedEmails = (...decided: Decided) => {
  const plan = decidedPlan(...decided);
  return plan.idsAt(plan.undecidedEmails());
};
const undecidedConflicts = (...decided: Decided) => {
  const plan = decidedPlan(...decided);
  return plan.idsAt(plan.undecidedConflicts());
};
const singleCandidates = (...decided: Decided) => {
  const plan = decidedPlan(...decided);
  return plan.candidatesAt(plan.openSingles());
};
const id = (text: string): RowId => text as RowId;
const email = { field: 'email', before: 'a@example.com', after: 'b@example.com' } as const;

describe('what is decided for many rows at once', () => {
  it('replaced e-mails and conflicts, until a side is taken or the row is left out', () => {
    const rows = [
      fakePlanRow('a', 'Zoé Fictive', { status: 'update', changes: [email] }),
      fakePlanRow('b', 'Réal Inventé', { status: 'update', changes: [{ ...email, before: '' }] }),
      fakePlanRow('c', 'Odile Fictive', { status: 'conflict', changes: [email] }),
    ];
    expect(undecidedEmails(rows, NO_DECISIONS)).toEqual(['a', 'c']);
    expect(undecidedConflicts(rows, NO_DECISIONS)).toEqual(['c']);
    expect(undecidedEmails(rows, { ...NO_DECISIONS, sides: new Map([[id('a'), 'file']]) })).toEqual(['c']);
    expect(undecidedConflicts(rows, { ...NO_DECISIONS, excluded: new Set([id('c')]) })).toEqual([]);
  });

  it('a single candidate, offered to nobody else, of a row that is no other row’s person', () => {
    const check = (name: string, ...servers: number[]) =>
      fakePlanRow(name, name, { status: 'check', candidates: servers.map((one) => fakeCandidate(one, name)) });
    const rows = [check('a', 1), check('b', 2), check('c', 2), check('d', 3, 4), { ...check('e', 5), twin: id('a') }];
    expect(singleCandidates(rows, NO_DECISIONS)).toEqual([['a', 1]]);
    expect(singleCandidates(rows, { ...NO_DECISIONS, chosen: new Map([[id('a'), null]]) })).toEqual([]);
  });
});

it('the report says each row as decided, its SIN by three digits', () => {
  const row = fakePlanRow('a', 'Zoé Fictive', {
    status: 'update',
    changes: [email],
    client: fakeClient('Zoé Fictive', { sin: '046454286' }),
  });
  const [header, line] = planReport(
    [row],
    { ...NO_DECISIONS, refused: new Map([[id('a'), new Set(['email'])]]) },
    'fr',
  );
  expect(header?.[3]).toBe('NAS');
  expect(line?.slice(0, 7)).toEqual([
    row.sourceRow,
    'Zoé Fictive',
    row.code,
    '••• ••• 286',
    row.client.email ?? '',
    'Inchangé',
    '',
  ]);
});

it('the report says a language by its name, and once what two fields have to say', () => {
  const remark = { code: 'household-inherited', severity: 'note' } as const;
  const row = fakePlanRow('a', 'Zoé Fictive', {
    status: 'update',
    changes: [{ field: 'language', before: 'fr', after: 'en' }],
    issues: [
      { ...remark, field: 'name' },
      { ...remark, field: 'address' },
    ],
  });
  const [, line] = planReport([row], NO_DECISIONS, 'fr');
  expect(line?.slice(6)).toEqual(['Langue · français → anglais', 'Nom ou adresse repris du chef de famille.']);
});
