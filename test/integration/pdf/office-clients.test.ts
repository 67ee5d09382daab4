import { beforeAll, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import { sealJson } from '../../../src/vault/seal';
import type { ClientDirectoryImage } from '../../../src/worker-bridge/client-directory-image';
import { OfficeClients } from '../../../workers/documents/office-clients';
import { people, toClient } from './fictitious-office';

let sealKey: CryptoKey;
beforeAll(async () => {
  sealKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
});

const [first, second] = people.slice(0, 2).map((person): LocalClient => ({ ...toClient(person), sin: null }));
if (!first || !second) throw new Error('The fictitious office is empty.');

const imageOf = async (...clients: readonly LocalClient[]): Promise<ClientDirectoryImage> => ({
  chunks: [{ id: 'c0', sealed: await sealJson(sealKey, 'client-chunk:c0', { clients }) }],
  snapshot: null,
});

it('a damaged record leaves the clients known before', async () => {
  const office = new OfficeClients();
  const sound = await imageOf(first);
  expect(await office.take(sound, sealKey)).toMatchObject({ ok: true });
  const damaged = await imageOf(first, second);
  damaged.chunks[0]?.sealed.fill(0, 20);
  expect(await office.take(damaged, sealKey)).toMatchObject({ ok: false, error: { code: 'vault/damaged-record' } });
  expect(office.image).toBe(sound);
  expect(office.directory.clients.map(({ id }) => id)).toEqual([first.id]);
});

it('what was learnt of a client outlives a new list of them', async () => {
  const office = new OfficeClients();
  await office.take(await imageOf(first), sealKey);
  office.learn([{ client: first.id, sin: '978408086' }]);
  expect(office.directory.knownSin(first)).toBe('978408086');
  await office.take(await imageOf(first, second), sealKey);
  expect(office.directory.knownSin(first)).toBe('978408086');
  // Helpers are told of it too.
  expect(office.numbers).toEqual([{ client: first.id, sin: '978408086' }]);
  expect(office.search(second.name.full, 5)).toEqual([
    { id: second.id, name: second.name.full, city: second.address.city },
  ]);
});

it('what the batch at hand shows of a client goes with the batch', async () => {
  const office = new OfficeClients();
  await office.take(await imageOf(first), sealKey);
  office.show([{ client: first.id, sin: '978408086' }]);
  expect(office.directory.knownSin(first)).toBe('978408086');
  office.show([]);
  expect(office.directory.knownSin(first)).toBe(null);
});
