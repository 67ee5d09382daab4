import { describe, expect, it } from 'vitest';
import type { OutboxTask } from '../../../src/core/outbox/outbox-entry';
import type { SendOutcome } from '../../../src/core/outbox/send-outcome';
import { clientId, createTask, envelopeTask, invitationTask, sendTask, uploadTask } from '../../fakes/outbox-entries';
import { bytes, sha256, start } from './sending';

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
