import { expect, it } from 'vitest';
import type { Caller } from './support/caller';
import { draft } from './support/deliver';
import { openTestSandbox } from './support/open-test-sandbox';
import { contentDigest, EXT, sha256 } from './support/wire-samples';

const act = (api: Caller, id: string, kind: string, more: object = {}) =>
  api.post(`../sandbox/envelopes/${id}/acts`, { recipientId: 'r1', kind, ...more });

async function sent(api: Caller, mark: string) {
  const made = await draft(api, mark);
  const id = String(made.envelope?.['id']);
  await api.post(`${EXT}envelopes/${id}/send`, {}, { idempotencyKey: `send-${mark}` });
  return { ...made, id };
}

it('tells the history in order, and the signed copy by its digest', async () => {
  const { api } = await openTestSandbox();
  const { id, content } = await sent(api, 'histoire');
  await act(api, id, 'opened');
  await act(api, id, 'opened');
  await act(api, id, 'signed');
  const events = (await api.get(`${EXT}envelopes/${id}/events`)).json['data'] as unknown as { kind: string }[];
  expect(events.map(({ kind }) => kind)).toEqual(['created', 'sent', 'opened', 'signed', 'completed']);
  const envelope = (await api.get(`${EXT}envelopes/${id}`)).json['data'];
  expect([envelope?.['status'], envelope?.['recipients']?.[0]?.['status']]).toEqual(['signed', 'signed']);
  const document = envelope?.['documents']?.[0];
  const copy = await api.get(`${EXT}envelopes/${id}/documents/${String(document?.['id'])}/signed`);
  expect(sha256(copy.bytes)).toBe(document?.['signed']?.['sha256']);
  expect(copy.headers.get('Content-Digest')).toBe(contentDigest(copy.bytes));
  expect(copy.bytes.slice(0, content.length)).toEqual(content);
  expect((await act(api, id, 'refused', { reason: 'trop tard' })).status).toBe(409);
});

it('a voided envelope frees its delivery keys, and only once', async () => {
  const { api } = await openTestSandbox();
  const { id, body } = await sent(api, 'annulee');
  const again = () => api.post(`${EXT}envelopes`, body, { idempotencyKey: 'again' });
  expect((await again()).json['code']).toBe('already-delivered');
  const voided = await api.post(`${EXT}envelopes/${id}/void`, { reason: 'Erreur' }, { idempotencyKey: 'void' });
  expect([voided.json['data']?.['status'], voided.json['data']?.['voidReason']]).toEqual(['voided', 'Erreur']);
  const second = await api.post(`${EXT}envelopes/${id}/void`, {}, { idempotencyKey: 'void-2' });
  expect(second.json['data']).toEqual(voided.json['data']);
  expect((await api.get(`${EXT}deliveries`)).json['data']).toEqual([]);
  expect((await again()).status).toBe(201);
  expect((await act(api, id, 'signed')).status).toBe(409);
  expect((await api.get(`${EXT}deliveries`)).json['data']).toHaveLength(1);
});

it('reminds who has not signed, and nobody once all have', async () => {
  const { api } = await openTestSandbox();
  const { id } = await sent(api, 'rappel');
  const remind = (key: string) => api.post(`${EXT}envelopes/${id}/reminders`, {}, { idempotencyKey: key });
  expect((await remind('k1')).json['data']?.['recipientIds']).toEqual(['r1']);
  await remind('k1');
  const mail = (await api.get(`${EXT}mail`)).json['data'] as unknown as { kind: string }[];
  expect(mail.filter(({ kind }) => kind === 'reminder')).toHaveLength(1);
  await act(api, id, 'signed');
  expect((await remind('k2')).json['code']).toBe('envelope-not-open');
});

it('follows changes by updatedSince and ETag, without losing one', async () => {
  const { api } = await openTestSandbox();
  const first = await sent(api, 'un');
  const second = await sent(api, 'deux');
  const since = String((await api.get(`${EXT}envelopes/${second.id}`)).json['data']?.['updatedAt']);
  const path = `${EXT}envelopes?updatedSince=${since}`;
  const before = await api.get(path);
  expect(before.json['data']).toHaveLength(1);
  const headers = { 'If-None-Match': before.headers.get('ETag') ?? '' };
  expect((await api.get(path, { headers })).status).toBe(304);
  await act(api, first.id, 'opened');
  const after = await api.get(`${path}&limit=1`, { headers });
  const rest = await api.get(`${path}&limit=1&cursor=${String(after.json['nextCursor'])}`);
  const ids = [after, rest].map(({ json }) => json['data']?.[0]?.['id']);
  expect(ids).toEqual([second.id, first.id]);
  expect(rest.json['nextCursor']).toBeNull();
  expect((await api.get(`${EXT}envelopes?updatedSince=hier`)).status).toBe(400);
});
