import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalClient, ServerClient } from '../../../src/core/clients/client';
import { planToTasks } from '../../../src/core/clients/plan-to-tasks';
import { planUpserts, type PlannedRow } from '../../../src/core/clients/plan-upserts';
import { readRows } from '../../../src/core/clients/read-rows';
import { recordsToKeep } from '../../../src/core/clients/records-to-keep';
import { settleDecisions } from '../../../src/core/clients/settle-decisions';
import type { LocalClientId, OutboxEntryId, ServerClientId } from '../../../src/core/ids';
import { readClientList } from '../../../workers/tables/read-client-list';
import { applyTasks } from '../../unit/clients/support/apply-tasks';
import { people, toCsv, type Person } from './client-list-maker';

let ids = 0;
const newId = <T extends string>(): T => `id-${++ids}` as T;
let minted = 0;
const mint = () => `IS-${String(++minted).padStart(8, '0')}`;
const NO_DECISIONS = { refusedFields: new Map(), excluded: new Set<never>(), chosen: new Map() };

interface World {
  readonly clients: readonly ServerClient[];
  readonly links: ReadonlyMap<LocalClientId, ServerClientId>;
  readonly locals: readonly LocalClient[];
  readonly pending: ReadonlyMap<LocalClientId, readonly OutboxEntryId[]>;
}
const EMPTY: World = { clients: [], links: new Map(), locals: [], pending: new Map() };

function plan(list: readonly Person[], world: World): PlannedRow[] {
  const read = readClientList(new TextEncoder().encode(toCsv(list)), 'dt-max', 'individuals');
  if (!read.ok) throw new Error(read.error.code);
  const { header, headers, rows, epoch1904 } = read.value;
  const judged = readRows({
    clientType: 'individuals',
    mapping: header.mapping,
    headers,
    rows,
    epoch1904,
    scope: 'dt-max',
    today: '2026-03-16',
  });
  return planUpserts({
    mode: 'create-and-update',
    rows: judged,
    identifierHashes: judged.map(({ client }) => client.sin),
    serverClients: world.clients,
    officeIndex: new Map(),
    links: world.links,
    locals: world.locals,
    pending: world.pending,
    extension: true,
    newId,
    mint,
  });
}

function commit(planned: readonly PlannedRow[], world: World) {
  const settled = settleDecisions(planned, NO_DECISIONS, {
    serverClients: world.clients,
    mode: 'create-and-update',
    extension: true,
  });
  const tasks = planToTasks(settled, {
    extension: true,
    accountManagerId: null,
    accountManagers: [],
    pending: world.pending,
    newId,
  });
  const records = recordsToKeep(settled, NO_DECISIONS);
  const locals = [...new Map([...world.locals, ...records].map((client) => [client.id, client])).values()];
  const links = new Map([
    ...world.links,
    ...settled.flatMap(({ row }) => (row.link ? [[row.localId, row.link.serverId] as const] : [])),
  ]);
  return { tasks, locals, links };
}

const statuses = (planned: readonly PlannedRow[]) => planned.map(({ row }) => row.status);

/** What a row will do, without the ids and codes drawn at random and without where it stood. */
const essence = (planned: readonly PlannedRow[]) =>
  planned
    .map(({ row: { client, status, link, changes, issues, candidates, invitation, code } }) =>
      JSON.stringify({
        client,
        status,
        link,
        changes,
        issues,
        candidates,
        invitation,
        code: code.replace(/^IS-.*/, 'IS'),
      }),
    )
    .toSorted();

/** Some of the people are known to the server already, some under another code, some with an old address. */
const knownTo = (list: readonly Person[]): ServerClient[] =>
  list
    .filter(({ n }) => n % 3 === 0)
    .map((person) => ({
      id: person.n + 1,
      code: person.n % 2 === 0 && person.hasNumber ? String(1000 + person.n) : `GB-${person.n}`,
      name: person.n % 4 === 0 ? `${person.last.toUpperCase()}, ${person.first}` : `${person.first} ${person.last}`,
      inactive: false,
      email: person.email.toUpperCase(),
      address: person.n % 5 === 0 ? '1, rue Ancienne' : person.street,
      address2: '',
      city: person.city,
      state: 'QC',
      zipcode: person.postalCode.replace(' ', ''),
      phone: person.phone,
      language: null,
      accountManagerId: null,
      invitation: person.n % 2 === 0 ? 'invited' : 'none',
    }));

describe('the plan', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        people(40)
          .filter((list) => list.length > 0)
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const world = { ...EMPTY, clients: knownTo(list) };
          expect(essence(plan(shuffled, world))).toEqual(essence(plan(list, world)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is all unchanged once it was delivered, and creates nobody the server knew', () => {
    fc.assert(
      fc.property(
        people(40).filter((list) => list.length > 0),
        (list) => {
          const world = { ...EMPTY, clients: knownTo(list) };
          const first = plan(list, world);
          expect(new Set(statuses(first)).has('check')).toBe(false);
          expect(first.filter(({ row }) => row.status === 'create')).toHaveLength(list.length - world.clients.length);
          const { tasks, locals, links } = commit(first, world);
          const delivered = applyTasks({ clients: world.clients, links }, tasks);
          expect(delivered.clients).toHaveLength(list.length);
          const again = plan(list, { ...EMPTY, ...delivered, locals });
          expect(statuses(again).every((status) => status === 'unchanged')).toBe(true);
          expect(commit(again, { ...EMPTY, ...delivered, locals }).tasks).toEqual([]);
          // A fresh workstation, without links of its own: still nobody new.
          expect(
            statuses(plan(list, { ...EMPTY, clients: delivered.clients })).filter((status) => status === 'create'),
          ).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is all unchanged while everything still waits in the outbox', () => {
    fc.assert(
      fc.property(
        people(40).filter((list) => list.length > 0),
        (list) => {
          const world = { ...EMPTY, clients: knownTo(list) };
          const { tasks, locals, links } = commit(plan(list, world), world);
          const pending = new Map<LocalClientId, OutboxEntryId[]>();
          for (const { id, task } of tasks)
            if ('client' in task) pending.set(task.client, [...(pending.get(task.client) ?? []), id]);
          const waiting = { clients: world.clients, links, locals, pending };
          const again = plan(list, waiting);
          expect(statuses(again).every((status) => status === 'unchanged')).toBe(true);
          expect(commit(again, waiting).tasks).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('queues each task after what it needs, and no server client or code is used twice', () => {
    fc.assert(
      fc.property(
        people(40).filter((list) => list.length > 0),
        (list) => {
          const world = { ...EMPTY, clients: knownTo(list) };
          const { tasks, links } = commit(plan(list, world), world);
          const seen = new Set<string>();
          for (const { id, dependsOn, task } of tasks) {
            for (const dependency of dependsOn) expect(seen.has(dependency)).toBe(true);
            if (task.kind === 'invitation') expect(dependsOn).toHaveLength(task.clients.length);
            seen.add(id);
          }
          expect(new Set(links.values()).size).toBe(links.size);
          const codes = [
            ...world.clients.map(({ code }) => code),
            ...tasks.flatMap(({ task }) => (task.kind === 'client-create' ? [task.body.code] : [])),
          ];
          expect(new Set(codes).size).toBe(codes.length);
          const addresses = tasks.flatMap(({ task }) => (task.kind === 'invitation' ? [task.email] : []));
          expect(new Set(addresses).size).toBe(addresses.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
