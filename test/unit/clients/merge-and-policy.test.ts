import { describe, expect, it } from 'vitest';
import { applyPolicy, lockedFields, NO_LOCKS, withLock } from '../../../src/core/clients/field-policy';
import { mergeRows } from '../../../src/core/clients/merge-rows';
import { planUpserts, type UpsertRequest } from '../../../src/core/clients/plan-upserts';
import type { ReadRow } from '../../../src/core/clients/read-row';
import { recordsToKeep } from '../../../src/core/clients/records-to-keep';
import type { DecidedSide } from '../../../src/core/clients/decided-side';
import { settleDecisions } from '../../../src/core/clients/settle-decisions';
import type { LocalClient, ServerClient } from '../../../src/core/clients/client';
import type { LocalClientId, RowId, ServerClientId } from '../../../src/core/ids';
import { aLocal, anImported, aServer } from './support/clients';

/** Every person here is fictitious. */
const row = (source: number, client: ReadRow['client']): ReadRow => ({ source, client, issues: [] });

describe('merging two rows of one person', () => {
  const standing = row(2, anImported('Zoé Fictive', { email: 'zoe@example.com' }));
  const other = row(9, anImported('Zoé Fictive-Inventée', { phone: '+14185550131', email: 'z@example.com' }));

  it('fills the blanks, and takes only what was chosen', () => {
    const filled = mergeRows([standing, other], new Map([['9', { into: '2', take: [] }]]));
    expect(filled.rows[0]?.client).toMatchObject({ email: 'zoe@example.com', phone: '+14185550131' });
    expect(filled.rows[0]?.client.name.full).toBe('Zoé Fictive');
    const taken = mergeRows([standing, other], new Map([['9', { into: '2', take: ['name', 'email'] }]]));
    expect(taken.rows[0]?.client).toMatchObject({ email: 'z@example.com', name: { full: 'Zoé Fictive-Inventée' } });
    expect(taken.absorbed.get(other)).toMatchObject({ duplicate: true, twin: '2' });
  });

  it('a circle, or a row that is gone, merges nothing', () => {
    const circle = new Map([
      ['9', { into: '2', take: [] }],
      ['2', { into: '9', take: [] }],
    ]);
    expect(mergeRows([standing, other], circle).absorbed.size).toBe(0);
    expect(mergeRows([standing, other], new Map([['9', { into: '77', take: [] }]])).absorbed.size).toBe(0);
  });
});

describe('locks', () => {
  const change = { field: 'email', before: 'a@example.com', after: 'b@example.com' } as const;

  it('of the office hold for everyone, of a client for that one, and come off again', () => {
    const office = withLock(NO_LOCKS, null, 'language', true);
    const both = withLock(office, 12, 'email', true);
    expect([...lockedFields(both)(12)].toSorted()).toEqual(['email', 'language']);
    expect([...lockedFields(both)(13)]).toEqual(['language']);
    expect(withLock(both, 12, 'email', false)).toEqual(office);
  });

  it('withhold the change, and say it', () => {
    expect(applyPolicy([change], new Set(['email']), {})).toEqual({
      proposed: [],
      withheld: [{ ...change, why: 'locked' }],
    });
    expect(applyPolicy([change], new Set(), { email: 'b@example.com' }).withheld).toEqual([{ ...change, why: 'kept' }]);
    expect(applyPolicy([change], new Set(), { email: 'old@example.com' }).proposed).toEqual([change]);
  });
});

describe('« Garder GEM-BOOKS »', () => {
  let ids = 0;
  const plan = (
    email: string,
    server: ServerClient,
    locals: readonly LocalClient[],
    more: Partial<UpsertRequest> = {},
  ) =>
    planUpserts({
      mode: 'create-and-update',
      rows: [{ ...row(2, anImported('Zoé Fictive', { clientNumber: 'GB-1', email })), duplicate: false }],
      identifierHashes: [null],
      serverClients: [server],
      officeIndex: new Map<string, ServerClientId>(),
      links: new Map(locals.map(({ id }): [LocalClientId, ServerClientId] => [id, 1])),
      locals,
      pending: new Map(),
      extension: true,
      newId: <T extends string>() => `id-${++ids}` as T,
      mint: () => 'IS-1',
      ...more,
    });
  const settle = (planned: ReturnType<typeof plan>, server: ServerClient, side: DecidedSide) => {
    const decisions = {
      refusedFields: new Map<RowId, ReadonlySet<string>>(),
      excluded: new Set<RowId>(),
      chosen: new Map<RowId, ServerClientId | null>(),
      sides: new Map(planned.map(({ row: { id } }) => [id, side])),
    };
    const context = { serverClients: [server], mode: 'create-and-update', extension: true } as const;
    const settled = settleDecisions(planned, decisions, context);
    return { settled, records: recordsToKeep(settled, decisions) };
  };

  it('leaves a replaced e-mail as it is and is not asked again, until the list says something else', () => {
    const server = aServer(1, 'Zoé Fictive', { email: 'vieux@example.com' });
    const { settled, records } = settle(plan('neuf@example.com', server, []), server, 'server');
    expect(settled[0]?.row.changes).toEqual([]);
    expect(records[0]).toMatchObject({ email: 'vieux@example.com', kept: { email: 'neuf@example.com' } });
    const again = plan('neuf@example.com', server, records)[0]?.row;
    expect(again).toMatchObject({ status: 'unchanged', withheld: [{ field: 'email', why: 'kept' }] });
    expect(again?.keeps).toBeUndefined();
    expect(plan('autre@example.com', server, records)[0]?.row.status).toBe('update');
  });

  it('decides a conflict field by field, with what both sides held before', () => {
    const server = aServer(1, 'Zoé Fictive', { email: 'serveur@example.com' });
    const kept = [aLocal('l1', 'Zoé Fictive', { email: 'avant@example.com', code: 'GB-1' })];
    const planned = plan('fichier@example.com', server, kept);
    expect(planned[0]?.row).toMatchObject({
      status: 'conflict',
      conflicts: [{ field: 'email', known: 'avant@example.com' }],
    });
    expect(settle(planned, server, 'file').settled[0]?.action).toBe('update');
    expect(settle(planned, server, 'server').settled[0]?.action).toBe('keep');
  });

  it('a locked field is withheld from the plan; a client new to this workstation is worth importing', () => {
    const server = aServer(1, 'Zoé Fictive', { email: 'vieux@example.com' });
    const planned = plan('neuf@example.com', server, [], { locks: withLock(NO_LOCKS, 1, 'email', true) });
    expect(planned[0]?.row).toMatchObject({ status: 'unchanged', changes: [], keeps: true });
  });
});
