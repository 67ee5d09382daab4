import { beforeEach, expect, it } from 'vitest';
import type { LocalClientId, ServerClientId } from '../../../src/core/ids';
import { checkRecord } from '../../../src/store/check-record';
import { allLinks, linkOf, LINK_TABLES, putLinks } from '../../../src/store/client-links';
import type { Database } from '../../../src/store/database';
import { openDatabase } from '../../../src/store/open-database';
import { freshProfile, valueOf } from './store-harness';

let database: Database;

beforeEach(async () => {
  freshProfile();
  database = valueOf(await openDatabase());
});

const idOf = (index: number): LocalClientId =>
  ((index * 7919) % 1_000_003).toString(16).padStart(32, '3') as LocalClientId;
const links = (from: number, to: number, server: (index: number) => number) =>
  Array.from({ length: to - from }, (_link, at) => [idOf(from + at), server(from + at) as ServerClientId] as const);
const put = (some: ReturnType<typeof links>) =>
  database.transaction('rw', [...LINK_TABLES], () => putLinks(database, some));

it('few lie by themselves, many in packs; both are read as one', async () => {
  await put(links(0, 10, (index) => index + 1));
  expect(await database.clientLinkPacks.count()).toBe(0);
  await put(links(10, 2_010, (index) => index + 1));
  expect(await database.clientLinks.count()).toBe(10);
  expect(await database.clientLinkPacks.count()).toBeLessThan(257);
  expect(new Map(await allLinks(database))).toEqual(new Map(links(0, 2_010, (index) => index + 1)));
  expect(await linkOf(database, idOf(3))).toBe(4);
  expect(await linkOf(database, idOf(1_500))).toBe(1_501);
  expect(await linkOf(database, idOf(5_000))).toBeNull();
  for (const pack of await database.clientLinkPacks.toArray()) expect(checkRecord('clientLinkPacks', pack)).toEqual([]);
});

it('what was written last stands, whichever way it was written', async () => {
  await put(links(0, 1_200, () => 1));
  await put(links(0, 5, () => 2));
  expect(await linkOf(database, idOf(4))).toBe(2);
  expect(await linkOf(database, idOf(5))).toBe(1);
  // Many again: none of its own is left in their way.
  await put(links(0, 1_100, () => 3));
  expect(await database.clientLinks.count()).toBe(0);
  const found = new Map(await allLinks(database));
  expect([found.get(idOf(4)), found.get(idOf(1_099)), found.get(idOf(1_150))]).toEqual([3, 3, 1]);
  expect(found.size).toBe(1_200);
});
