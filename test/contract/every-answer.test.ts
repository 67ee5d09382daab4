import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ProblemCode } from '../../src/contract/problem.schema';
import { PROBLEM_STATUS } from '../../src/contract/problem.schema';
import type { Route } from '../../src/contract/route';
import { expandPath } from '../../src/contract/route';
import { ROUTES } from '../../src/contract/routes';
import type { Caller } from './support/caller';
import { draft, invite, upload } from './support/deliver';
import { openTestSandbox } from './support/open-test-sandbox';
import type { TestSandbox } from './support/open-test-sandbox';
import {
  contentDigest,
  deliveryKey,
  EXT,
  fakePdf,
  sampleDocument,
  sampleEnvelope,
  sha256,
} from './support/wire-samples';

const MAX_UPLOAD = 4096;
const NEW = { 'If-None-Match': '*' };
const CONTENT = fakePdf('toutes');

const deviceKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };
const DEVICE = createHash('sha256')
  .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x: deviceKey.x, y: deviceKey.y }))
  .digest('base64url');

/** A sound body of each route that takes one. */
const BODIES: Readonly<Record<string, unknown>> = {
  createClient: { name: 'N', code: 'N' },
  updateClient: { city: 'Québec' },
  updateTask: { status: 1 },
  createReminder: { titre: 'R', module: 'clients', moduleID: 1, date: '2026-04-01' },
  patchClient: { language: 'en' },
  createInvitation: { email: 'i@exemple.example', clientIds: [1], language: 'fr' },
  createEnvelope: sampleEnvelope('e@exemple.example', [sampleDocument(CONTENT, deliveryKey('toutes'))]),
  sendEnvelope: {},
  putOffice: { id: 'o', sealedKey: 'AAAA' },
  putOfficeIndex: { sealed: 'AAAA' },
  createEmailTemplate: { name: 'M', subject: { fr: 'Un mot', en: 'A word' }, body: { fr: 'Bonjour', en: 'Hello' } },
  patchEmailTemplate: { name: 'M' },
  voidEnvelope: {},
  remindEnvelope: {},
  patchTask: { status: 2 },
  changeTasks: { changes: [{ id: 1, set: { status: 2 } }] },
  createIntake: { name: 'Personne Fictive', email: 'w@exemple.example', consent: true },
  putDeviceKey: { label: 'Poste fictif', publicKey: deviceKey },
  revokeDeviceKey: {},
  putSetting: { sealed: 'AAAA' },
};

interface Call {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly key?: string;
  readonly path?: string;
}

/** Brings about every problem that any route may announce; those of one route alone are staged in the test. */
function stage(route: Route, path: string, code: ProblemCode): Call | null {
  const bytes = route.request === 'bytes';
  const body = bytes ? CONTENT : JSON.stringify(BODIES[route.id]);
  const effect = route.problems.includes('idempotency-key-required');
  const json: Record<string, string> = bytes ? {} : { 'Content-Type': 'application/json' };
  const headers: Record<string, string> = {
    ...json,
    ...(effect ? { 'Idempotency-Key': `${route.id}-${code}` } : {}),
    ...(route.problems.includes('precondition-required') ? { 'If-Match': '*' } : {}),
  };
  switch (code) {
    case 'unauthorized':
      return route.request === undefined ? { key: 'wrong' } : { key: 'wrong', body, headers };
    case 'invalid-json':
      return { body: '{', headers };
    case 'invalid-body':
      return { body: '{"unheard":1}', headers };
    case 'invalid-query':
      return { path: `${path}?limit=0` };
    case 'digest-mismatch':
      return { body, headers: { ...headers, 'Content-Digest': contentDigest('autre') } };
    case 'body-too-large':
      return {
        body: new Uint8Array(
          bytes ? MAX_UPLOAD + 1 : route.id === 'putOfficeIndex' ? 65 * 1024 * 1024 : 5 * 1024 * 1024,
        ),
        headers,
      };
    case 'unsupported-media-type':
      return { body, headers: { ...headers, 'Content-Type': 'text/plain' } };
    case 'idempotency-key-required':
    case 'precondition-required':
      return route.request === undefined ? {} : { body, headers: json };
    case 'precondition-failed':
      return { body, headers: { ...headers, 'If-Match': '"v999"' } };
    case 'not-found':
    case 'office-not-found':
      return route.request === undefined ? { path: missing(route), headers } : { path: missing(route), body, headers };
    default:
      return null;
  }
}

/** Clients and tasks have numbers; the rest have random names. */
const hasNumber = (route: Route): boolean => route.origin !== 'extension' || /\/(clients|tasks)\//.test(route.path);

/** A path of the route at which there is nothing. */
const missing = (route: Route): string =>
  expandPath(route.path, {
    id: hasNumber(route) ? 4000 : 'none',
    documentId: 'none',
    sha256: sha256('nothing'),
    thumbprint: 'none',
    form: 'none',
    name: route.method === 'PUT' ? 'Not A Name' : 'none',
  });

/** Every success, in an order in which each is possible. */
async function successes(
  { api }: TestSandbox,
  made: { readonly id: string; readonly document: string },
): Promise<void> {
  const pages = ['company', 'clients', 'clients/1', 'clients_contacts', 'tasks', 'tasks/1', 'reminders'];
  const extension = [
    'capabilities',
    'account-managers',
    'email-templates',
    'clients',
    'clients/1',
    'invitations',
    'envelopes',
    'deliveries',
    'tasks',
    'intake',
    'device-keys',
    'settings',
    'mail',
  ];
  for (const path of [...pages, ...extension.map((name) => `${EXT}${name}`)])
    expect((await api.get(path)).status).toBe(200);
  await api.post('clients', BODIES['createClient']);
  await api.put('clients/1', BODIES['updateClient']);
  await api.put('tasks/1', BODIES['updateTask']);
  await api.post('reminders', BODIES['createReminder']);
  await api.patch(`${EXT}clients/1`, BODIES['patchClient'], { headers: { 'If-Match': '*' } });
  await api.post(`${EXT}invitations`, BODIES['createInvitation'], { idempotencyKey: 's1' });
  await api.post(`${EXT}invitations`, BODIES['createInvitation'], { idempotencyKey: 's2' });
  const part = CONTENT.slice(0, 5);
  await api.put(`${EXT}uploads/${sha256(CONTENT)}`, part, {
    headers: { 'Content-Range': `bytes 0-4/${CONTENT.length}` },
  });
  await upload(api, CONTENT);
  await api.head(`${EXT}uploads/${sha256(CONTENT)}`);
  await invite(api, 'e@exemple.example');
  await api.post(`${EXT}envelopes`, BODIES['createEnvelope'], { idempotencyKey: 's3' });
  await api.get(`${EXT}envelopes/${made.id}`);
  await api.get(`${EXT}envelopes/${made.id}/documents/${made.document}/content`);
  await api.post(`${EXT}envelopes/${made.id}/send`, {}, { idempotencyKey: 's4' });
  await api.delete(`${EXT}envelopes/${made.id}`, { idempotencyKey: 'envelope-brouillon' });
  await api.delete(`${EXT}envelopes/${made.id}`, { idempotencyKey: 's3' });
  const { envelope } = await draft(api, 'retire');
  await api.delete(`${EXT}envelopes/${envelope?.['id']}`, { idempotencyKey: 'envelope-retire' });
  await around(api, made);
  for (const [id, place] of [
    ['putOffice', 'office'],
    ['putOfficeIndex', 'office/index'],
    ['putSetting', 'settings/nomenclatures'],
  ] as const) {
    const path = `${EXT}${place}`;
    await api.put(path, BODIES[id], { headers: NEW });
    await api.put(path, BODIES[id], { headers: { 'If-Match': '*' } });
    await api.get(path);
  }
}

async function around(api: Caller, made: { readonly id: string; readonly document: string }): Promise<void> {
  await api.post(`${EXT}email-templates`, BODIES['createEmailTemplate'], { idempotencyKey: 'a1' });
  await api.get(`${EXT}email-templates/tpl-signature`);
  const any = { headers: { 'If-Match': '*' } };
  await api.patch(`${EXT}email-templates/tpl-signature`, BODIES['patchEmailTemplate'], any);
  await api.get(`${EXT}tasks/1`);
  await api.patch(`${EXT}tasks/1`, BODIES['patchTask'], any);
  await api.post(`${EXT}tasks/bulk`, BODIES['changeTasks'], { idempotencyKey: 'a2' });
  await api.post(`${EXT}intake/cabinet-fictif`, BODIES['createIntake'], { key: null });
  await api.put(`${EXT}device-keys/${DEVICE}`, BODIES['putDeviceKey']);
  await api.put(`${EXT}device-keys/${DEVICE}`, BODIES['putDeviceKey']);
  await api.post(`${EXT}device-keys/${DEVICE}/revoke`, {}, { idempotencyKey: 'a3' });
  await api.get(`${EXT}envelopes/${made.id}/documents/${made.document}/signed`);
  await api.post(`${EXT}envelopes/${made.id}/reminders`, {}, { idempotencyKey: 'a4' });
  for (const kind of ['opened', 'signed'])
    await api.post(`../sandbox/envelopes/${made.id}/acts`, { recipientId: 'r1', kind });
  await api.get(`${EXT}envelopes/${made.id}/documents/${made.document}/signed`);
  await api.post(`${EXT}envelopes/${made.id}/void`, {}, { idempotencyKey: 'a5' });
  await api.post(`${EXT}envelopes/${made.id}/reminders`, {}, { idempotencyKey: 'a6' });
  const { envelope } = await draft(api, 'annulee');
  await api.post(`${EXT}envelopes/${String(envelope?.['id'])}/void`, {}, { idempotencyKey: 'a7' });
  for (const path of ['envelopes', `envelopes/${made.id}/events`, 'tasks']) {
    const etag = (await api.get(`${EXT}${path}`)).headers.get('ETag') ?? '';
    await api.get(`${EXT}${path}`, { headers: { 'If-None-Match': etag } });
  }
}

/** Problems that only one or two routes have. */
async function particular({ api, context }: TestSandbox): Promise<void> {
  const stranger = fakePdf('absent');
  const envelope = (email: string, content: Uint8Array, key: string) =>
    sampleEnvelope(email, [sampleDocument(content, deliveryKey(key))]);
  await api.post(`${EXT}envelopes`, envelope('e@exemple.example', CONTENT, 'toutes'), { idempotencyKey: 'p1' });
  await api.post(`${EXT}envelopes`, envelope('e@exemple.example', stranger, 'absent'), { idempotencyKey: 'p2' });
  await api.post(`${EXT}envelopes`, envelope('jamais@exemple.example', CONTENT, 'jamais'), { idempotencyKey: 'p3' });
  const name = `${EXT}uploads/${sha256(stranger)}`;
  await api.put(name, stranger.slice(5), {
    headers: { 'Content-Range': `bytes 5-${stranger.length - 1}/${stranger.length}` },
  });
  await api.put(name, stranger, { headers: { 'Content-Range': 'bytes 9-1/3' } });
  await api.put(name, CONTENT);
  for (const route of ROUTES.filter(({ problems }) => problems.includes('idempotency-key-reused'))) {
    const path = missing(route);
    await api.post(path, { other: true }, { idempotencyKey: 's1' });
    context.running.add('busy');
    await api.post(path, {}, { idempotencyKey: 'busy' });
    context.running.delete('busy');
  }
}

it('gives every status and every problem code that the route table announces, and no other', async () => {
  const sandbox = await openTestSandbox({ maxUploadBytes: MAX_UPLOAD, intakePerMinute: 8 });
  const { api } = sandbox;
  const { envelope } = await draft(api, 'brouillon');
  const made = { id: String(envelope?.['id']), document: String(envelope?.['documents']?.[0]?.['id']) };

  for (const route of ROUTES) {
    const id = hasNumber(route) ? 1 : route.path.includes('email-templates') ? 'tpl-signature' : made.id;
    const path = expandPath(route.path, {
      id,
      documentId: made.document,
      sha256: sha256(CONTENT),
      thumbprint: DEVICE,
      form: 'cabinet-fictif',
      name: 'nomenclatures',
    });
    for (const code of route.problems) {
      if (route.id === 'getCapabilities' && code === 'not-found') continue;
      const call = stage(route, path, code);
      if (call === null) continue;
      const { path: other, ...options } = call;
      const answer = await api.call(route.method, other ?? path, options);
      if (route.method !== 'HEAD') expect([route.id, answer.json['code']]).toEqual([route.id, code]);
      expect([route.id, code, answer.status]).toEqual([route.id, code, PROBLEM_STATUS[code]]);
    }
  }
  await successes(sandbox, made);
  await particular(sandbox);
  for (let asked = 0; asked < 12; asked += 1)
    await api.post(`${EXT}intake/cabinet-fictif`, '{', { key: null, headers: { 'Content-Type': 'application/json' } });

  const announced = ROUTES.flatMap(({ id, method, answers, problems }) => [
    ...Object.keys(answers).map((status) => `${id} ${status}`),
    ...problems.map((code) =>
      method === 'HEAD' ? `${id} ${PROBLEM_STATUS[code]}` : `${id} ${PROBLEM_STATUS[code]} ${code}`,
    ),
  ]);
  // The documented API may answer 200 to a creation, other than this sandbox; a server without the extension has no capabilities.
  const elsewhere = new Set(['createClient 200', 'getCapabilities 404 not-found']);
  expect(announced.filter((answer) => !api.seen.has(answer) && !elsewhere.has(answer))).toEqual([]);
  const allowed = new Set([...announced, 'putUpload 422 digest-mismatch']);
  expect([...api.seen].filter((answer) => !allowed.has(answer))).toEqual([]);
});
