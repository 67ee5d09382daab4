import { generateKeyPairSync, createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { CallAnswer } from './support/caller';
import { openTestSandbox } from './support/open-test-sandbox';
import { EXT } from './support/wire-samples';

const intake = (email: string, over: object = {}) => ({ name: 'Personne Fictive', email, consent: true, ...over });

it('changes many tasks, each by itself; a refused one leaves the others done, and a replay changes nothing', async () => {
  const { api } = await openTestSandbox();
  const etag = String((await api.get(`${EXT}tasks/2`)).json['data']?.['etag']);
  await api.put('tasks/2', { status: 3 });
  const changes = [
    { id: 1, set: { labels: ['T1', 'T1'], endDate: null, clientId: 2 } },
    { id: 2, etag, set: { status: 1 } },
    { id: 3, set: { assigneeId: 'personne' } },
    { id: 4000, set: { status: 1 } },
    { id: 4, set: { status: 2, assigneeId: 'am-2' } },
  ];
  const send = () => api.post(`${EXT}tasks/bulk`, { changes }, { idempotencyKey: 'lot' });
  const answer = await send();
  const results = answer.json['data'] as unknown as { id: number; status: number; problem: { code: string } | null }[];
  expect(results.map(({ id, status, problem }) => [id, status, problem?.code ?? null])).toEqual([
    [1, 200, null],
    [2, 412, 'precondition-failed'],
    [3, 422, 'invalid-body'],
    [4000, 404, 'not-found'],
    [4, 200, null],
  ]);
  expect((await send()).text).toBe(answer.text);
  const first = (await api.get(`${EXT}tasks/1`)).json['data'];
  expect(first).toMatchObject({ labels: ['T1'], endDate: null, clientId: 2, etag: '"v2"' });
  expect((await api.get('tasks/1')).json['data']?.['end_date']).toBe('0000-00-00');
  expect((await api.get('tasks/2')).json['data']?.['status']).toBe(3);
});

it('lists the tasks of one client or one person', async () => {
  const { api } = await openTestSandbox();
  const all = (await api.get(`${EXT}tasks?limit=200`)).json['data'] as unknown as {
    clientId: number | null;
    assigneeId: string | null;
  }[];
  const mine = (await api.get(`${EXT}tasks?assigneeId=am-1`)).json['data'];
  expect(mine).toEqual(all.filter(({ assigneeId }) => assigneeId === 'am-1'));
  expect((await api.get(`${EXT}tasks?clientId=1`)).json['data']).toEqual(all.filter(({ clientId }) => clientId === 1));
  expect((await api.get(`${EXT}tasks?clientId=un`)).status).toBe(400);
});

it('answers the website form with the same bytes before any look-up; then writes to the known and invites the unknown', async () => {
  const sandbox = await openTestSandbox({ intakeDelayMs: 3_000 });
  const { api, context } = sandbox;
  const known = String((await api.get('clients/1')).json['data']?.['email']);
  const started = Date.now();
  const answers: CallAnswer[] = [];
  for (const email of [known, 'inconnue@exemple.example'])
    answers.push(await api.post(`${EXT}intake/cabinet-fictif`, intake(email), { key: null }));
  answers.push(
    await api.post(`${EXT}intake/cabinet-fictif`, intake('robot@exemple.example', { website: 'x' }), { key: null }),
  );
  expect(Date.now() - started).toBeLessThan(2_500);
  const head = (answer: CallAnswer | undefined) => [answer?.status, [...(answer?.headers ?? [])], answer?.text];
  expect(head(answers[1])).toEqual(head(answers[0]));
  expect(head(answers[2])).toEqual(head(answers[0]));
  expect(answers[0]?.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect((await api.get(`${EXT}mail`)).json['data']).toEqual([]);
  await Promise.all(context.background);
  const requests = (await api.get(`${EXT}intake`)).json['data'] as unknown as { status: string; clientId: number }[];
  expect(requests.map(({ status }) => status)).toEqual(['known', 'invited', 'set-aside']);
  expect(requests[0]?.clientId).toBe(1);
  const made = (await api.get(`clients/${requests[1]?.clientId}`)).json['data'];
  expect(made).toMatchObject({ name: 'Personne Fictive', email: 'inconnue@exemple.example' });
  const mail = (await api.get(`${EXT}mail`)).json['data'] as unknown as { kind: string; to: string }[];
  expect(mail.map(({ kind, to }) => [kind, to])).toEqual([
    ['notice', known],
    ['invitation', 'inconnue@exemple.example'],
  ]);
});

it('takes the form without script, and limits one sender, with CORS on refusals too', async () => {
  const { api } = await openTestSandbox({ intakePerMinute: 2 });
  const send = (body: string) =>
    api.post(`${EXT}intake/cabinet-fictif`, body, {
      key: null,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  const page = await send('name=Personne+Fictive&email=f%40exemple.example&phone=&consent=on&website=');
  expect([page.status, page.headers.get('Content-Type')]).toEqual([202, expect.stringContaining('text/html')]);
  expect((await send('name=Personne+Fictive&email=f%40exemple.example')).status).toBe(422);
  const limited = await send('');
  expect([limited.status, limited.headers.get('Retry-After')]).toEqual([429, '60']);
  expect(limited.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

it('moves the default from one template to another, and keeps forms and numbers out of subjects', async () => {
  const { api } = await openTestSandbox();
  const body = {
    name: 'Nouveau',
    isDefault: true,
    defaultFor: ['T183'],
    subject: { fr: 'Un mot de {store}', en: 'A word' },
    body: { fr: 'Bonjour {inconnu}', en: 'Hello' },
  };
  const made = await api.post(`${EXT}email-templates`, body, { idempotencyKey: 'k' });
  const etag = made.headers.get('ETag') ?? '';
  const path = `${EXT}email-templates/${String(made.json['data']?.['id'])}`;
  const list = (await api.get(`${EXT}email-templates`)).json['data'] as unknown as { isDefault: boolean }[];
  expect(list.map(({ isDefault }) => isDefault)).toEqual([false, false, false, false, true]);
  const patch = (change: object, match = etag) => api.patch(path, change, { headers: { 'If-Match': match } });
  expect((await patch({ subject: { fr: 'Votre T183', en: 'A word' } })).json['errors']?.[0]).toMatchObject({
    path: 'subject.fr',
  });
  expect((await patch({ name: 'Autre' })).json['data']).toMatchObject({ name: 'Autre', body: body.body });
  expect((await patch({ name: 'Encore' })).status).toBe(412);
});

it('keeps a device key under its own thumbprint, and revokes it once', async () => {
  const { api } = await openTestSandbox();
  const { kty, crv, x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const id = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  const put = (label: string, more: object = {}) =>
    api.put(`${EXT}device-keys/${id}`, { label, publicKey: { kty, crv, x, y, ...more } });
  expect((await put('Poste fictif')).status).toBe(201);
  expect((await put('Poste fictif', { d: x })).status).toBe(422);
  expect((await put('Poste fictif', { x: y })).status).toBe(422);
  const revoke = (key: string) => api.post(`${EXT}device-keys/${id}/revoke`, {}, { idempotencyKey: key });
  const revoked = await revoke('k1');
  expect((await revoke('k2')).json['data']).toEqual(revoked.json['data']);
  expect((await put('Autre nom')).json['data']).toMatchObject({
    label: 'Autre nom',
    revokedAt: revoked.json['data']?.['revokedAt'],
  });
});

it('shares settings by compare-and-set', async () => {
  const { api } = await openTestSandbox();
  const put = (sealed: string, headers: Record<string, string>) =>
    api.put(`${EXT}settings/modeles`, { sealed }, { headers });
  expect((await put('AAAA', { 'If-None-Match': '*' })).status).toBe(201);
  expect((await put('BBBB', { 'If-None-Match': '*' })).status).toBe(412);
  expect((await put('BBBB', { 'If-Match': '"v1"' })).status).toBe(200);
  expect((await put('CCCC', { 'If-Match': '"v1"' })).status).toBe(412);
  expect((await api.get(`${EXT}settings/modeles`)).json['data']).toMatchObject({ sealed: 'BBBB', etag: '"v2"' });
  expect((await api.get(`${EXT}settings`)).json['data']).toMatchObject([{ name: 'modeles', etag: '"v2"' }]);
});
