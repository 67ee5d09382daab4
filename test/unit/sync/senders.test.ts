import { describe, expect, it } from 'vitest';
import type { OutboxEntry, OutboxTask } from '../../../src/core/outbox/outbox-entry';
import { freeze } from '../../../src/core/outbox/freeze';
import type { SendOutcome } from '../../../src/core/outbox/send-outcome';
import { appError } from '../../../src/core/app-error';
import { err, ok } from '../../../src/core/result';
import type { SendContext } from '../../../src/sync/send/send-context';
import { sendEntry } from '../../../src/sync/send-entry';
import { FakeHttp } from '../../fakes/fake-http';
import type { PendingRequest } from '../../fakes/fake-http';
import {
  clientId,
  createTask,
  entryId,
  entryOf,
  envelopeTask,
  invitationTask,
  reminderTask,
  sendTask,
  uploadTask,
} from '../../fakes/outbox-entries';
import { sha256Hex } from '../../fakes/sync-world';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const ids = { serverIds: new Map([[clientId('a'), 42]]), envelopeIds: new Map([[entryId('envelope'), 'env-9']]) };
const bytes = new Uint8Array(25).map((_, index) => index);
const sha256 = sha256Hex(bytes);

async function start(task: OutboxTask, more: Partial<OutboxEntry> = {}, context: Partial<SendContext> = {}) {
  const http = new FakeHttp();
  const frozen = await freeze(entryOf('x', task), ids, async (text) => sha256Hex(text));
  const entry = entryOf('x', task, [], {
    frozen: frozen.ok ? frozen.value : null,
    state: { kind: 'sending', since: NOW },
    attempts: 1,
    ...more,
  });
  const outcome = sendEntry(entry, {
    http,
    now: () => NOW,
    signal: new AbortController().signal,
    documentBytes: async () => ok(bytes),
    uploadPartBytes: () => 10,
    uploads: [],
    draftKey: 'key-of-envelope',
    ...context,
  });
  const next = async (expected: string): Promise<PendingRequest> => {
    const pending = await http.nextRequest();
    expect(`${pending.request.method} ${pending.request.path}`).toBe(expected);
    return pending;
  };
  return { outcome, next, http };
}

const DONE: SendOutcome = { kind: 'done', result: { kind: 'none' } };
const list = (data: readonly unknown[], page = 1, last = 1) => ({
  data,
  meta: { current_page: page, last_page: last, per_page: 100, total: data.length },
  success: true,
});

describe('client-reminder', () => {
  const NOTES = 'Dossier fictif\n\nImpôt Sync key-of-x';

  it('is for the client, of a day, and carries its reference', async () => {
    const { outcome, next } = await start(reminderTask('a'));
    const pending = await next('POST reminders');
    expect(JSON.parse(String(pending.request.body))).toEqual({
      titre: 'Impôt Sync\u00a0: 2 documents à suivre',
      module: 'clients',
      moduleID: 42,
      date: '2026-05-07',
      closed: 0,
      notes: NOTES,
    });
    pending.json(201, { data: { id: 5, titre: '', module: 'clients', moduleID: 42 }, success: true });
    expect(await outcome).toEqual(DONE);
  });

  it.each([
    ['sends nothing again where the list holds the reference', NOTES, []],
    ['sends again where it does not', NOTES.replace('key-of-x', 'key-of-y'), ['POST reminders']],
  ])('that may have arrived %s', async (_, notes, sent) => {
    const { outcome, next } = await start(reminderTask('a'), { mayHaveArrived: true });
    (await next('GET reminders?page=1&per_page=100')).json(200, list([{ id: 5, moduleID: 42, notes }]));
    for (const route of sent) (await next(route)).json(201, { data: { id: 6 }, success: true });
    expect(await outcome).toEqual(DONE);
  });

  it('only looks once it is cancelled', async () => {
    const { outcome, next } = await start(reminderTask('a'), { mayHaveArrived: true, cancelRequested: true });
    (await next('GET reminders?page=1&per_page=100')).json(200, list([]));
    expect(await outcome).toEqual({ kind: 'absent' });
  });
});

describe('client-create', () => {
  const task = createTask('a', 'A1', 'Alice Fictive');

  it('sends at once when it never may have arrived, and reads the id, also as text', async () => {
    const { outcome, next } = await start(task);
    (await next('POST clients')).json(201, { data: { id: '77' }, success: true });
    expect(await outcome).toEqual({ kind: 'done', result: { kind: 'client', serverId: 77 } });
  });

  it('looks through every page before it sends again, and takes the client it finds', async () => {
    const { outcome, next, http } = await start(task, { mayHaveArrived: true });
    (await next('GET clients?page=1&per_page=100')).json(
      200,
      list([{ id: 1, code: 'A1', name: 'Conjoint Fictif' }], 1, 2),
    );
    (await next('GET clients?page=2&per_page=100')).json(
      200,
      list([{ id: 2, code: ' A1', name: 'ALICE  Fictive' }], 2, 2),
    );
    expect(await outcome).toEqual({ kind: 'done', result: { kind: 'client', serverId: 2 } });
    expect(http.requests).toHaveLength(2);
  });

  it('sends again when only the spouse with the same number is there', async () => {
    const { outcome, next } = await start(task, { mayHaveArrived: true });
    (await next('GET clients?page=1&per_page=100')).json(200, list([{ id: 1, code: 'A1', name: 'Conjoint Fictif' }]));
    (await next('POST clients')).json(201, { data: { id: 3 } });
    expect(await outcome).toMatchObject({ result: { serverId: 3 } });
  });

  it('knows a minted code by itself, though the name was edited meanwhile', async () => {
    const { outcome, next } = await start(createTask('a', 'IS-7K3M', 'Alice Fictive', true), { mayHaveArrived: true });
    (await next('GET clients?page=1&per_page=100')).json(200, list([{ id: 9, code: 'IS-7K3M', name: 'Alice F.' }]));
    expect(await outcome).toMatchObject({ result: { serverId: 9 } });
  });

  it('does not send when the look itself fails', async () => {
    const { outcome, next, http } = await start(task, { mayHaveArrived: true });
    (await next('GET clients?page=1&per_page=100')).problem(503, 'unavailable', {}, { 'retry-after': '30' });
    expect(await outcome).toEqual({
      kind: 'retry',
      applied: 'no',
      error: { code: 'api/server-error', details: { status: 503 } },
      retryAfterMs: 30_000,
    });
    expect(http.requests).toHaveLength(1);
  });

  it.each([
    ['a cut', 'no-answer', 'unknown'],
    ['a portal that says 200', '<html>', 'unknown'],
    ['a 500', '{"code":"internal-error"}', 'unknown'],
  ])('takes %s for a doubt', async (_, body, applied) => {
    const { outcome, next } = await start(task);
    const pending = await next('POST clients');
    if (body === 'no-answer') pending.cut();
    else pending.respondWith({ kind: 'response', status: body.startsWith('<') ? 200 : 500, headers: {}, body });
    expect(await outcome).toMatchObject({ kind: 'retry', applied });
  });

  it('takes « success: false » for the refusal that it is', async () => {
    const { outcome, next } = await start(task);
    (await next('POST clients')).json(200, { success: false, message: 'Le code existe déjà.' });
    expect(await outcome).toEqual({
      kind: 'rejected',
      problem: { status: 200, code: 'http-200', detail: 'Le code existe déjà.' },
    });
  });
});

describe('client-update', () => {
  const task: OutboxTask = {
    kind: 'client-update',
    client: clientId('a'),
    changes: [
      { field: 'address', before: '1 rue Vieille', after: '2 rue Neuve' },
      { field: 'phone', before: '', after: '+15145550100' },
    ],
  };
  const server = (more: object) => ({
    data: { id: 42, code: 'A1', name: 'Alice', address: '1 rue Vieille', phone: null, ...more },
  });

  it('writes only over what it saw', async () => {
    const { outcome, next } = await start(task);
    (await next('GET clients/42')).json(200, server({}));
    const put = await next('PUT clients/42');
    expect(put.request.body).toBe('{"address":"2 rue Neuve","phone":"+15145550100"}');
    put.json(200, { success: true });
    expect(await outcome).toEqual(DONE);
  });

  it('is done when the server has it already, also in its own spelling', async () => {
    const { outcome, next, http } = await start(task);
    (await next('GET clients/42')).json(200, server({ address: ' 2  rue Neuve', phone: '(514) 555-0100' }));
    expect(await outcome).toEqual(DONE);
    expect(http.requests).toHaveLength(1);
  });

  it('shows the two sides when another hand was there, and writes nothing', async () => {
    const { outcome, next, http } = await start(task);
    (await next('GET clients/42')).json(200, server({ address: '3 rue Ailleurs' }));
    expect(await outcome).toEqual({
      kind: 'conflict',
      server: [{ field: 'address', before: '3 rue Ailleurs', after: '2 rue Neuve' }],
    });
    expect(http.requests).toHaveLength(1);
  });

  it('goes on when a part of it is there already', async () => {
    const { next } = await start(task);
    (await next('GET clients/42')).json(200, server({ address: '2 rue Neuve' }));
    await next('PUT clients/42');
  });

  it('is refused when the client is gone', async () => {
    const { outcome, next } = await start(task);
    (await next('GET clients/42')).problem(404, 'not-found');
    expect(await outcome).toEqual({
      kind: 'rejected',
      problem: { status: 404, code: 'not-found', detail: 'says not-found' },
    });
  });
});

describe('client-patch', () => {
  const task: OutboxTask = {
    kind: 'client-patch',
    client: clientId('a'),
    changes: [{ field: 'email', before: 'old@exemple.test', after: 'new@exemple.test' }],
  };
  const path = 'impot-sync/v1/clients/42';
  const server = (etag: string, more: object = {}) => ({
    data: {
      id: 42,
      name: 'Alice',
      email: 'old@exemple.test',
      language: null,
      accountManagerId: null,
      invitation: 'none',
      etag,
      ...more,
    },
  });

  it('writes under the version it read, and reads again when that one is gone', async () => {
    const { outcome, next } = await start(task);
    (await next(`GET ${path}`)).json(200, server('"v1"'), { etag: 'W/"v1"' });
    const first = await next(`PATCH ${path}`);
    expect(first.request.headers?.['if-match']).toBe('"v1"');
    first.problem(412, 'precondition-failed');
    (await next(`GET ${path}`)).json(200, server('"v2"', { name: 'Alice F.' }));
    const second = await next(`PATCH ${path}`);
    expect(second.request.headers?.['if-match']).toBe('"v2"');
    expect(second.request.body).toBe(first.request.body);
    second.json(200, server('"v3"', { email: 'new@exemple.test' }));
    expect(await outcome).toEqual(DONE);
  });

  it('is done after a cut that had arrived, and a conflict after another hand', async () => {
    const arrived = await start(task, { mayHaveArrived: true });
    (await arrived.next(`GET ${path}`)).json(200, server('"v2"', { email: 'New@exemple.test' }));
    expect(await arrived.outcome).toEqual(DONE);
    const other = await start(task);
    (await other.next(`GET ${path}`)).json(200, server('"v2"', { email: 'third@exemple.test' }));
    expect(await other.outcome).toEqual({
      kind: 'conflict',
      server: [{ field: 'email', before: 'third@exemple.test', after: 'new@exemple.test' }],
    });
  });

  it('sets the manager and the language of a client it made, and is done when they are set', async () => {
    const made: OutboxTask = {
      kind: 'client-patch',
      client: clientId('a'),
      changes: [],
      accountManagerId: 'am-1',
      language: 'en',
    };
    const first = await start(made);
    (await first.next(`GET ${path}`)).json(200, server('"v1"', { accountManagerId: 'am-default' }));
    expect((await first.next(`PATCH ${path}`)).request.body).toBe('{"accountManagerId":"am-1","language":"en"}');
    const again = await start(made);
    (await again.next(`GET ${path}`)).json(200, server('"v2"', { accountManagerId: 'am-1', language: 'en' }));
    expect(await again.outcome).toEqual(DONE);
  });

  it('leaves alone a client that changes under it three times', async () => {
    const { outcome, next } = await start(task);
    for (let tries = 1; tries <= 3; tries++) {
      (await next(`GET ${path}`)).json(200, server(`"v${tries}"`));
      (await next(`PATCH ${path}`)).problem(412, 'precondition-failed');
    }
    expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no' });
  });
});

describe('upload', () => {
  const task = uploadTask('d', sha256, bytes.byteLength);
  const path = `impot-sync/v1/uploads/${sha256}`;
  const at = (offset: number, complete = '?0') => ({ 'upload-offset': String(offset), 'upload-complete': complete });
  const range = ({ request }: PendingRequest) => [request.headers?.['content-range'], [...(request.body ?? [])].length];

  it('goes in parts, from the byte where it stopped', async () => {
    const { outcome, next } = await start(task);
    (await next(`HEAD ${path}`)).json(200, null, at(7));
    const first = await next(`PUT ${path}`);
    expect(range(first)).toEqual(['bytes 7-16/25', 10]);
    expect(first.request.body).toEqual(bytes.slice(7, 17));
    first.json(202, null, at(17));
    const second = await next(`PUT ${path}`);
    expect(range(second)).toEqual(['bytes 17-24/25', 8]);
    second.json(201, null, at(25, '?1'));
    expect(await outcome).toEqual(DONE);
  });

  it('sends not a byte of what is there already', async () => {
    const { outcome, next, http } = await start(
      task,
      {},
      { documentBytes: () => Promise.reject(new Error('not to be opened')) },
    );
    (await next(`HEAD ${path}`)).json(200, null, at(25, '?1'));
    expect(await outcome).toEqual(DONE);
    expect(http.requests).toHaveLength(1);
  });

  it('follows the server to the offset it tells, but not round in circles', async () => {
    const { outcome, next } = await start(task);
    (await next(`HEAD ${path}`)).problem(404, 'not-found');
    expect(
      range(await next(`PUT ${path}`).then((put) => (put.problem(409, 'upload-offset-mismatch', {}, at(20)), put))),
    ).toEqual(['bytes 0-9/25', 10]);
    expect(
      range(await next(`PUT ${path}`).then((put) => (put.problem(409, 'upload-offset-mismatch', {}, at(3)), put))),
    ).toEqual(['bytes 20-24/25', 5]);
    for (let turn = 0; turn < 5; turn++) (await next(`PUT ${path}`)).problem(409, 'upload-offset-mismatch', {}, at(3));
    expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no' });
  });

  it('sends smaller parts through a proxy that takes no large ones', async () => {
    const big = new Uint8Array(300_000);
    const digest = sha256Hex(big);
    const { outcome, next } = await start(
      uploadTask('d', digest, big.byteLength),
      {},
      { uploadPartBytes: () => 262_144, documentBytes: async () => ok(big) },
    );
    (await next(`HEAD impot-sync/v1/uploads/${digest}`)).problem(404, 'not-found');
    const refused = await next(`PUT impot-sync/v1/uploads/${digest}`);
    expect(range(refused)[0]).toBe('bytes 0-262143/300000');
    refused.respondWith({ kind: 'response', status: 413, headers: {}, body: '<html>' });
    const smaller = await next(`PUT impot-sync/v1/uploads/${digest}`);
    expect(range(smaller)[0]).toBe('bytes 0-131071/300000');
    smaller.json(201, null, at(300_000, '?1'));
    expect(await outcome).toEqual(DONE);
  });

  it('starts over later when what arrived was damaged', async () => {
    for (const status of [400, 422]) {
      const { outcome, next } = await start(task);
      (await next(`HEAD ${path}`)).problem(404, 'not-found');
      (await next(`PUT ${path}`)).problem(status, 'digest-mismatch');
      expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no' });
    }
  });

  it('does not take a portal for the server', async () => {
    const { outcome, next, http } = await start(task);
    (await next(`HEAD ${path}`)).respondWith({ kind: 'response', status: 200, headers: {}, body: '' });
    expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no', error: { code: 'api/unexpected-answer' } });
    expect(http.requests).toHaveLength(1);
  });

  it('waits for the passphrase, and holds what is lost', async () => {
    for (const [code, expected] of [
      ['vault/locked', { kind: 'retry', applied: 'no' }],
      ['storage/missing-document', { kind: 'held', reason: 'storage/missing-document' }],
      ['vault/damaged-record', { kind: 'held', reason: 'vault/damaged-record' }],
    ] as const) {
      const { outcome, next } = await start(task, {}, { documentBytes: async () => err(appError(code)) });
      (await next(`HEAD ${path}`)).problem(404, 'not-found');
      expect(await outcome).toMatchObject(expected);
    }
  });
});

describe('envelope', () => {
  const one = envelopeTask('a', { sha256, deliveryKey: 'key-1' });
  const two = envelopeTask('a', { sha256, deliveryKey: 'key-1' }, { sha256, deliveryKey: 'key-2' });
  const path = 'impot-sync/v1/envelopes';
  const taken = (sentAt: string | null | undefined, deliveredAt = '2026-03-15T11:00:00Z') => ({
    envelopeId: 'env-1',
    deliveredAt,
    deliveredBy: 'Poste 2',
    ...(sentAt === undefined ? {} : { sentAt }),
  });
  const refuse = async (task: OutboxTask, more: object) => {
    const started = await start(task);
    (await started.next(`POST ${path}`)).problem(409, 'already-delivered', { ...more });
    return started;
  };

  it.each([['2026-03-15T11:00:00Z'], [undefined]])('was delivered by someone else (sentAt %s)', async (sentAt) => {
    const { outcome } = await refuse(one, taken(sentAt));
    expect(await outcome).toEqual({
      kind: 'already-done',
      deliveredAt: '2026-03-15T11:00:00Z',
      deliveredBy: 'Poste 2',
    });
  });

  it('waits for a draft that another workstation is about to send, and asks about one left behind', async () => {
    const fresh = await refuse(one, taken(null, '2026-03-15T11:59:00Z'));
    expect(await fresh.outcome).toMatchObject({
      kind: 'retry',
      applied: 'no',
      error: { details: { reason: 'draft-elsewhere' } },
    });
    const stale = await refuse(one, taken(null, '2026-03-15T11:44:59Z'));
    expect(await stale.outcome).toEqual({
      kind: 'rejected',
      problem: { status: 409, code: 'already-delivered', detail: 'says already-delivered' },
    });
  });

  it('never takes a part for the whole: a document nobody delivered is not called delivered', async () => {
    const delivery = (deliveryKey: string) => ({ deliveryKey, ...taken('2026-03-15T11:00:00Z') });
    const part = await refuse(two, taken('2026-03-15T11:00:00Z'));
    (await part.next('GET impot-sync/v1/deliveries?taxYear=2025&limit=200')).json(200, {
      data: [delivery('key-1'), delivery('other')],
      nextCursor: null,
    });
    expect(await part.outcome).toMatchObject({ kind: 'rejected', problem: { code: 'already-delivered' } });
    const whole = await refuse(two, taken('2026-03-15T11:00:00Z'));
    (await whole.next('GET impot-sync/v1/deliveries?taxYear=2025&limit=200')).json(200, {
      data: [delivery('key-1')],
      nextCursor: 'c 2',
    });
    (await whole.next('GET impot-sync/v1/deliveries?taxYear=2025&limit=200&cursor=c%202')).json(200, {
      data: [delivery('key-2')],
      nextCursor: null,
    });
    expect(await whole.outcome).toMatchObject({ kind: 'already-done' });
  });

  it('keeps the refusal of a recipient who was not invited', async () => {
    const { outcome, next } = await start(one);
    (await next(`POST ${path}`)).problem(409, 'recipient-not-invited');
    expect(await outcome).toMatchObject({ kind: 'rejected', problem: { code: 'recipient-not-invited' } });
  });

  it('waits while its first attempt is still running', async () => {
    const { outcome, next } = await start(one);
    (await next(`POST ${path}`)).problem(409, 'idempotency-in-progress');
    expect(await outcome).toMatchObject({ kind: 'retry', applied: 'unknown' });
  });

  it('sends a lost upload again, then waits its turn', async () => {
    const upload = { kind: 'upload' as const, document: 'd' as never, sha256, size: bytes.byteLength };
    const { outcome, next } = await start(one, {}, { uploads: [upload], uploadPartBytes: () => 100 });
    (await next(`POST ${path}`)).problem(409, 'upload-missing');
    (await next(`HEAD impot-sync/v1/uploads/${sha256}`)).problem(404, 'not-found');
    (await next(`PUT impot-sync/v1/uploads/${sha256}`)).json(201, null);
    expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no' });
  });
});

describe('invitation and sending', () => {
  it('reads what it needs, and does not believe an envelope that is still a draft', async () => {
    const invitation = await start(invitationTask('a'));
    const data = {
      id: 'inv-1',
      email: 'a@exemple.test',
      clientIds: [42],
      language: 'fr',
      status: 'invited',
      createdAt: '2026-03-15T11:00:00Z',
    };
    (await invitation.next('POST impot-sync/v1/invitations')).json(200, { data });
    expect(await invitation.outcome).toEqual({ kind: 'done', result: { kind: 'invitation', invitationId: 'inv-1' } });

    const sending = await start(sendTask('envelope'));
    (await sending.next('POST impot-sync/v1/envelopes/env-9/send')).json(200, { data: wireEnvelope('draft') });
    expect(await sending.outcome).toMatchObject({ kind: 'retry', applied: 'unknown' });
  });

  it('only looks where a cancel is wished, by reading alone', async () => {
    for (const [task, expected] of [
      [createTask('a', 'A1', 'Alice'), 'GET clients?page=1&per_page=100'],
      [invitationTask('a'), 'GET impot-sync/v1/invitations?limit=200'],
      [envelopeTask('a', { sha256, deliveryKey: 'key-1' }), 'GET impot-sync/v1/deliveries?taxYear=2025&limit=200'],
      [{ kind: 'client-update', client: clientId('a'), changes: [] }, 'GET clients/42'],
      [{ kind: 'client-patch', client: clientId('a'), changes: [] }, 'GET impot-sync/v1/clients/42'],
    ] as const) {
      const { outcome, next, http } = await start(task, { mayHaveArrived: true, cancelRequested: true });
      (await next(expected)).cut();
      expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no' });
      expect(http.requests).toHaveLength(1);
    }
    const upload = await start(uploadTask('d', sha256, 25), { mayHaveArrived: true, cancelRequested: true });
    expect(await upload.outcome).toEqual({ kind: 'absent' });
  });

  it('withdraws our own draft where a cancel is wished', async () => {
    const wish = { cancelRequested: true } as const;
    const path = 'impot-sync/v1/envelopes/env-9';
    const answers: [number, string, SendOutcome['kind']][] = [
      [204, '', 'absent'],
      [404, 'not-found', 'absent'],
      [409, 'made-under-another-key', 'absent'],
      [401, 'unauthorized', 'needs-sign-in'],
      [429, 'too-many-requests', 'retry'],
    ];
    for (const [status, code, expected] of answers) {
      const { outcome, next, http } = await start(sendTask('envelope'), wish);
      const pending = await next(`DELETE ${path}`);
      expect(pending.request.headers).toEqual({ 'idempotency-key': 'key-of-envelope' });
      if (code === '') pending.json(status, null);
      else pending.problem(status, code);
      expect((await outcome).kind).toBe(expected);
      expect(http.requests).toHaveLength(1);
    }
    const cut = await start(sendTask('envelope'), wish);
    (await cut.next(`DELETE ${path}`)).cut();
    expect(await cut.outcome).toMatchObject({ kind: 'retry', applied: 'unknown' });
  });

  it('asks what became of an envelope that cannot be withdrawn', async () => {
    const wish = { cancelRequested: true } as const;
    const path = 'impot-sync/v1/envelopes/env-9';
    for (const [refusal, status, expected] of [
      ['already-sent', 'opened', { kind: 'done', result: { kind: 'envelope', envelopeId: 'env-9' } }],
      ['proxy', 'draft', { kind: 'absent' }],
      ['proxy', 'sent', { kind: 'done', result: { kind: 'envelope', envelopeId: 'env-9' } }],
    ] as const) {
      const { outcome, next } = await start(sendTask('envelope'), wish);
      const pending = await next(`DELETE ${path}`);
      if (refusal === 'proxy')
        pending.respondWith({ kind: 'response', status: 405, headers: {}, body: '<h1>Not Allowed</h1>' });
      else pending.problem(409, refusal);
      (await next(`GET ${path}`)).json(200, { data: wireEnvelope(status) });
      expect(await outcome).toEqual(expected);
    }
  });

  it('tells our draft from the delivery of another workstation, when the making of an envelope is cancelled', async () => {
    const task = envelopeTask('a', { sha256, deliveryKey: 'key-1' });
    const taken = { deliveryKey: 'key-1', envelopeId: 'env-3', deliveredAt: THEN, deliveredBy: 'Poste 2' };
    for (const [sentAt, refusal, expected] of [
      [THEN, null, { kind: 'already-done', deliveredAt: THEN, deliveredBy: 'Poste 2' }],
      [null, 'made-under-another-key', { kind: 'absent' }],
      [null, '', { kind: 'absent' }],
    ] as const) {
      const { outcome, next } = await start(task, { mayHaveArrived: true, cancelRequested: true });
      const look = await next('GET impot-sync/v1/deliveries?taxYear=2025&limit=200');
      look.json(200, { data: [{ ...taken, sentAt }], nextCursor: null });
      if (refusal !== null) {
        const pending = await next('DELETE impot-sync/v1/envelopes/env-3');
        if (refusal === '') pending.json(204, null);
        else pending.problem(409, refusal);
      }
      expect(await outcome).toEqual(expected);
    }
  });
});

const THEN = '2026-03-15T11:00:00Z';
const wireEnvelope = (status: string) => ({
  id: 'env-9',
  status,
  purpose: 'consultation',
  clientId: 42,
  title: 't',
  recipients: [],
  emailTemplateId: 'x',
  documents: [],
  createdAt: THEN,
  sentAt: status === 'draft' ? null : THEN,
});
