import { describe, expect, it } from 'vitest';
import { correctionsOf, sameCorrection, supersedes } from '../../../src/core/clients/correction';
import { isCorrected } from '../../../src/core/clients/is-corrected';
import { planToTasks } from '../../../src/core/clients/plan-to-tasks';
import type { SettledRow } from '../../../src/core/clients/settle-decisions';
import type { PlanRow } from '../../../src/core/clients/upsert-plan';
import type { LocalClient, ServerClient } from '../../../src/core/clients/client';
import { fakeClient, fakePlanRow } from '../../fakes/fake-rows';
import { clientId } from '../../fakes/outbox-entries';

const settled = (changes: Partial<PlanRow>, more: Partial<SettledRow> = {}): SettledRow => ({
  row: fakePlanRow('zoe', 'Zoé Fictive', changes),
  previous: null,
  minted: false,
  duplicate: false,
  action: 'keep',
  server: null,
  kept: [],
  held: null,
  replaced: null,
  key: 'ligne-1' as SettledRow['key'],
  ...more,
});
const local = (language: 'fr' | 'en'): LocalClient => ({
  ...fakeClient('Zoé Fictive', { language }),
  id: clientId('local-zoe'),
  code: '1001',
});
const server = (changes: Partial<ServerClient>): ServerClient => ({
  id: 1,
  code: '1001',
  name: 'Zoé Fictive',
  inactive: false,
  email: 'zoe@exemple.test',
  address: '',
  address2: '',
  city: '',
  state: '',
  zipcode: '',
  phone: '',
  language: null,
  accountManagerId: null,
  invitation: 'unknown',
  ...changes,
});

describe('what is left to correct by hand', () => {
  it('is the name and the e-mail of a linked client', () => {
    const byHand = [
      { field: 'name', before: 'Zoe Fictif', after: 'Zoé Fictive' },
      { field: 'email', before: 'a@exemple.test', after: 'b@exemple.test' },
    ] as const;
    expect(correctionsOf(settled({ byHand }))).toEqual(byHand);
  });

  it('is a language that the list changed, for GEM-BOOKS does not tell its own', () => {
    const english = { client: fakeClient('Zoé Fictive', { language: 'en' }) };
    expect(correctionsOf(settled(english, { previous: local('fr') }))).toEqual([
      { field: 'language', before: 'fr', after: 'en' },
    ]);
    expect(correctionsOf(settled(english, { previous: local('en') }))).toEqual([]);
    expect(correctionsOf(settled(english))).toEqual([]);
  });

  it('is, of a record just made, its account manager and a language other than French', () => {
    const client = fakeClient('Zoé Fictive', { language: 'en', accountManager: 'Odile Fictive' });
    expect(correctionsOf(settled({ client }, { action: 'create' }))).toEqual([
      { field: 'language', before: '', after: 'en' },
      { field: 'accountManager', before: '', after: 'Odile Fictive' },
    ]);
    expect(correctionsOf(settled({}, { action: 'create' }))).toEqual([]);
    // An update never reassigns.
    expect(correctionsOf(settled({ client }, { action: 'update', previous: local('en') }))).toEqual([]);
  });

  it('becomes entries of its own after the record’s, and none where the extension is there', () => {
    const client = fakeClient('Zoé Fictive', { accountManager: 'Odile Fictive' });
    const rows = [settled({ client }, { action: 'create' })];
    let made = 0;
    const options = {
      accountManagerId: null,
      accountManagers: [],
      pending: new Map(),
      newId: <T extends string>() => `id${(made += 1)}` as T,
    };
    const tasks = planToTasks(rows, { ...options, extension: false });
    const kinds = tasks.map(({ task }) => task.kind);
    expect(kinds).toEqual(['client-create', 'client-update', 'hand-correction']);
    expect(tasks[2]?.dependsOn).toEqual([tasks[1]?.id]);
    const extended = planToTasks(rows, { ...options, extension: true });
    expect(extended.some(({ task }) => task.kind === 'hand-correction')).toBe(false);
  });
});

describe('a correction recognised', () => {
  const email = { field: 'email', before: 'a@exemple.test', after: 'b@exemple.test' } as const;

  it('is one that GEM-BOOKS shows, writing apart; silence is no proof', () => {
    expect(isCorrected(email, server({ email: 'B@exemple.test ' }))).toBe(true);
    expect(isCorrected(email, server({ email: 'a@exemple.test' }))).toBe(false);
    expect(isCorrected(email, server({ email: '' }))).toBe(false);
    const name = { field: 'name', before: 'Zoe Fictif', after: 'Zoé Fictive' } as const;
    expect(isCorrected(name, server({ name: 'FICTIVE, Zoé' }))).toBe(true);
    expect(isCorrected(name, server({ name: 'Zoe Fictif' }))).toBe(false);
    expect(isCorrected({ field: 'language', before: 'fr', after: 'en' }, server({}))).toBe(false);
    expect(isCorrected({ field: 'accountManager', before: '', after: 'Odile' }, server({}))).toBe(false);
  });

  it('repeats, or takes the place of another', () => {
    const client = clientId('zoe');
    const other = { ...email, after: 'c@exemple.test' };
    expect(sameCorrection({ client, correction: email }, { client, correction: { ...email, before: '' } })).toBe(true);
    expect(supersedes({ client, correction: other }, { client, correction: email })).toBe(true);
    expect(supersedes({ client, correction: email }, { client, correction: email })).toBe(false);
    expect(supersedes({ client: clientId('x'), correction: other }, { client, correction: email })).toBe(false);
  });
});
