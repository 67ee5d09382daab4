import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerError } from '../../../src/sync/answer-error';
import { ApiClient } from '../../../src/sync/api-client';
import { checkConnection } from '../../../src/sync/connection-check';
import { fetchHttp } from '../../../src/sync/fetch-http';
import type { FetchHttpOptions } from '../../../src/sync/fetch-http';
import { webLeaderLock } from '../../../src/sync/leader';
import type { HttpAnswer } from '../../../src/sync/ports';
import { CutPull } from '../../../src/sync/cut-pull';
import { retryAfterMs } from '../../../src/sync/retry-after';
import { FakeHttp } from '../../fakes/fake-http';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const signal = new AbortController().signal;
const clock = { now: () => NOW };

function fetching(answer: () => Promise<Response>, more: Partial<FetchHttpOptions> = {}) {
  const calls: { url: string; init: RequestInit; headers: Headers }[] = [];
  const http = fetchHttp({
    fetch: (url, init) => {
      calls.push({ url: String(url), init: init ?? {}, headers: new Headers(init?.headers) });
      return answer();
    },
    base: '/api/',
    key: () => 'bac-a-sable',
    online: () => true,
    digest: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    timeout: () => new AbortController().signal,
    ...more,
  });
  return { http, calls };
}

describe('HTTP over fetch', () => {
  it('sends the key, the digest of the body, and nothing of the browser’s own', async () => {
    const { http, calls } = fetching(async () => new Response('{"a":1}', { status: 201, headers: { ETag: '"v1"' } }));
    const answer = await http.request({
      method: 'POST',
      path: 'clients',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answer).toMatchObject({ kind: 'response', status: 201, body: '{"a":1}', headers: { etag: '"v1"' } });
    const call = calls[0];
    expect(call?.url).toBe('/api/clients');
    expect(call?.init).toMatchObject({
      method: 'POST',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(Object.fromEntries(call?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer bac-a-sable',
      'content-type': 'application/json',
      // SHA-256 of `{}`.
      'content-digest': 'sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:',
    });
  });

  it('makes a value of every failure, and says what the browser believes', async () => {
    const { http } = fetching(() => Promise.reject(new TypeError('Failed to fetch')), { online: () => false });
    expect(await http.request({ method: 'GET', path: 'company' })).toEqual({
      kind: 'no-answer',
      offline: true,
      timeout: false,
    });
    const late = new AbortController();
    const slow = fetching(
      () => new Promise((_, reject) => setImmediate(() => (late.abort(), reject(new Error('aborted'))))),
      { timeout: () => late.signal },
    );
    expect(await slow.http.request({ method: 'GET', path: 'company' })).toEqual({
      kind: 'no-answer',
      offline: false,
      timeout: true,
    });
  });

  it('does not believe an answer whose bytes are not those of its digest', async () => {
    // SHA-256 of `{}`.
    const told = 'sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:';
    const answer = async (body: string, headers: Record<string, string> = {}) => {
      const { http } = fetching(async () => new Response(body, { headers: { 'content-digest': told, ...headers } }));
      return http.request({ method: 'GET', path: 'company' });
    };
    expect(await answer('{}')).toMatchObject({ kind: 'response', body: '{}' });
    expect(await answer('[]')).toMatchObject({ kind: 'no-answer', damaged: true });
    // Compressed on the way: the digest may be of other bytes than those that fetch shows.
    expect(await answer('[]', { 'content-encoding': 'gzip' })).toMatchObject({ kind: 'response', body: '[]' });
    expect(await answer('[]', { 'content-digest': 'sha-512=:AAAA:' })).toMatchObject({ kind: 'response' });
  });

  it('never leaves its base', async () => {
    const { http, calls } = fetching(async () => new Response());
    for (const path of ['//elsewhere.test/', '/other', 'https://elsewhere.test/', '../x', 'a/../../x', 'a\\..\\x']) {
      expect(await http.request({ method: 'GET', path })).toMatchObject({ kind: 'no-answer' });
    }
    expect(calls).toEqual([]);
  });

  it('gives a large body the time a slow line needs', async () => {
    const waits: number[] = [];
    const { http } = fetching(async () => new Response(), {
      timeout: (ms) => (waits.push(ms), new AbortController().signal),
    });
    await http.request({ method: 'GET', path: 'company' });
    await http.request({ method: 'PUT', path: 'x', body: new Uint8Array(8 * 1024 * 1024) });
    await http.request({ method: 'POST', path: 'x', body: '{}' });
    expect(waits).toEqual([60_000, 322_144, 60_001]);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    ['Sun, 15 Mar 2026 12:01:00 GMT', 60_000],
    ['Sun, 15 Mar 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['', null],
  ])('%s', (value, ms) => {
    expect(retryAfterMs({ 'retry-after': value }, NOW)).toBe(ms);
    expect(retryAfterMs({}, NOW)).toBeNull();
  });
});

const response = (status: number, body = '', headers = {}): HttpAnswer => ({ kind: 'response', status, headers, body });

describe('what an answer says is wrong', () => {
  it.each([
    [{ kind: 'no-answer', offline: true, timeout: false }, 'api/offline'],
    [{ kind: 'no-answer', offline: false, timeout: false }, 'api/proxy-unreachable'],
    [{ kind: 'no-answer', offline: false, timeout: false, damaged: true }, 'api/unexpected-answer'],
    [response(401), 'api/unauthorized'],
    [response(403, '<html>'), 'api/forbidden'],
    [response(502, '<html>'), 'api/upstream-unreachable'],
    [response(503, '{"code":"upstream-unreachable"}'), 'api/upstream-unreachable'],
    [response(502, '{"code":"upstream-dns"}'), 'api/upstream-dns'],
    [response(502, '{"code":"upstream-tls"}'), 'api/upstream-tls'],
    [response(504, '{"code":"upstream-timeout"}'), 'api/upstream-timeout'],
    [response(504, '<html>'), 'api/upstream-timeout'],
    [response(503, '{"code":"unavailable"}'), 'api/server-error'],
    [response(500), 'api/server-error'],
    [response(404, '<html>'), 'api/wrong-address'],
    [response(404, '{"code":"not-found"}'), 'api/unexpected-answer'],
    [response(418), 'api/unexpected-answer'],
  ] as const)('%o', (answer, code) => {
    expect(answerError(answer as HttpAnswer).code).toBe(code);
  });
});

describe('connection check', () => {
  const company = JSON.stringify({ data: [{ nom: 'Cabinet Fictif' }], success: true });
  const all = [
    'account-managers',
    'clients',
    'deliveries',
    'email-templates',
    'envelopes',
    'invitations',
    'office',
    'uploads',
  ];
  const capabilities = (list: readonly string[]) =>
    JSON.stringify({
      data: {
        version: '1',
        capabilities: list,
        serverTime: '2026-03-15T12:00:00Z',
        uploadPartBytes: 1024,
        sandbox: true,
      },
    });

  async function check(...answers: HttpAnswer[]) {
    const http = new FakeHttp();
    const result = checkConnection(http, clock);
    for (const answer of answers) (await http.nextRequest()).respondWith(answer);
    return { result: await result, asked: http.requests.map(({ path }) => path) };
  }

  it('knows the company and what the server can do', async () => {
    const { result, asked } = await check(response(200, company), response(200, capabilities(all)));
    expect(asked).toEqual(['company', 'impot-sync/v1/capabilities']);
    expect(result).toEqual({
      ok: true,
      value: {
        company: 'Cabinet Fictif',
        extension: { version: '1', capabilities: all, uploadPartBytes: 1024, sandbox: true },
      },
    });
  });

  it.each([
    ['404 problem', response(404, '{"code":"not-found"}')],
    ['404 page', response(404, '<html>')],
    ['its home page', response(200, '<html>')],
  ])('is content with the documented API alone (%s)', async (_, answer) => {
    expect((await check(response(200, company), answer)).result).toEqual({
      ok: true,
      value: { company: 'Cabinet Fictif', extension: null },
    });
  });

  it.each([
    ['offline', [{ kind: 'no-answer', offline: true, timeout: false }], 'api/offline'],
    ['the proxy is down', [{ kind: 'no-answer', offline: false, timeout: false }], 'api/proxy-unreachable'],
    ['GEM-BOOKS is down', [response(504)], 'api/upstream-timeout'],
    ['the key is wrong', [response(401, '{}')], 'api/unauthorized'],
    ['a right is missing', [response(403, '{}')], 'api/forbidden'],
    ['nothing is there', [response(404, '<html>')], 'api/wrong-address'],
    ['another API is there', [response(404, '{"message":"no route"}')], 'api/wrong-address'],
    ['a web page is there', [response(200, '<html>')], 'api/wrong-address'],
    [
      'a capability is missing',
      [response(200, company), response(200, capabilities(['clients']))],
      'api/missing-capability',
    ],
    ['the extension fails', [response(200, company), response(500)], 'api/server-error'],
    [
      'the clock is six minutes slow',
      [response(200, company, { date: 'Sun, 15 Mar 2026 12:06:00 GMT' })],
      'api/clock-skew',
    ],
  ] as const)('tells it when %s', async (_, answers, code) => {
    const { result } = await check(...(answers as readonly HttpAnswer[]));
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  it('lets five minutes pass, and says by how many the clock is off', async () => {
    const near = response(200, company, { date: 'Sun, 15 Mar 2026 12:05:00 GMT' });
    expect((await check(near, response(404, '{}'))).result.ok).toBe(true);
    const far = await check(response(200, company, { date: 'Sun, 15 Mar 2026 09:00:00 GMT' }));
    expect(far.result).toEqual({ ok: false, error: { code: 'api/clock-skew', details: { minutes: 180 } } });
  });
});

describe('API client', () => {
  it('pulls both lists of clients whole and joins them', async () => {
    const http = new FakeHttp();
    const clients = new ApiClient(http, clock).clients(true, null, new CutPull(), signal);
    const wire = (id: number, code: string) => ({
      id,
      code,
      name: `Nom ${id}`,
      inactive: 0,
      adresse2: 'app. 2',
      email: null,
    });
    const page = (n: number, data: unknown[]) => ({
      data,
      meta: { current_page: n, last_page: 2, per_page: 100, total: 2 },
      success: true,
    });
    const extension = await http.nextRequest();
    expect([extension.request.path, http.waiting]).toEqual(['impot-sync/v1/clients?limit=200', 0]);
    extension.json(200, {
      data: [
        {
          id: 1,
          name: 'Nom 1',
          email: 'x@exemple.test',
          language: 'en',
          accountManagerId: 'am-1',
          invitation: 'connected',
          etag: '"1"',
        },
      ],
      nextCursor: null,
    });
    const first = await http.nextRequest();
    expect(first.request.path).toBe('clients?page=1&per_page=100');
    first.json(200, page(1, [wire(1, 'A')]));
    (await http.nextRequest()).json(200, page(2, [wire(2, 'B')]));
    expect(await clients).toMatchObject({
      ok: true,
      value: {
        clients: [
          { id: 1, code: 'A', address2: 'app. 2', email: 'x@exemple.test', language: 'en', invitation: 'connected' },
          { id: 2, code: 'B', email: '', language: null, invitation: 'unknown' },
        ],
      },
    });
  });

  it('stops at a list that turns in circles', async () => {
    const http = new FakeHttp();
    const pulled = new ApiClient(http, clock).invitations(signal);
    (await http.nextRequest()).json(200, { data: [], nextCursor: 'x' });
    (await http.nextRequest()).json(200, { data: [], nextCursor: 'x' });
    expect(await pulled).toEqual({
      ok: false,
      error: { code: 'api/unexpected-answer', details: { reason: 'endless-list' } },
    });
  });

  it('reads and writes the sealed office under its version', async () => {
    const http = new FakeHttp();
    const api = new ApiClient(http, clock);
    const absent = api.office(signal);
    (await http.nextRequest()).problem(404, 'office-not-found');
    expect(await absent).toEqual({ ok: true, value: null });

    const made = api.putOffice({ id: 'o1', sealedKey: 's' }, { kind: 'new' }, signal);
    const put = await http.nextRequest();
    expect(put.request).toMatchObject({
      method: 'PUT',
      headers: { 'if-none-match': '*' },
      body: '{"id":"o1","sealedKey":"s"}',
    });
    put.json(201, { data: {} }, { etag: '"v1"' });
    expect(await made).toEqual({ ok: true, value: '"v1"' });

    const there = api.office(signal);
    (await http.nextRequest()).json(200, { data: { id: 'o1', sealedKey: 's', more: 1 } }, { etag: 'W/"v1"' });
    expect(await there).toEqual({ ok: true, value: { value: { id: 'o1', sealedKey: 's' }, etag: '"v1"' } });

    const beaten = api.putOfficeIndex('AAAA', { kind: 'version', etag: '"v1"' }, signal);
    const second = await http.nextRequest();
    expect(second.request.headers?.['if-match']).toBe('"v1"');
    second.problem(412, 'precondition-failed');
    expect(await beaten).toEqual({ ok: true, value: null });
  });

  it('does not take a wrong address for « no office »', async () => {
    const http = new FakeHttp();
    const office = new ApiClient(http, clock).office(signal);
    (await http.nextRequest()).respondWith(response(404, '<html>'));
    expect(await office).toMatchObject({ ok: false, error: { code: 'api/wrong-address' } });
  });
});

describe('leader', () => {
  it('is one at a time, and gives up waiting when asked', async () => {
    const lock = webLeaderLock(navigatorLocks());
    const order: string[] = [];
    let release = () => {};
    const first = lock.hold('x', signal, async () => {
      order.push('first');
      await new Promise<void>((resolve) => (release = resolve));
    });
    const stop = new AbortController();
    const second = lock.hold('x', stop.signal, async () => void order.push('second'));
    const third = lock.hold('x', signal, async () => void order.push('third'));
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await second;
    release();
    await Promise.all([first, third]);
    expect(order).toEqual(['first', 'third']);
  });
});

/** The part of Web Locks that we use: a queue, and an AbortError for who is aborted in it. */
function navigatorLocks(): Pick<LockManager, 'request'> {
  let tail: Promise<unknown> = Promise.resolve();
  const request = (_: string, options: LockOptions, task: () => Promise<void>) => {
    const turn = tail.then(() => {
      options.signal?.throwIfAborted();
      return task();
    });
    tail = turn.catch(() => null);
    return new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(new Error('AbortError')));
      turn.then(resolve, reject);
    });
  };
  return { request: request as LockManager['request'] };
}
