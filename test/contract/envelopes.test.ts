import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draft, invite, upload } from './support/deliver';
import { openTestSandbox } from './support/open-test-sandbox';
import {
  deliveryKey,
  EXT,
  fakePdf,
  sampleDocument,
  sampleEnvelope,
  sampleRecipient,
  sha256,
} from './support/wire-samples';

it('makes a draft from which nothing leaves, then sends it once', async () => {
  const { api, folder } = await openTestSandbox();
  const { envelope, body, email, content } = await draft(api, 'un');
  const { documents, ...rest } = body;
  expect(envelope).toMatchObject({ ...rest, status: 'draft', sentAt: null });
  expect(envelope?.['documents']?.[0]).toMatchObject(documents[0] ?? {});
  const mailed = async () =>
    (await api.get(`${EXT}mail`)).json['data'] as unknown as {
      to: string;
      kind: string;
      subject: string;
      text: string;
      envelopeId: string;
    }[];
  expect((await mailed()).map(({ kind }) => kind)).toEqual(['invitation']);

  const id = String(envelope?.['id']);
  const sent = await api.post(`${EXT}envelopes/${id}/send`, {}, { idempotencyKey: 's1' });
  const updatedAt = sent.json['data']?.['updatedAt'];
  expect(String(updatedAt) > String(envelope?.['updatedAt'])).toBe(true);
  expect(sent.json['data']).toEqual({ ...envelope, updatedAt, status: 'sent', sentAt: sent.json['data']?.['sentAt'] });
  expect((await api.post(`${EXT}envelopes/${id}/send`, {}, { idempotencyKey: 's2' })).json).toEqual(sent.json);
  expect((await api.get(`${EXT}envelopes/${id}`)).json).toEqual(sent.json);
  expect((await api.get(`${EXT}envelopes`)).json['data']).toEqual([sent.json['data']]);

  const mail = await mailed();
  expect(mail).toHaveLength(2);
  expect(mail[1]).toMatchObject({
    to: email,
    kind: 'envelope',
    envelopeId: id,
    subject: 'Cabinet Fictif Mésange inc. : des documents à signer',
  });
  expect(mail[1]?.text).toContain('Bonjour Personne Fictive,');
  expect(mail[1]?.text).toContain('« Vos documents »');
  expect(mail[1]?.text).not.toMatch(/[{}]/);
  expect(readdirSync(join(folder, 'mail'))).toHaveLength(2);

  const served = await api.get(`${EXT}envelopes/${id}/documents/${envelope?.['documents']?.[0]?.['id']}/content`);
  expect(served.headers.get('Content-Type')).toBe('application/pdf');
  expect(Buffer.from(served.bytes).equals(Buffer.from(content))).toBe(true);
});

it('keeps what the office marks a folder with, and shows it to no recipient', async () => {
  const { api, context } = await openTestSandbox();
  const email = 'marques@exemple.example';
  await invite(api, email);
  const content = fakePdf('marques');
  await upload(api, content);
  const marks = { labels: ['Saison 2026', 'À relancer'], followUpOn: '2026-05-15' };
  const body = sampleEnvelope(email, [sampleDocument(content, deliveryKey('marques'))], marks);
  const made = await api.post(`${EXT}envelopes`, body, { idempotencyKey: 'e' });
  expect([made.status, made.json['data']]).toMatchObject([201, marks]);
  const id = made.json['data']?.['id'];
  expect((await api.post(`${EXT}envelopes/${id}/send`, {}, { idempotencyKey: 's' })).json['data']).toMatchObject(marks);
  expect((await api.get(`${EXT}envelopes/${id}`)).json['data']).toMatchObject(marks);
  const voided = await api.post(`${EXT}envelopes/${id}/void`, {}, { idempotencyKey: 'v' });
  expect(voided.json['data']).toMatchObject({ ...marks, status: 'voided' });
  const mail = await context.db.selectFrom('mail').select(['subject', 'body']).execute();
  expect(JSON.stringify(mail)).not.toMatch(/Saison 2026|À relancer|2026-05-15/);
  const { envelope } = await draft(api, 'sans');
  expect(envelope).toMatchObject({ labels: [], followUpOn: null });
});

it('writes to each recipient in their own language, and never names a form in a subject', async () => {
  const { api, context } = await openTestSandbox();
  await context.db
    .updateTable('email_templates')
    .set({
      subject_fr: 'T183 de {client} : {inconnu}',
      subject_en: 'From {store} {inconnu}',
      body_fr: '{inconnu} {link} {folder_title}',
    })
    .execute();
  await invite(api, 'fr@exemple.example');
  await invite(api, 'en@exemple.example');
  const content = fakePdf('langues');
  await upload(api, content);
  const body = sampleEnvelope('fr@exemple.example', [sampleDocument(content, deliveryKey('langues'))], {
    title: 'T183 2025',
    recipients: [
      sampleRecipient('fr@exemple.example'),
      sampleRecipient('en@exemple.example', { id: 'r2', role: 'spouse', language: 'en', order: 2 }),
    ],
  });
  const made = await api.post(`${EXT}envelopes`, body, { idempotencyKey: 'e' });
  await api.post(`${EXT}envelopes/${made.json['data']?.['id']}/send`, {}, { idempotencyKey: 's' });
  const mail = (
    (await api.get(`${EXT}mail`)).json['data'] as unknown as { to: string; subject: string; text: string }[]
  ).slice(-2);
  expect(mail.map(({ to, subject }) => [to, subject])).toEqual([
    ['fr@exemple.example', 'Des documents vous attendent'],
    ['en@exemple.example', 'From Cabinet Fictif Mésange inc. {inconnu}'],
  ]);
  expect(mail[0]?.text).toMatch(/^\{inconnu\} http:\/\/localhost:4173\/destinataire\/lien\/[\w-]{32} T183 2025$/);
});

describe('a delivery key', () => {
  it('is taken by a draft already, and says by whom', async () => {
    const { api } = await openTestSandbox();
    const { envelope, body } = await draft(api, 'clef');
    const again = await api.post(
      `${EXT}envelopes`,
      { ...body, title: 'Autre titre' },
      { idempotencyKey: 'autre-poste' },
    );
    expect([again.status, again.json['code']]).toEqual([409, 'already-delivered']);
    expect(again.json).toMatchObject({
      envelopeId: envelope?.['id'],
      deliveryKey: deliveryKey('clef'),
      deliveredAt: envelope?.['createdAt'],
      deliveredBy: 'Utilisateur du bac à sable',
      sentAt: null,
    });
    const sent = await api.post(`${EXT}envelopes/${envelope?.['id']}/send`, {}, { idempotencyKey: 's' });
    const later = await api.post(`${EXT}envelopes`, body, { idempotencyKey: 'encore' });
    expect(later.json).toMatchObject({
      deliveredAt: sent.json['data']?.['sentAt'],
      sentAt: sent.json['data']?.['sentAt'],
    });
    expect((await api.get(`${EXT}envelopes`)).json['data']).toHaveLength(1);
  });

  it('refuses the whole envelope, leaving nothing of it', async () => {
    const { api } = await openTestSandbox();
    const { body } = await draft(api, 'pris');
    const content = fakePdf('libre');
    await upload(api, content);
    const mixed = { ...body, documents: [sampleDocument(content, deliveryKey('libre')), ...body.documents] };
    expect((await api.post(`${EXT}envelopes`, mixed, { idempotencyKey: 'm' })).status).toBe(409);
    const free = { ...body, documents: [sampleDocument(content, deliveryKey('libre'))] };
    expect((await api.post(`${EXT}envelopes`, free, { idempotencyKey: 'f' })).status).toBe(201);
  });

  it('is won by one of twenty who come at once', async () => {
    const { api } = await openTestSandbox();
    await invite(api, 'course@exemple.example');
    const content = fakePdf('course');
    await upload(api, content);
    const body = sampleEnvelope('course@exemple.example', [sampleDocument(content, deliveryKey('course'))]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => api.post(`${EXT}envelopes`, body, { idempotencyKey: `c${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    expect((await api.get(`${EXT}envelopes`)).json['data']).toHaveLength(1);
  });

  it('is listed, by tax year when asked', async () => {
    const { api } = await openTestSandbox();
    const { envelope } = await draft(api, 'a');
    const content = fakePdf('b');
    await upload(api, content);
    await invite(api, 'b@exemple.example');
    const older = sampleEnvelope('b@exemple.example', [sampleDocument(content, deliveryKey('b'), { taxYear: 2023 })]);
    await api.post(`${EXT}envelopes`, older, { idempotencyKey: 'b' });
    const keys = async (query: string) =>
      ((await api.get(`${EXT}deliveries${query}`)).json['data'] as unknown as { deliveryKey: string }[]).map(
        (delivery) => delivery.deliveryKey,
      );
    expect(await keys('')).toEqual([deliveryKey('a'), deliveryKey('b')]);
    expect(await keys('?taxYear=2025')).toEqual([deliveryKey('a')]);
    expect(await keys('?taxYear=2024')).toEqual([]);
    expect((await api.get(`${EXT}deliveries?taxYear=vingt`)).status).toBe(400);
    expect((await api.get(`${EXT}deliveries?limit=1`)).json['data']?.[0]).toEqual({
      deliveryKey: deliveryKey('a'),
      envelopeId: envelope?.['id'],
      deliveredAt: envelope?.['createdAt'],
      deliveredBy: 'Utilisateur du bac à sable',
      sentAt: null,
    });
  });
});

it('waits for its uploads and for its recipients, under the same Idempotency-Key', async () => {
  const { api } = await openTestSandbox();
  const content = fakePdf('attend');
  const body = sampleEnvelope('attend@exemple.example', [sampleDocument(content, deliveryKey('attend'))]);
  const post = () => api.post(`${EXT}envelopes`, body, { idempotencyKey: 'e' });
  const missing = await post();
  expect([missing.status, missing.json['code'], missing.json['missing']]).toEqual([
    409,
    'upload-missing',
    [sha256(content)],
  ]);
  const half = content.slice(0, 5);
  await api.put(`${EXT}uploads/${sha256(content)}`, half, {
    headers: { 'Content-Range': `bytes 0-4/${content.length}` },
  });
  expect((await post()).json['code']).toBe('upload-missing');
  await upload(api, content);
  const stranger = await post();
  expect([stranger.status, stranger.json['code'], stranger.json['recipients']]).toEqual([
    409,
    'recipient-not-invited',
    ['r1'],
  ]);
  await invite(api, 'ATTEND@exemple.example');
  expect((await post()).status).toBe(201);
});

describe('refuses', () => {
  const content = fakePdf('refus');
  const document = sampleDocument(content, deliveryKey('refus'));
  const field = document.fields[0];
  it.each<[string, object, string]>([
    ['an unknown client', { clientId: 4000 }, 'clientId'],
    ['an unknown template', { emailTemplateId: 'tpl-x' }, 'emailTemplateId'],
    [
      'two recipients with one id',
      { recipients: [sampleRecipient('r@exemple.example'), sampleRecipient('r@exemple.example')] },
      'recipients',
    ],
    [
      'a field for nobody',
      { documents: [{ ...document, fields: [{ ...field, recipient: 'r9' }] }] },
      'documents.0.fields.0.recipient',
    ],
    [
      'a page after the last',
      { documents: [{ ...document, fields: [{ ...field, page: 3 }] }] },
      'documents.0.fields.0.page',
    ],
    [
      'a signature with a part',
      { documents: [{ ...document, fields: [{ ...field, part: 'hh' }] }] },
      'documents.0.fields.0.part',
    ],
    [
      'a time without a part',
      { documents: [{ ...document, fields: [{ ...field, kind: 'time' }] }] },
      'documents.0.fields.0.part',
    ],
    ['a signature envelope with nothing to sign', { documents: [{ ...document, fields: [] }] }, 'documents'],
    ['two documents with one key', { documents: [document, document] }, 'documents'],
    [
      'a rectangle of three',
      { documents: [{ ...document, fields: [{ ...field, rect: [1, 2, 3] }] }] },
      'documents.0.fields.0.rect',
    ],
    ['no document', { documents: [] }, 'documents'],
    ['a member unheard of', { note: 'x' }, 'note'],
    ['one label twice', { labels: ['a', 'a'] }, 'labels'],
    ['an empty label', { labels: ['a', ' '] }, 'labels.1'],
    ['a label of 101 letters', { labels: ['x'.repeat(101)] }, 'labels.0'],
    ['51 labels', { labels: Array.from({ length: 51 }, (_, n) => `e${n}`) }, 'labels'],
    ['a follow-up in no calendar', { followUpOn: '2026-02-30' }, 'followUpOn'],
    ['a follow-up that is no day', { followUpOn: '2026-05-15T00:00:00Z' }, 'followUpOn'],
  ])('%s', async (_, over, path) => {
    const { api } = await openTestSandbox();
    await invite(api, 'r@exemple.example');
    await upload(api, content);
    const answer = await api.post(`${EXT}envelopes`, sampleEnvelope('r@exemple.example', [document], over), {
      idempotencyKey: 'e',
    });
    expect([answer.status, answer.json['code']]).toEqual([422, 'invalid-body']);
    expect(answer.json['errors']?.[0]?.['path']).toBe(path);
    expect((await api.get(`${EXT}envelopes`)).json['data']).toEqual([]);
  });
});

it('has no document of another envelope, nor an envelope that is none', async () => {
  const { api } = await openTestSandbox();
  const one = await draft(api, 'un');
  const two = await draft(api, 'deux');
  const other = two.envelope?.['documents']?.[0]?.['id'];
  expect((await api.get(`${EXT}envelopes/${one.envelope?.['id']}/documents/${other}/content`)).status).toBe(404);
  expect((await api.get(`${EXT}envelopes/env_none`)).status).toBe(404);
  expect((await api.post(`${EXT}envelopes/env_none/send`, {}, { idempotencyKey: 'x' })).status).toBe(404);
});

it('writes e-mails that a mail reader takes: one header block, folded, with our own address', async () => {
  const { api, folder } = await openTestSandbox();
  const { envelope } = await draft(api, 'courriel');
  await api.post(`${EXT}envelopes/${envelope?.['id']}/send`, {}, { idempotencyKey: 's' });
  const names = readdirSync(join(folder, 'mail')).sort();
  expect(names.every((name) => /^\d{6}-mail_[0-9a-f]{32}\.eml$/.test(name))).toBe(true);
  const [head, ...body] = readFileSync(join(folder, 'mail', names[1] ?? ''), 'utf8').split('\r\n\r\n');
  expect(head).toContain('To: Personne Fictive <courriel@exemple.example>');
  expect(head).toContain('ne-pas-repondre@cabinet-fictif.example');
  expect(head?.split('\r\n').every((line) => line.length <= 78)).toBe(true);
  expect(body.join('').replace(/=\r\n/g, '')).toContain('http://localhost:4173/destinataire/lien/');
  expect(`${head}${body.join('')}`).not.toMatch(/(?<!\r)\n/);
});

describe('withdrawing a draft', () => {
  it('gives its delivery keys back, once and for good', async () => {
    const { api } = await openTestSandbox();
    const { envelope, body } = await draft(api, 'rappel');
    const path = `${EXT}envelopes/${envelope?.['id']}`;
    expect((await api.delete(path, { idempotencyKey: 'envelope-rappel' })).status).toBe(204);
    expect((await api.delete(path, { idempotencyKey: 'envelope-rappel' })).json['code']).toBe('not-found');
    expect((await api.get(`${EXT}deliveries`)).json['data']).toEqual([]);
    expect((await api.post(`${path}/send`, {}, { idempotencyKey: 'late' })).status).toBe(404);
    // A late copy of the request that made it makes nothing; a new request may.
    await api.post(`${EXT}envelopes`, body, { idempotencyKey: 'envelope-rappel' });
    expect((await api.get(`${EXT}envelopes`)).json['data']).toEqual([]);
    expect((await api.post(`${EXT}envelopes`, body, { idempotencyKey: 'again' })).status).toBe(201);
  });

  it('is refused once it is sent, and to whoever did not make it', async () => {
    const { api } = await openTestSandbox();
    const { envelope } = await draft(api, 'garde');
    const path = `${EXT}envelopes/${envelope?.['id']}`;
    expect((await api.delete(path, { idempotencyKey: 'invite-garde@exemple.example' })).json['code']).toBe(
      'made-under-another-key',
    );
    expect((await api.delete(path, { idempotencyKey: 'unheard' })).json['code']).toBe('made-under-another-key');
    await api.post(`${path}/send`, {}, { idempotencyKey: 's' });
    expect((await api.delete(path, { idempotencyKey: 'envelope-garde' })).json['code']).toBe('already-sent');
    expect((await api.get(path)).json['data']?.['status']).toBe('sent');
  });
});
