import { describe, expect, it } from 'vitest';
import type { OutboxTask } from '../../../src/core/outbox/outbox-entry';
import { clientId, createTask, reminderTask } from '../../fakes/outbox-entries';
import { DONE, list, start } from './sending';

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
