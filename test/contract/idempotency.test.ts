import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTestSandbox } from './support/open-test-sandbox';
import { contentDigest, EXT } from './support/wire-samples';

const PATH = `${EXT}invitations`;
const body = (email: string) => ({ email, clientIds: [1], language: 'fr' });

it('answers again what it answered before, word for word', async () => {
  const { api } = await openTestSandbox();
  const first = await api.post(PATH, body('a@exemple.example'), { idempotencyKey: 'k' });
  const again = await api.post(PATH, body('a@exemple.example'), { idempotencyKey: 'k' });
  expect([first.status, first.headers.get('Idempotency-Replayed')]).toEqual([201, null]);
  expect([again.status, again.headers.get('Idempotency-Replayed'), again.text]).toEqual([201, 'true', first.text]);
  expect((await api.get(`${EXT}mail`)).json['data']).toHaveLength(1);
});

it('refuses the key with another body or for another path', async () => {
  const { api } = await openTestSandbox();
  await api.post(PATH, body('a@exemple.example'), { idempotencyKey: 'k' });
  for (const [path, sent] of [
    [PATH, body('b@exemple.example')],
    [`${EXT}envelopes`, body('a@exemple.example')],
    [`${EXT}envelopes/x/send`, {}],
  ] as const) {
    expect((await api.post(path, sent, { idempotencyKey: 'k' })).json['code']).toBe('idempotency-key-reused');
  }
});

it.each([undefined, '', ' ', 'é', 'a b', 'x'.repeat(256)])('requires a sound key: %j', async (key) => {
  const { api } = await openTestSandbox();
  const headers: Record<string, string> = key === undefined || key === 'é' ? {} : { 'Idempotency-Key': key };
  expect((await api.post(PATH, body('a@exemple.example'), { headers })).json['code']).toBe('idempotency-key-required');
});

it('says when the first is still running, and forgets that when the first is broken off', async () => {
  const { api, context } = await openTestSandbox();
  let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
  const slow = new ReadableStream<Uint8Array>({
    start(controller) {
      feed = controller;
      controller.enqueue(new TextEncoder().encode('{"email":'));
    },
  });
  const first = api.post(PATH, slow, { idempotencyKey: 'k', headers: { 'Content-Type': 'application/json' } });
  await expect.poll(() => context.running.has('k')).toBe(true);
  const second = await api.post(PATH, body('a@exemple.example'), { idempotencyKey: 'k' });
  expect([second.status, second.json['code'], second.headers.get('Retry-After')]).toEqual([
    409,
    'idempotency-in-progress',
    '1',
  ]);
  feed?.enqueue(new TextEncoder().encode('"a@exemple.example","clientIds":[1],"language":"fr"}'));
  feed?.close();
  expect((await first).status).toBe(201);
  expect(context.running.size).toBe(0);

  const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('cut')) });
  const cut = await api.post(PATH, broken, { idempotencyKey: 'k2', headers: { 'Content-Type': 'application/json' } });
  expect(cut.status).toBe(400);
  expect((await api.post(PATH, body('c@exemple.example'), { idempotencyKey: 'k2' })).status).toBe(201);
});

it('does not remember a refusal', async () => {
  const { api, context } = await openTestSandbox();
  const sent = { email: 'a@exemple.example', clientIds: [41], language: 'fr' };
  expect((await api.post(PATH, sent, { idempotencyKey: 'k' })).status).toBe(422);
  await api.post('clients', { name: 'N', code: 'N' });
  expect((await api.post(PATH, sent, { idempotencyKey: 'k' })).status).toBe(201);
  expect(await context.db.selectFrom('idempotency').select('key').execute()).toEqual([{ key: 'k' }]);
});

it('checks the Content-Digest before anything', async () => {
  const { api } = await openTestSandbox();
  const text = JSON.stringify(body('a@exemple.example'));
  const send = (digest: string) =>
    api.post(PATH, text, {
      idempotencyKey: 'k',
      headers: { 'Content-Type': 'application/json', 'Content-Digest': digest },
    });
  expect((await send(contentDigest('autre'))).json['code']).toBe('digest-mismatch');
  expect((await send('sha-256=:AAAA:')).json['code']).toBe('digest-mismatch');
  expect((await send(contentDigest(text))).status).toBe(201);
});

it('has exactly one effect per address however keys, bodies and repeats are mixed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          key: fc.integer({ min: 0, max: 3 }),
          address: fc.integer({ min: 0, max: 2 }),
          together: fc.boolean(),
        }),
        { minLength: 1, maxLength: 15 },
      ),
      async (steps) => {
        const { api, close } = await openTestSandbox();
        const firstBody = new Map<number, number>();
        const invited = new Set<number>();
        for (const { key, address, together } of steps) {
          const send = () => api.post(PATH, body(`p${address}@exemple.example`), { idempotencyKey: `k${key}` });
          const answers = together ? await Promise.all([send(), send()]) : [await send()];
          const known = firstBody.get(key);
          for (const answer of answers) {
            if (String(answer.json['code']) === 'idempotency-in-progress') expect(together).toBe(true);
            else if (known !== undefined && known !== address)
              expect(answer.json['code']).toBe('idempotency-key-reused');
            else expect([200, 201]).toContain(answer.status);
          }
          if (known === undefined) {
            firstBody.set(key, address);
            invited.add(address);
          }
        }
        expect((await api.get(`${EXT}mail`)).json['data']).toHaveLength(invited.size);
        await close();
      },
    ),
    { numRuns: 10 },
  );
});

it('a documented POST is done once under a key where the server has our extension, and knows no key without it', async () => {
  const made = { name: 'Spécimen Fictif', code: 'CLE-1' };
  const reminder = { titre: 'Spécimen', module: 'clients', moduleID: 1, date: '2026-04-30' };
  for (const [settings, times] of [
    [{}, 1],
    [{ keyedDocumented: false }, 2],
    [{ extension: false }, 2],
  ] as const) {
    const { api } = await openTestSandbox(settings);
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await api.post('clients', made, { idempotencyKey: 'c' })).status).toBe(201);
      expect((await api.post('reminders', reminder, { idempotencyKey: 'r' })).status).toBe(201);
    }
    const clients = (await api.get('clients?per_page=100')).json['data'] as unknown as { code: string }[];
    expect(clients.filter(({ code }) => code === 'CLE-1')).toHaveLength(times);
    expect((await api.get('reminders')).json['data']).toHaveLength(times);
  }
});
