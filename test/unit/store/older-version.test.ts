import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import type { BatchId, LocalClientId, ServerClientId } from '../../../src/core/ids';
import { DATABASE_NAME, SCHEMA_VERSIONS } from '../../../src/store/database';
import { draftOf, everything, freshProfile, newVaultKeys, openTab, valueOf } from './store-harness';

type Version = keyof typeof SCHEMA_VERSIONS;
const VERSIONS = Object.keys(SCHEMA_VERSIONS).map(Number) as Version[];
const OLDER = VERSIONS.slice(0, -1);

it.each(OLDER)('what version %i kept is all there, and is found, in the present one', async (version) => {
  freshProfile();
  const keys = await newVaultKeys();
  const before = await openTab(keys);
  const draft = draftOf(40, { links: [['c'.repeat(32) as LocalClientId, 17 as ServerClientId]] });
  valueOf(await before.enqueue(draft));
  const kept = await everything(before.database);
  const told = {
    entries: valueOf(await before.outbox.all()).entries,
    counts: valueOf(await before.outbox.counts()),
    running: valueOf(await before.outbox.runningBatches()),
  };
  before.database.close();

  // The same records as a page of that day would have left them.
  freshProfile();
  const old = new Dexie(DATABASE_NAME, { autoOpen: false });
  for (const upTo of VERSIONS.filter((one) => one <= version)) old.version(upTo).stores({ ...SCHEMA_VERSIONS[upTo] });
  await old.open();
  for (const [name, records] of Object.entries(kept)) {
    if (old.tables.some((table) => table.name === name)) await old.table(name).bulkAdd(records);
    else expect(records).toEqual([]);
  }
  old.close();

  const after = await openTab(keys);
  expect(valueOf(await after.outbox.all()).entries).toEqual(told.entries);
  expect(valueOf(await after.outbox.counts())).toEqual(told.counts);
  expect(valueOf(await after.outbox.runningBatches())).toEqual(told.running);
  expect([...told.running]).toEqual<BatchId[]>([draft.id]);
  for (const [client, server] of draft.links) expect(valueOf(await after.directory.serverIdOf(client))).toBe(server);
  // And goes on from there.
  valueOf(await after.enqueue(draftOf(3)));
  expect(valueOf(await after.outbox.all()).entries).toHaveLength(told.entries.length + 3);
});
