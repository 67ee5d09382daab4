import { beforeAll, describe, expect, it } from 'vitest';
import type { ServerClient, Software } from '../../../src/core/clients/client';
import type { PlanRow } from '../../../src/core/clients/upsert-plan';
import type { BatchId, LocalClientId, ServerClientId } from '../../../src/core/ids';
import type {
  ClientsCommit,
  ClientsDecisions,
  PlanRequest,
  SourceDiagnosis,
} from '../../../src/worker-bridge/clients-worker-api';
import { freshEntries } from '../../../src/app/fresh-entries';
import { unpackRows } from '../../../src/worker-bridge/packed-rows';
import type { SnapshotLine } from '../../../src/core/clients/client-snapshot';
import { openJson } from '../../../src/vault/seal';
import { ClientsSession } from '../../../workers/clients/clients-session';
import { applyTasks } from './support/apply-tasks';
import { fictitiousFile, people, seed, seededServer } from './support/fictitious-office';
import { newWorkerKeys } from './support/worker-keys';

const NOTHING_DECIDED: ClientsDecisions = {
  refusedFields: [],
  excluded: [],
  chosen: [],
  sides: [],
  accountManagerId: null,
  accountManagers: seed().accountManagers,
};
/** Of the one e-mail that the list replaces. */
const fileTaken = (rows: readonly PlanRow[]): ClientsDecisions => ({
  ...NOTHING_DECIDED,
  sides: [[named(rows, 'Simone Cornouiller').id, 'file']],
});

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function newSession(): Promise<ClientsSession> {
  const session = new ClientsSession();
  value(await session.configure(await newWorkerKeys(), { chunks: [], snapshot: null }));
  return session;
}

async function preview(
  session: ClientsSession,
  file: string,
  software: Software,
  server: { readonly clients: readonly ServerClient[]; readonly links: ReadonlyMap<LocalClientId, ServerClientId> },
  more: Partial<PlanRequest> = {},
) {
  const diagnosis: SourceDiagnosis = value(
    await session.read({ file: fictitiousFile(file), software, clientType: 'individuals' }, () => {}),
  );
  const rows: PlanRow[] = [];
  const { summary } = value(
    await session.plan(
      {
        mode: 'create-and-update',
        serverClients: server.clients,
        officeIndex: [],
        links: [...server.links],
        extension: true,
        ...more,
      },
      (chunk) => void rows.push(...unpackRows(chunk)),
    ),
  );
  return { diagnosis, rows, summary };
}

const fresh = () => ({ clients: seededServer(), links: new Map<LocalClientId, ServerClientId>() });
const named = (rows: readonly PlanRow[], name: string): PlanRow => {
  const row = rows.find(({ client }) => client.name.full === name);
  if (!row) throw new Error(`no row of ${name}`);
  return row;
};

describe('the fictitious DT Max list against the 40 clients of the office, fresh vault', () => {
  let session: ClientsSession;
  let result: Awaited<ReturnType<typeof preview>>;
  let commit: ClientsCommit;
  beforeAll(async () => {
    session = await newSession();
    result = await preview(session, 'clients-dtmax.csv', 'dt-max', fresh());
    commit = value(await session.commit(fileTaken(result.rows)));
  });

  it('says how the file was read', () => {
    const { diagnosis } = result;
    expect(diagnosis).toMatchObject({ kind: 'csv', encoding: 'windows-1252', delimiter: ';', headerRow: 1, rows: 60 });
    expect(diagnosis.columns.map(({ field }) => field)).toEqual([
      'clientNumber',
      'lastName',
      'firstName',
      'sin',
      'relation',
      'birthDate',
      'street',
      'unit',
      'city',
      'province',
      'postalCode',
      'homePhone',
      'email',
      'language',
      'accountManager',
    ]);
    expect(diagnosis.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does with each person what the office file says', () => {
    for (const person of people().filter(({ lists }) => lists.includes('dtmax'))) {
      const row = named(result.rows, person.name);
      expect([person.key, row.status]).toEqual([person.key, person.gemBooks?.outcome ?? 'create']);
      const expected = person.gemBooks;
      if (expected && expected.outcome !== 'check')
        expect([person.key, row.link]).toEqual([person.key, { serverId: expected.id, basis: expected.basis }]);
      else expect([person.key, row.link]).toEqual([person.key, null]);
    }
    expect(result.summary.counts).toEqual({ create: 26, update: 15, unchanged: 17, check: 2, error: 0, conflict: 0 });
  });

  it('offers the near names and creates neither', () => {
    expect(named(result.rows, 'Jean-Philippe Gagnebois').candidates.map(({ serverId }) => serverId)).toEqual([33]);
    expect(named(result.rows, 'Marguerite Tilleul').candidates.map(({ serverId }) => serverId)).toEqual([34]);
  });

  it('reads every birth date, SIN and inherited address', () => {
    for (const person of people().filter(({ lists }) => lists.includes('dtmax'))) {
      const { client } = named(result.rows, person.name);
      expect([person.key, client.birthDate]).toEqual([person.key, person.birthDate]);
      expect(client.address.street).not.toBeNull();
    }
    expect(named(result.rows, 'Line Châtaignier').client.address).toEqual(
      named(result.rows, 'Gaëtan Châtaignier').client.address,
    );
    expect(named(result.rows, 'Gaëtan Châtaignier')).toMatchObject({ client: { sin: '040288672' } });
    expect(named(result.rows, 'Gaëtan Châtaignier').issues).toContainEqual({
      code: 'sin-zero-restored',
      severity: 'note',
      field: 'sin',
    });
    expect(named(result.rows, 'Aïcha Hirondeau').client.sin).toBeNull();
    expect(named(result.rows, 'Aïcha Hirondeau').issues).toContainEqual({
      code: 'sin-absent',
      severity: 'note',
      field: 'sin',
    });
    expect(result.rows.filter(({ issues }) => issues.some(({ code }) => code === 'sin-luhn'))).toHaveLength(1);
  });

  it('shows field by field what changes, and marks a replaced e-mail', () => {
    const simone = named(result.rows, 'Simone Cornouiller');
    expect(simone.changes).toEqual([
      { field: 'email', before: 'simone.cornouiller@example.net', after: 'simone.cornouiller@example.com' },
    ]);
    expect(simone.issues).toContainEqual({ code: 'email-replaced', severity: 'warning', field: 'email' });
    expect(named(result.rows, 'François St-Érable').changes).toEqual([
      { field: 'address', before: '802, rue Imaginaire', after: '4549, rue Imaginaire' },
      { field: 'city', before: 'Sherbrooke', after: 'Sainte-Thérèse' },
      { field: 'zipcode', before: 'J1B 4E2', after: 'J7P 5N5' },
    ]);
    expect(named(result.rows, 'Hélène Nyctale').changes).toEqual([
      { field: 'phone', before: '418 555-0170', after: '819 555-0115' },
    ]);
    expect(named(result.rows, 'Pier-Luc Mésange').changes).toEqual([
      { field: 'email', before: '', after: 'pier-luc.mesange@example.com' },
    ]);
  });

  it('gives each created client a code of its own', () => {
    const creates = commit.tasks.flatMap(({ task }) => (task.kind === 'client-create' ? [task] : []));
    expect(creates).toHaveLength(26);
    const codes = [...creates.map(({ body }) => body.code), ...seed().clients.map(({ code }) => code)];
    expect(new Set(codes).size).toBe(codes.length);
    expect(creates.filter(({ minted }) => minted).every(({ body }) => /^IS-[0-9A-Z]{8}$/.test(body.code))).toBe(true);
    expect(named(result.rows, 'Réjean Quenouille').code).toBe('1021');
    expect(named(result.rows, 'Rosaire Saint-Mélèze').code).toBe('1015');
    expect(named(result.rows, 'Thérèse Saint-Mélèze').code).toMatch(/^IS-/);
  });

  it('invites each new address once, after the clients it covers', () => {
    const invitations = commit.tasks.flatMap((entry) =>
      entry.task.kind === 'invitation' ? [{ ...entry, task: entry.task }] : [],
    );
    const addresses = invitations.map(({ task }) => task.email);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(invitations).toHaveLength(result.summary.invitations);
    const couple = invitations.find(({ task }) => task.email === 'famille.saint-meleze@example.net');
    expect(couple?.task.clients).toEqual([
      named(result.rows, 'Rosaire Saint-Mélèze').localId,
      named(result.rows, 'Thérèse Saint-Mélèze').localId,
    ]);
    const createIds = commit.tasks
      .filter(({ task }) => task.kind === 'client-create' && couple?.task.clients.includes(task.client))
      .map(({ id }) => id);
    expect(couple?.dependsOn).toEqual(createIds);
    const invited = new Set(seed().invitations.map(({ email }) => email));
    expect(addresses.filter((email) => invited.has(email))).toEqual([]);
  });

  it('assigns created clients to the manager of their column, and never reassigns an updated one', () => {
    const managers = new Map(seed().accountManagers.map(({ name, id }) => [name, id]));
    for (const { task } of commit.tasks) {
      if (task.kind !== 'client-patch') continue;
      const row = result.rows.find(({ localId }) => localId === task.client);
      if (row?.status === 'create') expect(task.accountManagerId).toBe(managers.get(row.client.accountManager ?? ''));
      else expect(task.accountManagerId).toBeUndefined();
    }
  });

  it('keeps 58 records sealed, and no SIN, name or e-mail readable in them', () => {
    const bytes = [...commit.directory.chunks.map(({ sealed }) => sealed), commit.directory.snapshot];
    const text = bytes.map((sealed) => Buffer.from(sealed).toString('latin1')).join('');
    for (const word of ['Aubépine', 'Aub', '999085582', 'example.com']) expect(text).not.toContain(word);
    expect(commit.links).toHaveLength(32);
  });

  it('is all unchanged once delivered, and the second list then creates its eleven newcomers only', async () => {
    const delivered = applyTasks({ ...fresh(), links: new Map(commit.links) }, commit.tasks);
    expect(delivered.clients).toHaveLength(66);
    const again = await preview(session, 'clients-dtmax.csv', 'dt-max', delivered);
    expect(again.summary.counts).toEqual({ create: 0, update: 0, unchanged: 58, check: 2, error: 0, conflict: 0 });
    const taxprep = await preview(session, 'clients-taxprep.xlsx', 'taxprep', delivered);
    expect(taxprep.diagnosis).toMatchObject({ kind: 'xlsx', sheet: 'Clients', headerRow: 3, rows: 20 });
    expect(taxprep.summary.counts).toEqual({ create: 11, update: 0, unchanged: 9, check: 0, error: 0, conflict: 0 });
    expect(named(taxprep.rows, 'Hugo Martinet').link).toEqual({ serverId: 35, basis: 'name-and-email' });
    expect(named(taxprep.rows, "Chloé L'Heureux-Huart").client).toMatchObject({
      sin: '088967955',
      birthDate: '1993-07-27',
    });
  });

  it('creates nobody twice while the first import still waits in the outbox', async () => {
    const other = await newSession();
    const { rows } = await preview(other, 'clients-dtmax.csv', 'dt-max', fresh());
    const first = value(await other.commit(fileTaken(rows)));
    const pending = first.tasks.flatMap(({ id, task }) =>
      task.kind === 'client-create' || task.kind === 'client-update' || task.kind === 'client-patch'
        ? [[task.client, id] as const]
        : [],
    );
    const again = await preview(
      other,
      'clients-dtmax.csv',
      'dt-max',
      { clients: seededServer(), links: new Map(first.links) },
      { pending },
    );
    expect(again.summary.counts).toEqual({ create: 0, update: 0, unchanged: 58, check: 2, error: 0, conflict: 0 });
    expect(value(await other.commit(NOTHING_DECIDED)).tasks).toEqual([]);
  });

  it('links a second workstation through the office index alone', async () => {
    const other = new ClientsSession();
    const keys = await newWorkerKeys();
    value(await other.configure(keys, { chunks: [], snapshot: null }));
    await preview(other, 'clients-dtmax.csv', 'dt-max', fresh());
    const first = value(await other.commit(NOTHING_DECIDED));
    const delivered = applyTasks({ ...fresh(), links: new Map(first.links) }, first.tasks);
    const lines = value(
      await openJson<readonly SnapshotLine[]>(keys.sealKey, 'client-snapshot', first.directory.snapshot),
    );
    const officeIndex = lines.flatMap(({ localId, identifierHash }) => {
      const serverId = delivered.links.get(localId);
      return serverId === undefined || identifierHash === null ? [] : [[identifierHash, serverId] as const];
    });
    expect(officeIndex).toHaveLength(53);
    const second = new ClientsSession();
    value(await second.configure(keys, { chunks: [], snapshot: null }));
    const stripped = delivered.clients.map((client) => ({ ...client, code: '', email: '', zipcode: '', phone: '' }));
    const { rows } = await preview(
      second,
      'clients-dtmax.csv',
      'dt-max',
      { clients: stripped, links: new Map() },
      { officeIndex },
    );
    expect(rows.filter(({ link }) => link?.basis === 'office-index')).toHaveLength(officeIndex.length);
  });
});

describe('decisions', () => {
  it('accepts a near name, creates in spite of one, leaves out what is excluded, keeps a refused e-mail', async () => {
    const session = await newSession();
    const { rows } = await preview(session, 'clients-dtmax.csv', 'dt-max', fresh());
    const [gagnebois, tilleul, simone, quenouille] = [
      'Jean-Philippe Gagnebois',
      'Marguerite Tilleul',
      'Simone Cornouiller',
      'Réjean Quenouille',
    ].map((name) => named(rows, name));
    if (!gagnebois || !tilleul || !simone || !quenouille) throw new Error('a row is missing');
    const { tasks, links } = value(
      await session.commit({
        ...NOTHING_DECIDED,
        chosen: [
          [gagnebois.id, 33],
          [tilleul.id, null],
        ],
        refusedFields: [[simone.id, ['email']]],
        excluded: [quenouille.id],
        accountManagerId: 'am-2',
      }),
    );
    const of = (row: PlanRow) =>
      tasks.map(({ task }) => task).filter((task) => 'client' in task && task.client === row.localId);
    expect(links).toContainEqual([gagnebois.localId, 33]);
    expect(of(gagnebois).map(({ kind }) => kind)).toEqual(['client-update', 'client-patch']);
    expect(of(gagnebois)[1]).toMatchObject({
      changes: [
        { field: 'name', before: 'Jean-Phillipe Gagnebois', after: 'Jean-Philippe Gagnebois' },
        { field: 'email', before: '', after: 'jean-philippe.gagnebois@example.com' },
      ],
    });
    expect(of(tilleul)[0]).toMatchObject({ kind: 'client-create', minted: true });
    expect(of(tilleul).at(-1)).toMatchObject({ kind: 'client-patch', accountManagerId: 'am-2' });
    expect(of(simone)).toEqual([]);
    expect(of(quenouille)).toEqual([]);
    const kept = await session.searchClients('cornouiller', 5);
    expect(kept.map(({ name }) => name.full)).toEqual(['Simone Cornouiller']);
    expect(await session.searchClients('quenouille', 5)).toEqual([]);
  });

  it('gives one server client to one row only', async () => {
    const session = await newSession();
    const { rows } = await preview(session, 'clients-dtmax.csv', 'dt-max', fresh());
    const [gagnebois, tilleul] = ['Jean-Philippe Gagnebois', 'Marguerite Tilleul'].map((name) => named(rows, name));
    if (!gagnebois || !tilleul) throw new Error('a row is missing');
    const { links } = value(
      await session.commit({
        ...NOTHING_DECIDED,
        chosen: [
          [gagnebois.id, 33],
          [tilleul.id, 33],
        ],
      }),
    );
    expect(links.filter(([, serverId]) => serverId === 33)).toEqual([[gagnebois.localId, 33]]);
    const stolen = value(await session.commit({ ...NOTHING_DECIDED, chosen: [[gagnebois.id, 1]] }));
    expect(stolen.links.filter(([, serverId]) => serverId === 1)).toHaveLength(1);
    expect(stolen.links).not.toContainEqual([gagnebois.localId, 1]);
  });

  it('speaks the documented API alone, and says what is to be corrected by hand', async () => {
    const session = await newSession();
    const bare = seededServer().map((client) => ({
      ...client,
      language: null,
      accountManagerId: null,
      invitation: 'unknown' as const,
    }));
    const { rows, summary } = await preview(
      session,
      'clients-dtmax.csv',
      'dt-max',
      { clients: bare, links: new Map() },
      { extension: false },
    );
    expect(summary.invitations).toBe(0);
    const simone = named(rows, 'Simone Cornouiller');
    expect([simone.status, simone.changes, simone.byHand]).toEqual([
      'unchanged',
      [],
      [{ field: 'email', before: 'simone.cornouiller@example.net', after: 'simone.cornouiller@example.com' }],
    ]);
    const { tasks } = value(await session.commit(fileTaken(rows)));
    expect(new Set(tasks.map(({ task }) => task.kind))).toEqual(
      new Set(['client-create', 'client-update', 'hand-correction']),
    );
    expect(tasks.map(({ task }) => task)).toContainEqual({
      kind: 'hand-correction',
      client: simone.localId,
      correction: { field: 'email', before: 'simone.cornouiller@example.net', after: 'simone.cornouiller@example.com' },
    });
  });

  it('has its modes', async () => {
    const session = await newSession();
    const creating = await preview(session, 'clients-dtmax.csv', 'dt-max', fresh(), { mode: 'create-only' });
    expect(creating.summary.counts).toMatchObject({ create: 26, update: 0, unchanged: 32 });
    const updating = await preview(session, 'clients-dtmax.csv', 'dt-max', fresh(), { mode: 'update-only' });
    expect(updating.summary.counts).toMatchObject({ create: 0, update: 15, unchanged: 43 });
    const { tasks, links } = value(await session.commit(NOTHING_DECIDED));
    expect(tasks.some(({ task }) => task.kind === 'client-create')).toBe(false);
    expect(links).toHaveLength(32);
  });
});

describe('the session', () => {
  it('answers errors as values when asked out of order', async () => {
    const session = new ClientsSession();
    const request = {
      mode: 'create-and-update',
      serverClients: [],
      officeIndex: [],
      links: [],
      extension: true,
    } as const;
    expect(await session.plan(request, () => {})).toEqual({ ok: false, error: { code: 'vault/locked' } });
    value(await session.configure(await newWorkerKeys(), { chunks: [], snapshot: null }));
    expect(await session.plan(request, () => {})).toEqual({ ok: false, error: { code: 'batch/preview-stale' } });
    expect(await session.commit(NOTHING_DECIDED)).toEqual({ ok: false, error: { code: 'batch/preview-stale' } });
    expect(await session.view({ status: 'all', search: '' })).toEqual(new Uint32Array());
  });

  it('opens what it sealed, with the same keys only', async () => {
    const keys = await newWorkerKeys();
    const session = new ClientsSession();
    value(await session.configure(keys, { chunks: [], snapshot: null }));
    await preview(session, 'clients-dtmax.csv', 'dt-max', fresh());
    const { directory } = value(await session.commit(NOTHING_DECIDED));
    const reopened = new ClientsSession();
    value(await reopened.configure(keys, directory));
    expect(await reopened.searchClients('', 100)).toHaveLength(58);
    expect(await new ClientsSession().configure(await newWorkerKeys(), directory)).toEqual({
      ok: false,
      error: { code: 'vault/damaged-record' },
    });
  });

  it('filters, searches without accents and sorts as French does', async () => {
    const session = await newSession();
    const { rows } = await preview(session, 'clients-dtmax.csv', 'dt-max', fresh());
    const names = async (status: PlanRow['status'] | 'all', search: string) =>
      Array.from(await session.view({ status, search }), (index) => rows[index]?.client.name.full);
    expect(await names('check', '')).toEqual(['Jean-Philippe Gagnebois', 'Marguerite Tilleul']);
    expect(await names('all', 'ERABLE')).toEqual(['François St-Érable', 'Mylène St-Érable', 'Zoé St-Érable']);
    expect(await names('all', 'sherbrooke cèdrelac')).toEqual(['Simon Cèdrelac', 'Sophie Cèdrelac']);
    expect(await names('all', '040 288 672')).toEqual(['Gaëtan Châtaignier']);
    expect(await names('all', '40288')).toEqual([]);
    expect(await names('all', '418 555-0128')).toEqual(['Daniel Framboisier', 'Véronique Chardonneret']);
    const all = await names('all', '');
    expect(all).toHaveLength(60);
    expect(all.slice(0, 4)).toEqual([
      'Agnès Moineau-Friquet',
      'Aïcha Hirondeau',
      'Alexandra Noisetier',
      'Annie-Claude Sorbier',
    ]);
    expect(all.indexOf('Éloïse Châtaignier')).toBeLessThan(all.indexOf('Florence Églantine'));
  });

  it('refuses a mixed list, an oversize file and a file that went away, by name', async () => {
    const session = await newSession();
    const read = (file: File) => session.read({ file, software: 'dt-max', clientType: 'individuals' }, () => {});
    const mixed = 'No client;Nom;Prénom;NAS;NE\n1;Alizé;Éloi;046454286;\n2;Moulin Imaginaire inc.;;;123026635 RC0001\n';
    expect(await read(new File([mixed], 'liste.csv'))).toEqual({
      ok: false,
      error: { code: 'import/mixed-list', details: { individuals: 1, corporations: 1 } },
    });
    const huge = new File([''], 'liste.csv');
    Object.defineProperty(huge, 'size', { value: 65 * 1024 * 1024 });
    expect(await read(huge)).toMatchObject({ error: { code: 'import/unreadable-csv' } });
    const gone = new File(['x'], 'liste.csv');
    Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(new DOMException('', 'NotFoundError')) });
    expect(await read(gone)).toEqual({ ok: false, error: { code: 'import/unreadable-csv' } });
    expect(await session.commit(NOTHING_DECIDED)).toEqual({ ok: false, error: { code: 'batch/preview-stale' } });
  });

  it('hands rows and tasks over some at a time', async () => {
    const lines = Array.from({ length: 2501 }, (_line, index) => `${index + 1};Nom${index + 1};Prénom${index + 1}`);
    const session = await newSession();
    const file = new File([['No client;Nom;Prénom', ...lines].join('\n')], 'liste.csv');
    const progress: [number, number][] = [];
    value(
      await session.read(
        { file, software: 'dt-max', clientType: 'individuals' },
        (...step) => void progress.push(step),
      ),
    );
    expect(progress.at(-1)).toEqual([2501, 2501]);
    const sizes: number[] = [];
    const request = {
      mode: 'create-and-update',
      serverClients: [],
      officeIndex: [],
      links: [],
      extension: true,
    } as const;
    value(await session.plan(request, ({ ends }) => void sizes.push(ends.length)));
    expect(sizes).toEqual([2000, 501]);
    const commit = value(await session.commit(NOTHING_DECIDED));
    expect(commit.directory.chunks).toHaveLength(6);
    expect([commit.tasks.length, commit.moreTasks]).toEqual([1000, 1501]);
    const first = { batch: 'batch' as BatchId, now: 7 };
    const call: Parameters<typeof freshEntries>[0]['call'] = (use) => use(session as never);
    const entries = value(await freshEntries({ call }, commit, first));
    expect(entries.map(({ order }) => order)).toEqual(Array.from({ length: 2501 }, (_entry, order) => order));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2501);
    expect(new Set(entries.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2501);
    // A worker started anew has none of them left: half a list is not imported.
    expect(await freshEntries({ call }, commit, first)).toMatchObject({ error: { code: 'batch/preview-stale' } });
  });
});
