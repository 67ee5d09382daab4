import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FaultRule } from '../sandbox/faults';
import { FaultScript } from '../sandbox/faults';
import { listen } from '../sandbox/listen';
import { draft } from './support/deliver';
import type { SandboxSettings } from '../sandbox/settings';
import { openTestSandbox } from './support/open-test-sandbox';
import { EXT } from './support/wire-samples';

const KEY = { Authorization: 'Bearer bac-a-sable' };

async function listening(settings: Partial<SandboxSettings> = {}) {
  const sandbox = await openTestSandbox(settings);
  const { port, close } = await listen(sandbox, 0, null);
  onTestFinished(close);
  const url = `http://127.0.0.1:${port}`;
  return {
    ...sandbox,
    url,
    script: (...rules: FaultRule[]) =>
      fetch(`${url}/sandbox/faults`, {
        method: 'POST',
        headers: { ...KEY, 'Content-Type': 'application/json' },
        body: JSON.stringify(rules),
      }),
    post: (path: string, body: unknown, idempotencyKey: string) =>
      fetch(`${url}/api/${path}`, {
        method: 'POST',
        headers: { ...KEY, 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
        body: JSON.stringify(body),
      }),
  };
}

const digestOf = (bytes: Uint8Array): string => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

const invitation = { email: 'coupe@exemple.example', clientIds: [1], language: 'fr' };

describe('over a real connection', () => {
  it('cut before: nothing was done, and the same request then does it', async () => {
    const { script, post, api } = await listening();
    await script({ path: `${EXT}invitations`, method: 'POST', nth: 1, fault: { kind: 'cut-before' } });
    await expect(post(`${EXT}invitations`, invitation, 'k')).rejects.toThrow();
    expect((await api.get(`${EXT}mail`)).json['data']).toEqual([]);
    const again = await post(`${EXT}invitations`, invitation, 'k');
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, null]);
  });

  it('cut after: everything was done, and the same request is answered as the first would have been', async () => {
    const { script, post, api, folder } = await listening();
    await script({ path: `${EXT}invitations`, method: 'POST', nth: 1, fault: { kind: 'cut-after' } });
    await expect(post(`${EXT}invitations`, invitation, 'k')).rejects.toThrow();
    expect((await api.get(`${EXT}mail`)).json['data']).toHaveLength(1);
    const again = await post(`${EXT}invitations`, invitation, 'k');
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
    expect(readdirSync(join(folder, 'mail'))).toHaveLength(1);
  });

  it('cut after a documented creation: it is there, and sending again doubles it, as documented', async () => {
    const { script, post, api } = await listening({ keyedDocumented: false });
    await script({ path: 'clients', method: 'POST', nth: 1, fault: { kind: 'cut-after' } });
    await expect(post('clients', { name: 'N', code: 'MIENNE' }, 'unused')).rejects.toThrow();
    expect((await api.get('clients?per_page=100')).json['meta']?.['total']).toBe(41);
    expect((await post('clients', { name: 'N', code: 'MIENNE' }, 'unused')).status).toBe(201);
    expect((await api.get('clients?per_page=100')).json['meta']?.['total']).toBe(42);
  });

  it('delays, refuses and withdraws the key, then stops', async () => {
    const { script, post, url, api } = await listening();
    await script(
      { path: `${EXT}envelopes`, fault: { kind: 'delay', ms: 60 }, times: 1 },
      { path: `${EXT}envelopes`, fault: { kind: 'status', status: 429, retryAfter: 3 }, times: 1 },
      { path: `${EXT}envelopes`, fault: { kind: 'expired-key' }, times: 1 },
    );
    const start = performance.now();
    const limited = await fetch(`${url}/api/${EXT}envelopes`, { headers: KEY });
    expect(performance.now() - start).toBeGreaterThanOrEqual(50);
    expect([
      limited.status,
      limited.headers.get('Retry-After'),
      ((await limited.json()) as { code: string }).code,
    ]).toEqual([429, '3', 'too-many-requests']);
    const expired = await fetch(`${url}/api/${EXT}envelopes`, { headers: KEY });
    expect([expired.status, expired.headers.get('Content-Type'), expired.headers.get('Cache-Control')]).toEqual([
      401,
      'application/problem+json',
      'no-store',
    ]);
    expect((await fetch(`${url}/api/${EXT}envelopes`, { headers: KEY })).status).toBe(200);
    await script({ path: 'clients', fault: { kind: 'status', status: 500 } });
    expect((await post('clients', { name: 'N', code: 'N' }, 'x')).status).toBe(500);
    await script();
    expect((await api.get('clients')).json['meta']?.['total']).toBe(40);
  });

  it('an asker who is gone before a delayed act has nothing done: what comes later than a look would be doubled', async () => {
    const { url, script, api } = await listening();
    await script({ path: 'clients', method: 'POST', nth: 1, fault: { kind: 'delay', ms: 400 } });
    const body = JSON.stringify({ name: 'Parti Fictif', code: 'PARTI-1', email: '', type: '', address: '', phone: '' });
    const headers = { ...KEY, 'Content-Type': 'application/json' };
    const asked = fetch(`${url}/api/clients`, { method: 'POST', headers, body, signal: AbortSignal.timeout(100) });
    await expect(asked).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(JSON.stringify((await api.get('clients?per_page=100')).json['data'])).not.toContain('PARTI-1');
    const again = await fetch(`${url}/api/clients`, { method: 'POST', headers, body });
    expect(again.ok).toBe(true);
  });

  it('an answer delayed after its effect: the impatient second request is a replay', async () => {
    const { script, post } = await listening();
    await script({
      path: `${EXT}invitations`,
      method: 'POST',
      nth: 1,
      fault: { kind: 'delay', ms: 3_000, when: 'after' },
    });
    const first = post(`${EXT}invitations`, invitation, 'k');
    // In progress until it has committed, then a replay.
    const again = async () => {
      const { status, headers } = await post(`${EXT}invitations`, invitation, 'k');
      return [status, headers.get('Idempotency-Replayed')];
    };
    await expect.poll(again, { timeout: 2_500 }).toEqual([201, 'true']);
    expect((await first).headers.get('Idempotency-Replayed')).toBeNull();
  });

  it('a silence: the client hangs up by itself, before or after the act', async () => {
    const { script, url, api } = await listening();
    const impatient = (email: string) =>
      fetch(`${url}/api/${EXT}invitations`, {
        method: 'POST',
        headers: { ...KEY, 'Content-Type': 'application/json', 'Idempotency-Key': email },
        body: JSON.stringify({ ...invitation, email }),
        signal: AbortSignal.timeout(1_500),
      });
    await script(
      { path: `${EXT}invitations`, nth: 1, fault: { kind: 'timeout' } },
      { path: `${EXT}invitations`, nth: 1, fault: { kind: 'timeout', when: 'after' } },
    );
    await expect(impatient('avant@exemple.example')).rejects.toThrow();
    expect((await api.get(`${EXT}mail`)).json['data']).toEqual([]);
    await expect(impatient('apres@exemple.example')).rejects.toThrow();
    expect((await api.get(`${EXT}mail`)).json['data']).toHaveLength(1);
  });

  it('slow bytes: all of them, in their time', async () => {
    const { script, url } = await listening();
    const read = async () => (await fetch(`${url}/api/company`, { headers: KEY })).text();
    const whole = await read();
    await script({ path: 'company', fault: { kind: 'slow', bytesPerSecond: whole.length * 2 } });
    const start = performance.now();
    expect(await read()).toBe(whole);
    expect(performance.now() - start).toBeGreaterThan(400);
  });

  it('a damaged answer no longer matches its digest, and a whole one does', async () => {
    const { script, url } = await listening();
    const look = async () => {
      const answer = await fetch(`${url}/api/${EXT}clients?limit=1`, { headers: KEY });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const told = answer.headers.get('Content-Digest');
      return told === digestOf(bytes);
    };
    expect(await look()).toBe(true);
    await script({ path: `${EXT}clients`, nth: 1, fault: { kind: 'wrong-digest', of: 'answer' } });
    expect(await look()).toBe(false);
    expect(await look()).toBe(true);
  });

  it('a damaged body is refused, and a damaged upload is dropped whole', async () => {
    const { script, url, post, api } = await listening();
    await script({ path: `${EXT}invitations`, nth: 1, fault: { kind: 'wrong-digest', of: 'request' } });
    const bytes = new TextEncoder().encode(JSON.stringify(invitation));
    const refused = await fetch(`${url}/api/${EXT}invitations`, {
      method: 'POST',
      headers: {
        ...KEY,
        'Idempotency-Key': 'k',
        'Content-Type': 'application/json',
        'Content-Digest': digestOf(bytes),
      },
      body: bytes,
    });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, 'digest-mismatch']);
    expect((await post(`${EXT}invitations`, invitation, 'k')).status).toBe(201);

    const pdf = new TextEncoder().encode('%PDF fictif, deux morceaux');
    const path = `${EXT}uploads/${createHash('sha256').update(pdf).digest('hex')}`;
    const put = (start: number, end: number) =>
      fetch(`${url}/api/${path}`, {
        method: 'PUT',
        headers: { ...KEY, 'Content-Range': `bytes ${start}-${end - 1}/${pdf.length}` },
        body: pdf.slice(start, end),
      });
    await script({ path, method: 'PUT', nth: 2, fault: { kind: 'wrong-digest', of: 'upload' } });
    expect((await put(0, 10)).status).toBe(202);
    expect((await put(10, pdf.length)).status).toBe(422);
    expect((await api.get(path)).status).toBe(405);
    expect((await put(0, 10)).status).toBe(202);
    expect((await put(10, pdf.length)).status).toBe(201);
  });

  it('a proxy that sends twice: the extension does it once, the documented API twice', async () => {
    const { script, post, api } = await listening({ keyedDocumented: false });
    await script({ method: 'POST', fault: { kind: 'duplicate' } });
    const invited = await post(`${EXT}invitations`, invitation, 'k');
    expect([invited.status, invited.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
    expect((await api.get(`${EXT}mail`)).json['data']).toHaveLength(1);
    expect((await post('clients', { name: 'N', code: 'DOUBLE' }, 'x')).status).toBe(201);
    expect((await api.get('clients?per_page=100')).json['meta']?.['total']).toBe(42);
  });

  it('Retry-After as a date, and a key that expires at a moment', async () => {
    const { script, url } = await listening();
    const ask = () => fetch(`${url}/api/company`, { headers: KEY });
    await script({ nth: 1, fault: { kind: 'status', status: 503, retryAfterDate: 86_400 } });
    // The test sandbox's clock: the second of March, and a second more per look.
    expect((await ask()).headers.get('Retry-After')).toMatch(/^Tue, 03 Mar 2026 12:\d\d:\d\d GMT$/);
    await script({ from: '2026-03-02T12:10:00Z', fault: { kind: 'expired-key' } });
    const statuses = [];
    for (let asked = 0; asked < 700; asked += 1) statuses.push((await ask()).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(401);
    expect(statuses.indexOf(401)).toBe(statuses.lastIndexOf(200) + 1);
  });

  it('keeps a log of requests without bodies, queries or keys', async () => {
    const { script, post, url } = await listening();
    await script({ path: `${EXT}invitations`, method: 'POST', fault: { kind: 'cut-after' } });
    await post(`${EXT}invitations`, invitation, 'k').catch(() => null);
    await fetch(`${url}/api/clients?page=2`, { headers: KEY });
    expect((await fetch(`${url}/sandbox/log`)).status).toBe(401);
    const text = await (await fetch(`${url}/sandbox/log`, { headers: KEY })).text();
    const { data } = JSON.parse(text) as {
      data: { method: string; path: string; status: number; idempotencyKey: string | null; fault: string | null }[];
    };
    expect(
      data
        .filter(({ path }) => path.startsWith('/api/'))
        .map(({ method, path, status, idempotencyKey, fault }) => [method, path, status, idempotencyKey, fault]),
    ).toEqual([
      ['POST', `/api/${EXT}invitations`, 0, 'k', 'cut-after'],
      ['GET', '/api/clients', 200, null, null],
    ]);
    expect(text).not.toContain('coupe@');
    expect(text).not.toContain('bac-a-sable');
    expect(text).not.toContain('page=2');
  });

  it('a crowd over a bad network: each is delivered once, whatever was cut', async () => {
    const { script, post, api } = await listening();
    const drafts = [];
    for (let n = 0; n < 12; n += 1) drafts.push((await draft(api, `lot${n}`)).envelope);
    await script(
      { path: EXT, probability: 0.3, seed: 7, fault: { kind: 'cut-after' } },
      { path: EXT, probability: 0.3, seed: 11, fault: { kind: 'cut-before' } },
      { path: EXT, every: 5, fault: { kind: 'status', status: 503 } },
    );
    await Promise.all(
      drafts.map(async (envelope, n) => {
        for (let attempt = 0; attempt < 200; attempt += 1) {
          const answer = await post(`${EXT}envelopes/${envelope?.['id']}/send`, {}, `send-${n}`).catch(() => null);
          if (answer?.status === 200) return;
        }
        throw new Error('never got through');
      }),
    );
    await script();
    const mail = (await api.get(`${EXT}mail?limit=200`)).json['data'] as unknown as { kind: string; to: string }[];
    expect(
      mail
        .filter(({ kind }) => kind === 'envelope')
        .map(({ to }) => to)
        .sort(),
    ).toEqual(drafts.map((_, n) => `lot${n}@exemple.example`).sort());
  });
});

const MOMENT = new Date('2026-03-15T12:00:00Z');

describe('a script', () => {
  const times = (rule: Omit<FaultRule, 'fault'>, count: number, path = '/api/clients', method = 'GET') => {
    const script = new FaultScript([{ ...rule, fault: { kind: 'cut-before' } }]);
    return Array.from({ length: count }, () => script.next(method, path, MOMENT).length);
  };

  it('counts what matches', () => {
    expect(times({ nth: 3 }, 5)).toEqual([0, 0, 1, 0, 0]);
    expect(times({ every: 2 }, 5)).toEqual([0, 1, 0, 1, 0]);
    expect(times({ times: 2 }, 4)).toEqual([1, 1, 0, 0]);
    expect(times({ every: 2, times: 1 }, 5)).toEqual([0, 1, 0, 0, 0]);
  });

  it.each<[string, string, boolean]>([
    ['clients', '/api/clients/1', true],
    ['/api/clients', '/api/clients', true],
    ['/api/tasks', '/api/clients', false],
    ['^/api/.*/send$', '/api/impot-sync/v1/envelopes/x/send', true],
    ['send$', '/api/impot-sync/v1/envelopes/x/send', true],
    ['send$', '/api/impot-sync/v1/envelopes/x', false],
    ['/index.html', '/index.html', true],
  ])('path %s on %s: %j', (path, on, expected) => {
    expect(times({ path }, 1, on)).toEqual([expected ? 1 : 0]);
  });

  it('without a path is for the API only, and a method is exact', () => {
    expect(times({}, 1, '/index.html')).toEqual([0]);
    expect(times({ method: 'post' }, 1, '/api/clients', 'POST')).toEqual([1]);
    expect(times({ method: 'POST' }, 1, '/api/clients', 'PUT')).toEqual([0]);
  });

  it('is for a time: from its moment on, and until its end', () => {
    expect(times({ from: '2026-03-15T12:00:00Z', until: '2026-03-15T12:00:01Z' }, 1)).toEqual([1]);
    expect(times({ from: '2026-03-15T12:00:01Z' }, 1)).toEqual([0]);
    expect(times({ until: '2026-03-15T12:00:00Z' }, 1)).toEqual([0]);
  });

  it('draws the same each time from its seed, with about its probability', () => {
    const drawn = times({ probability: 0.25, seed: 42 }, 4000);
    expect(drawn).toEqual(times({ probability: 0.25, seed: 42 }, 4000));
    expect(drawn).not.toEqual(times({ probability: 0.25, seed: 43 }, 4000));
    const share = drawn.filter((fired) => fired === 1).length / 4000;
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
    expect(times({ probability: 0 }, 20)).toEqual(Array<number>(20).fill(0));
    expect(times({ probability: 1 }, 20)).toEqual(Array<number>(20).fill(1));
  });

  it('refuses rules that it does not understand', async () => {
    const { app } = await openTestSandbox();
    const send = (rules: unknown) =>
      app.request('/sandbox/faults', {
        method: 'POST',
        headers: { ...KEY, 'Content-Type': 'application/json' },
        body: JSON.stringify(rules),
      });
    expect((await send([{ fault: { kind: 'explode' } }])).status).toBe(422);
    expect((await send([{ nht: 1, fault: { kind: 'cut-before' } }])).status).toBe(422);
    expect((await send([{ nth: 1, fault: { kind: 'cut-before' } }])).status).toBe(200);
    expect((await app.request('/sandbox/faults', { method: 'POST', body: '[]' })).status).toBe(401);
  });
});
