import { describe, expect, it } from 'vitest';
import type { RowId } from '../../../src/core/ids';
import { contestedChanges, effectiveStatus, heldEmailOf, NO_DECISIONS } from '../../../src/core/clients/decided-rows';
import { fakeCandidate, fakeClient, fakePlanRow } from '../../fakes/fake-rows';
import { decidedPlan } from './support/decided-plan';

const id = (text: string): RowId => text as RowId;
const outlook = (...[rows, decisions]: Parameters<typeof decidedPlan>) => decidedPlan(rows, decisions).outlook;
const change = { field: 'city', before: 'Lévis', after: 'Québec' } as const;

describe('effectiveStatus', () => {
  const toCheck = fakePlanRow('r1', 'Zoé Fictive', { status: 'check' });

  it('moves a row to check with its answer', () => {
    expect(effectiveStatus(toCheck, NO_DECISIONS)).toBe('check');
    expect(effectiveStatus(toCheck, { ...NO_DECISIONS, chosen: new Map([[id('r1'), 12]]) })).toBe('update');
    expect(effectiveStatus(toCheck, { ...NO_DECISIONS, chosen: new Map([[id('r1'), null]]) })).toBe('create');
  });

  it('« Prendre le fichier » and « Garder GEM-BOOKS » both end a conflict; undecided it stays', () => {
    const row = fakePlanRow('r3', 'Zoé Fictive', {
      status: 'conflict',
      changes: [change],
      conflicts: [{ field: 'city', known: 'Montréal' }],
    });
    expect(effectiveStatus(row, NO_DECISIONS)).toBe('conflict');
    expect(effectiveStatus(row, { ...NO_DECISIONS, sides: new Map([[id('r3'), 'file']]) })).toBe('update');
    expect(effectiveStatus(row, { ...NO_DECISIONS, sides: new Map([[id('r3'), 'server']]) })).toBe('unchanged');
  });

  it('leaves nothing to update where every field is refused', () => {
    const row = fakePlanRow('r2', 'Zoé Fictive', {
      status: 'update',
      changes: [change, { ...change, field: 'phone' }],
    });
    const refused = (fields: string[]) => ({ ...NO_DECISIONS, refused: new Map([[id('r2'), new Set(fields)]]) });
    expect(effectiveStatus(row, refused(['city']))).toBe('update');
    expect(effectiveStatus(row, refused(['city', 'phone']))).toBe('unchanged');
  });
});

describe('outlookOf', () => {
  it('counts an address once, whoever shares it, and not that of a row left out', () => {
    const shared = { email: 'Famille@example.com' };
    const rows = [
      fakePlanRow('a', 'A Fictif', { client: fakeClient('A Fictif', shared) }),
      fakePlanRow('b', 'B Fictif', {
        client: fakeClient('B Fictif', { email: 'famille@example.com' }),
        invitation: 'with-another-row',
      }),
      fakePlanRow('c', 'C Fictif', { invitation: 'already-invited' }),
      fakePlanRow('d', 'D Fictif', { client: fakeClient('D Fictif', { email: null }), invitation: 'no-email' }),
      fakePlanRow('e', 'E Fictif', { status: 'update', changes: [change], invitation: 'not-new' }),
      fakePlanRow('f', 'F Fictif', { status: 'error' }),
    ];
    expect(outlook(rows, NO_DECISIONS)).toEqual({
      counts: { create: 4, update: 1, unchanged: 0, check: 0, error: 1, conflict: 0 },
      create: 4,
      update: 1,
      invitations: 1,
      keeping: 0,
      held: 0,
      byHand: 0,
      staying: { check: 0, error: 1, conflict: 0, unchanged: 0, excluded: 0 },
    });
    const left = outlook(rows, { ...NO_DECISIONS, excluded: new Set([id('a')]) });
    expect(left).toMatchObject({ create: 3, invitations: 1, staying: { excluded: 1 } });
    const both = outlook(rows, { ...NO_DECISIONS, excluded: new Set([id('a'), id('b')]) });
    expect(both).toMatchObject({ create: 2, invitations: 0 });
  });
});

describe('an e-mail on hold', () => {
  const email = { field: 'email', before: 'ancienne@example.com', after: 'nouvelle@example.com' } as const;
  const alone = fakePlanRow('a', 'A Fictif', { status: 'update', changes: [email] });
  const beside = fakePlanRow('b', 'B Fictif', { status: 'update', changes: [email, change] });
  const byHand = fakePlanRow('c', 'C Fictif', { status: 'unchanged', changes: [], byHand: [email] });

  it('is counted as held, and not as updated or as to correct', () => {
    expect(outlook([alone, beside, byHand], NO_DECISIONS)).toMatchObject({
      held: 3,
      update: 1,
      keeping: 1,
      byHand: 0,
    });
    const sides = new Map([alone, beside, byHand].map(({ id }) => [id, 'file' as const]));
    const taken = outlook([alone, beside, byHand], { ...NO_DECISIONS, sides });
    expect(taken).toMatchObject({ held: 0, update: 2, byHand: 1 });
  });

  it('of a row to check is that of the client chosen for it', () => {
    const toCheck = fakePlanRow('d', 'D Fictif', {
      status: 'check',
      candidates: [{ ...fakeCandidate(12, 'D Fictif'), changes: [email] }],
    });
    expect(heldEmailOf(toCheck, NO_DECISIONS)).toBeNull();
    const chosen = { ...NO_DECISIONS, chosen: new Map([[toCheck.id, 12]]) };
    expect(heldEmailOf(toCheck, chosen)).toBe(email.after);
    expect(contestedChanges(toCheck, chosen)).toEqual([email]);
    expect(heldEmailOf(toCheck, { ...chosen, excluded: new Set([toCheck.id]) })).toBeNull();
  });
});
