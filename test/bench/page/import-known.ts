import Dexie from 'dexie';
import type { ServerClient } from '../../../src/core/clients/client';
import { wantedValues } from '../../../src/core/clients/field-changes';
import type { PlanRow } from '../../../src/core/clients/upsert-plan';
import type { Result } from '../../../src/core/result';
import { LINK_TABLES, putLinks } from '../../../src/store/client-links';
import { Database } from '../../../src/store/database';
import { unpackRows, type PackedRows } from '../../../src/worker-bridge/packed-rows';
import type { WorkerKeys } from '../../../src/worker-bridge/worker-keys';
import { ClientsSession } from '../../../workers/clients/clients-session';

const FRESH = { mode: 'create-and-update', officeIndex: [], links: [], extension: true } as const;

/**
 * Milliseconds to read, check, compare with GEM-BOOKS and keep, sealed, a list whose clients are all there already, as
 * the office's first import does. Making the keys and GEM-BOOKS's clients is not timed.
 */
export async function importKnown(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const keys = await newKeys();
  const file = new File([bytes], 'liste.csv');
  const serverClients = (await planned(keys, file, [])).packed.flatMap(unpackRows).map(asServer);
  await Dexie.delete('ours');
  const database = new Database('ours');
  await database.open();
  const start = performance.now();
  const { session } = await planned(keys, file, serverClients);
  const { directory, links, tasks } = value(
    await session.commit({
      refusedFields: [],
      excluded: [],
      chosen: [],
      sides: [],
      accountManagerId: null,
      accountManagers: [],
    }),
  );
  if (tasks.length > 0 || links.length !== serverClients.length) throw new Error('not all of them are known');
  await database.transaction('rw', ['clientChunks', 'clientSnapshot', ...LINK_TABLES], async () => {
    await database.clientChunks.bulkPut([...directory.chunks]);
    await database.clientSnapshot.put({ id: 'current', revision: 1, sealed: directory.snapshot });
    await putLinks(database, links);
  });
  const elapsed = performance.now() - start;
  database.close();
  return elapsed;
}

async function planned(keys: WorkerKeys, file: File, serverClients: readonly ServerClient[]) {
  const session = new ClientsSession();
  value(await session.configure(keys, { chunks: [], snapshot: null }));
  value(await session.read({ file, software: 'dt-max', clientType: 'individuals' }, () => {}));
  // A page keeps them packed, and reads a row when it shows it.
  const packed: PackedRows[] = [];
  value(await session.plan({ ...FRESH, serverClients }, (some) => void packed.push(some)));
  return { session, packed };
}

function asServer({ client, code }: PlanRow, at: number): ServerClient {
  const { language, ...wanted } = wantedValues(client);
  const text = Object.fromEntries(Object.entries(wanted).map(([field, said]) => [field, said ?? '']));
  return {
    id: at + 1,
    code,
    inactive: false,
    language: language === 'en' ? 'en' : 'fr',
    accountManagerId: null,
    invitation: 'invited',
    ...text,
  } as ServerClient;
}

async function newKeys(): Promise<WorkerKeys> {
  const aes = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const sealKey = await aes();
  const identifierKey = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return { sealKey, identifierKey } as WorkerKeys;
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
