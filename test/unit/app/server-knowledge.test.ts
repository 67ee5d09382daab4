import { beforeEach, describe, expect, it } from 'vitest';
import { ServerKnowledge } from '../../../src/app/server-knowledge.svelte';
import type { OutboxCounts } from '../../../src/core/outbox/batch-draft';
import { ok } from '../../../src/core/result';
import type { SettingsRepository } from '../../../src/store/settings-repository';
import { ApiClient } from '../../../src/sync/api-client';
import type { HttpAnswer, HttpRequest } from '../../../src/sync/ports';

const MINUTE = 60_000;
const signal = new AbortController().signal;

let now = 0;
let online = true;
let extension = true;
let counts: OutboxCounts;
let clients: { id: number; code: string; city: string; version: number }[];
/** Requests since the last look: `ext` and `doc` pages, and `count` for the question how many there are. */
let asked: string[];
let told: number;
/** Done once, after the versions were told. */
let betweenLists: () => void;
let stored: Map<string, unknown>;
let server: ServerKnowledge;

const respond = (body: unknown): HttpAnswer => ({
  kind: 'response',
  status: 200,
  headers: {},
  body: JSON.stringify(body),
});

function answer({ path }: HttpRequest): HttpAnswer {
  if (!online) return { kind: 'no-answer', offline: true, timeout: false };
  if (path.startsWith('impot-sync/v1/clients')) {
    asked.push('ext');
    const data = clients.map(({ id, version }) => ({
      id,
      name: `Nom ${id}`,
      email: '',
      language: null,
      accountManagerId: null,
      invitation: 'none',
      etag: `"v${version}"`,
    }));
    betweenLists();
    betweenLists = () => undefined;
    return respond({ data, nextCursor: null });
  }
  if (path.startsWith('impot-sync/v1/invitations')) return respond({ data: [], nextCursor: null });
  const size = Number(new URLSearchParams(path.split('?')[1]).get('per_page'));
  asked.push(size === 1 ? 'count' : 'doc');
  const data = clients.slice(0, size).map(({ id, code, city }) => ({ id, code, city, name: `Nom ${id}`, inactive: 0 }));
  const meta = { current_page: 1, last_page: 1, per_page: size, total: clients.length };
  return respond({ data, meta, success: true });
}

async function read(): Promise<{ readonly asked: readonly string[]; readonly cities: readonly string[] }> {
  asked = [];
  const answered = await server.clients(signal);
  return { asked, cities: answered.ok ? answered.value.map(({ city }) => city) : [answered.error.code] };
}

beforeEach(() => {
  now = 1_000_000;
  online = true;
  extension = true;
  counts = { pending: 0, held: 0, rejected: 0, done: 0 };
  clients = [
    { id: 1, code: 'F-1', city: 'Lévis', version: 1 },
    { id: 2, code: 'F-2', city: 'Amos', version: 1 },
  ];
  told = 0;
  betweenLists = () => undefined;
  stored = new Map();
  const settings = {
    getSealedJson: async (name: string) => ok(stored.get(name) ?? null),
    putSealedJson: async (name: string, value: unknown) => {
      stored.set(name, value);
      return ok(null);
    },
  };
  server = new ServerKnowledge({
    api: new ApiClient({ request: async (request) => answer(request) }, { now: () => now }),
    settings: settings as unknown as SettingsRepository,
    extension: () => extension,
    now: () => now,
    counts: async () => ok(counts),
    onClients: async () => void told++,
  });
});

const change = (city: string): void => {
  clients = clients.map((client) => (client.id === 1 ? { ...client, city, version: client.version + 1 } : client));
};

describe('with the extension', () => {
  it('pulls the clients once, and then asks only for their versions', async () => {
    expect(await read()).toEqual({ asked: ['ext', 'doc'], cities: ['Lévis', 'Amos'] });
    now += MINUTE;
    expect(await read()).toEqual({ asked: ['ext'], cities: ['Lévis', 'Amos'] });
    expect([server.clientsReadAt, told]).toEqual([now, 1]);
  });

  it('sees what anybody changed, added or took away since', async () => {
    await read();
    change('Gaspé');
    expect(await read()).toEqual({ asked: ['ext', 'doc'], cities: ['Gaspé', 'Amos'] });
    clients = [...clients, { id: 3, code: 'F-3', city: 'Rimouski', version: 1 }];
    expect((await read()).cities).toEqual(['Gaspé', 'Amos', 'Rimouski']);
    clients = clients.slice(1);
    expect((await read()).cities).toEqual(['Amos', 'Rimouski']);
  });

  it('a client changed between the two lists is read again: its version is never newer than itself', async () => {
    betweenLists = () => change('Gaspé');
    expect((await read()).cities).toEqual(['Gaspé', 'Amos']);
    expect(await read()).toEqual({ asked: ['ext', 'doc'], cities: ['Gaspé', 'Amos'] });
    expect((await read()).asked).toEqual(['ext']);
  });
});

describe('without the extension, where nothing tells an edit', () => {
  beforeEach(() => {
    extension = false;
  });

  it('asks how many there are, for ten minutes', async () => {
    expect((await read()).asked).toEqual(['doc']);
    const readAt = now;
    now += 10 * MINUTE;
    expect([(await read()).asked, server.clientsReadAt]).toEqual([['count'], readAt]);
    now += 1;
    expect((await read()).asked).toEqual(['doc']);
  });

  it('a client more is seen at once', async () => {
    await read();
    clients = [...clients, { id: 3, code: 'F-3', city: 'Rimouski', version: 1 }];
    expect(await read()).toEqual({ asked: ['count', 'doc'], cities: ['Lévis', 'Amos', 'Rimouski'] });
  });

  it.each([
    ['is on its way', { pending: 1 }],
    ['has arrived', { done: 1 }],
    ['was refused', { rejected: 1 }],
  ])('something of ours that %s makes the reading old', async (_, since) => {
    await read();
    counts = { ...counts, ...since };
    change('Gaspé');
    expect(await read()).toEqual({ asked: ['doc'], cities: ['Gaspé', 'Amos'] });
  });

  it('what was on its way while the list was pulled makes it old, though it left no trace since', async () => {
    counts = { ...counts, pending: 1 };
    await read();
    counts = { ...counts, pending: 0 };
    expect((await read()).asked).toEqual(['doc']);
  });

  it('on demand, all is pulled again; and under another key or after a lock', async () => {
    await read();
    server.forgetClients();
    change('Gaspé');
    expect(await read()).toEqual({ asked: ['doc'], cities: ['Gaspé', 'Amos'] });
    server.forget();
    expect((await read()).asked).toEqual(['doc']);
  });
});

it('a reading that began before it was forgotten vouches for nothing', async () => {
  betweenLists = () => server.forgetClients();
  await read();
  expect((await read()).asked).toEqual(['ext', 'doc']);
});

it('offline: as last pulled, and says when that was', async () => {
  await read();
  const readAt = now;
  now += 60 * MINUTE;
  online = false;
  expect([(await read()).cities, server.clientsReadAt]).toEqual([['Lévis', 'Amos'], readAt]);
});

it('who is invited is asked of the whole list, read anew', async () => {
  await read();
  asked = [];
  expect((await server.invitedAddresses(signal)).ok).toBe(true);
  expect(asked).toEqual(['ext', 'doc']);
});
