import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Caller } from './support/caller';
import { draft } from './support/deliver';
import { temporaryFolder } from './support/open-test-sandbox';
import type { SandboxProcess } from './support/sandbox-process';
import { startProcess } from './support/sandbox-process';
import { EXT } from './support/wire-samples';

const callerOf = ({ url }: SandboxProcess) =>
  new Caller(async (request) => {
    const init: RequestInit = { method: request.method, headers: request.headers };
    if (request.body !== null) init.body = new Uint8Array(await request.arrayBuffer());
    return fetch(request.url.replace('http://localhost', url), init);
  });

const addressesMailed = async (api: Caller) =>
  ((await api.get(`${EXT}mail?limit=200`)).json['data'] as unknown as { to: string }[]).map(({ to }) => to);

describe('a process', { timeout: 180_000 }, () => {
  it('says when it is ready, and ends cleanly when asked', async () => {
    const running = await startProcess({ SANDBOX_DATA: temporaryFolder() });
    expect(running.output()).toMatch(/^Prêt : http:\/\/localhost:\d+\n$/);
    for (const host of ['127.0.0.1', 'localhost']) {
      const answer = await fetch(`http://${host}:${new URL(running.url).port}/config.json`);
      expect(((await answer.json()) as { sandbox: boolean }).sandbox).toBe(true);
    }
    expect(await running.end('SIGTERM')).toBe(0);
  });

  it('keeps everything it acknowledged when killed, and replays it afterwards', async () => {
    const SANDBOX_DATA = temporaryFolder();
    let running = await startProcess({ SANDBOX_DATA });
    let api = callerOf(running);
    const { envelope, body } = await draft(api, 'durable');
    const path = `${EXT}envelopes/${envelope?.['id']}/send`;
    const sent = await api.post(path, {}, { idempotencyKey: 'send' });
    expect(sent.status).toBe(200);
    await running.end('SIGKILL');

    running = await startProcess({ SANDBOX_DATA });
    api = callerOf(running);
    const replayed = await api.post(path, {}, { idempotencyKey: 'send' });
    expect([replayed.text, replayed.headers.get('Idempotency-Replayed')]).toEqual([sent.text, 'true']);
    expect(
      (await api.post(`${EXT}envelopes`, body, { idempotencyKey: 'envelope-durable' })).headers.get(
        'Idempotency-Replayed',
      ),
    ).toBe('true');
    expect(await addressesMailed(api)).toHaveLength(2);
    expect(readdirSync(join(SANDBOX_DATA, 'mail'))).toHaveLength(2);
    expect((await api.get('clients')).json['meta']?.['total']).toBe(40);

    await running.end('SIGTERM');
    running = await startProcess({ SANDBOX_DATA, SANDBOX_RESET: '1' });
    expect((await callerOf(running).get(`${EXT}envelopes`)).json['data']).toEqual([]);
  });

  it('killed in the middle of a crowd of requests, has each effect whole or not at all', async () => {
    const SANDBOX_DATA = temporaryFolder();
    const acknowledged = new Set<string>();
    const asked = Array.from({ length: 120 }, (_, n) => `foule${n}@exemple.example`);
    let running = await startProcess({ SANDBOX_DATA });
    for (const round of [1, 2]) {
      const api = callerOf(running);
      const left = asked.filter((email) => !acknowledged.has(email));
      let answered = 0;
      let dying: Promise<number | null> | null = null;
      await Promise.all(
        left.map(async (email) => {
          const sent = { email, clientIds: [1, 2], language: 'fr' };
          const answer = await api.post(`${EXT}invitations`, sent, { idempotencyKey: email }).catch(() => null);
          if (answer === null) return;
          expect(answer.status).toBe(201);
          acknowledged.add(email);
          answered += 1;
          if (answered === round * 20) dying ??= running.end('SIGKILL');
        }),
      );
      await dying;
      running = await startProcess({ SANDBOX_DATA });
    }
    expect(acknowledged.size).toBeGreaterThan(0);
    const api = callerOf(running);
    for (const email of asked) {
      const sent = { email, clientIds: [1, 2], language: 'fr' };
      expect((await api.post(`${EXT}invitations`, sent, { idempotencyKey: email })).status).toBe(201);
    }
    expect((await addressesMailed(api)).sort()).toEqual([...asked].sort());
    expect(readdirSync(join(SANDBOX_DATA, 'mail')).filter((name) => name.endsWith('.eml'))).toHaveLength(asked.length);
  });

  it('reads its clients and its faults from files', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'clients.json'), JSON.stringify([{ id: 5, code: 'Z', name: 'Seul', champ: 1 }]));
    writeFileSync(
      join(folder, 'faults.json'),
      JSON.stringify([{ method: 'GET', path: 'tasks', nth: 1, fault: { kind: 'status', status: 503, retryAfter: 7 } }]),
    );
    const running = await startProcess({
      SANDBOX_DATA: join(folder, 'data'),
      SANDBOX_CLIENTS: join(folder, 'clients.json'),
      SANDBOX_FAULTS: join(folder, 'faults.json'),
      SANDBOX_KEY: 'autre-clef',
      SANDBOX_EXTENSION: 'off',
    });
    const get = (path: string) =>
      fetch(`${running.url}/api/${path}`, { headers: { Authorization: 'Bearer autre-clef' } });
    expect(((await (await get('clients')).json()) as { data: unknown }).data).toEqual([
      { id: 5, code: 'Z', name: 'Seul', champ: 1 },
    ]);
    const faulted = await get('tasks');
    expect([faulted.status, faulted.headers.get('Retry-After')]).toEqual([503, '7']);
    expect((await get('tasks')).status).toBe(200);
    expect((await get('impot-sync/v1/capabilities')).status).toBe(404);
  });

  it('says so when its port is taken', async () => {
    const first = await startProcess({ SANDBOX_DATA: temporaryFolder() });
    const PORT = new URL(first.url).port;
    await expect(startProcess({ SANDBOX_DATA: temporaryFolder(), PORT })).rejects.toThrow(
      `Le port ${PORT} est déjà pris`,
    );
  });
});
