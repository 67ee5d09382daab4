import { proxy, releaseProxy, wrap } from 'comlink';
import { afterEach, expect, it } from 'vitest';
import type { ServerClient } from '../../../src/core/clients/client';
import type { PlanRow } from '../../../src/core/clients/upsert-plan';
import type { ClientsDecisions, ClientsWorkerApi, PlanRequest } from '../../../src/worker-bridge/clients-worker-api';
import { unpackRows, type PackedRows } from '../../../src/worker-bridge/packed-rows';
import type { WorkerKeys } from '../../../src/worker-bridge/worker-keys';

const workers: Worker[] = [];
afterEach(() => workers.splice(0).forEach((worker) => worker.terminate()));

function start() {
  const worker = new Worker(new URL('../../../workers/clients.worker.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  return wrap<ClientsWorkerApi>(worker);
}

async function newKeys(): Promise<WorkerKeys> {
  const hmac = () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return {
    sealKey: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    identifierKey: await hmac(),
    deliveryKey: await hmac(),
  };
}

const fictitious = async (name: string): Promise<File> =>
  new File([await (await fetch(`/fictif/${name}`)).blob()], name);

const request = (serverClients: readonly ServerClient[], more: Partial<PlanRequest> = {}): PlanRequest => ({
  mode: 'create-and-update',
  serverClients,
  officeIndex: [],
  links: [],
  extension: true,
  ...more,
});

const DECISIONS: ClientsDecisions = {
  refusedFields: [],
  excluded: [],
  chosen: [],
  sides: [],
  accountManagerId: null,
  accountManagers: [],
};

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

it('reads, plans, filters, commits and reopens in a real worker, with keys that cannot be exported', async () => {
  const keys = await newKeys();
  const api = start();
  value(await api.configure(keys, { chunks: [], snapshot: null }));
  const progress: number[] = [];
  const diagnosis = value(
    await api.read(
      { file: await fictitious('clients-dtmax.csv'), software: 'dt-max', clientType: 'individuals' },
      proxy((done: number) => void progress.push(done)),
    ),
  );
  expect(diagnosis).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerRow: 1, rows: 60 });
  expect(progress.at(-1)).toBe(60);

  const rows: PlanRow[] = [];
  const { summary } = value(
    await api.plan(
      request([]),
      proxy((chunk: PackedRows) => void rows.push(...unpackRows(chunk))),
    ),
  );
  expect(summary.counts).toEqual({ create: 60, update: 0, unchanged: 0, check: 0, error: 0, conflict: 0 });
  const found = await api.view({ status: 'create', search: 'saint-meleze' });
  expect(Array.from(found, (index) => rows[index]?.client.name.full)).toEqual([
    'Rosaire Saint-Mélèze',
    'Thérèse Saint-Mélèze',
  ]);

  const commit = value(await api.commit(DECISIONS));
  expect(commit.tasks.filter(({ task }) => task.kind === 'client-create')).toHaveLength(60);
  const addresses = new Set(rows.flatMap(({ client }) => client.email ?? []));
  expect(commit.tasks.filter(({ task }) => task.kind === 'invitation')).toHaveLength(addresses.size);
  expect(summary.invitations).toBe(addresses.size);

  const reopened = start();
  value(await reopened.configure(keys, commit.directory));
  const clients = await reopened.searchClients('châtaignier', 2);
  expect(clients.map(({ name }) => name.full)).toEqual(['Éloïse Châtaignier', 'Gaëtan Châtaignier']);
  expect(Object.keys(clients[0] ?? {}).toSorted()).toEqual(['address', 'clientNumber', 'id', 'name']);
  expect(await start().configure(await newKeys(), commit.directory)).toEqual({
    ok: false,
    error: { code: 'vault/damaged-record' },
  });
});

it('reads the Taxprep workbook, and refuses it as a DT Max list', async () => {
  const api = start();
  value(await api.configure(await newKeys(), { chunks: [], snapshot: null }));
  const file = await fictitious('clients-taxprep.xlsx');
  expect(
    await api.read(
      { file, software: 'dt-max', clientType: 'individuals' },
      proxy(() => {}),
    ),
  ).toEqual({
    ok: false,
    error: { code: 'import/wrong-kind', details: { expected: 'csv', found: 'xlsx' } },
  });
  expect(
    value(
      await api.read(
        { file, software: 'taxprep', clientType: 'individuals' },
        proxy(() => {}),
      ),
    ),
  ).toMatchObject({
    kind: 'xlsx',
    sheet: 'Clients',
    headerRow: 3,
    rows: 20,
  });
});

it('is ended in the middle of a large list, and starts afresh', async () => {
  const lines = Array.from(
    { length: 60_000 },
    (_line, n) => `${n};Nom${n};Prénom${n};;1, rue X;Québec;G1A 1A1;p${n}@example.com`,
  );
  const file = new File(
    [['No client;Nom;Prénom;NAS;Rue;Ville;Code postal;Courriel', ...lines].join('\r\n')],
    'liste.csv',
  );
  const keys = await newKeys();
  const api = start();
  value(await api.configure(keys, { chunks: [], snapshot: null }));
  const ask = { file, software: 'dt-max', clientType: 'individuals' } as const;
  let settled = false;
  void api
    .read(
      ask,
      proxy(() => {}),
    )
    .then(() => (settled = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  workers[0]?.terminate();
  api[releaseProxy]();

  const fresh = start();
  value(await fresh.configure(keys, { chunks: [], snapshot: null }));
  expect(
    value(
      await fresh.read(
        ask,
        proxy(() => {}),
      ),
    ).rows,
  ).toBe(60_000);
  expect(settled).toBe(false);
  let received = 0;
  let largest = 0;
  value(
    await fresh.plan(
      request([]),
      proxy(({ ends }: PackedRows) => {
        received += ends.length;
        largest = Math.max(largest, ends.length);
      }),
    ),
  );
  expect([received, largest]).toEqual([60_000, 2_000]);
  expect(await fresh.view({ status: 'all', search: '' })).toHaveLength(60_000);
});
