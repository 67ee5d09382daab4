import { PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { expect, it } from 'vitest';
import type { PlacedField } from '../../src/core/forms/placed-field';
import { stampWithPdfLib } from '../../workers/pdf/stamp-with-pdf-lib';
import type { Caller } from './support/caller';
import { invite, upload } from './support/deliver';
import type { TestSandbox } from './support/open-test-sandbox';
import { openTestSandbox } from './support/open-test-sandbox';
import { RecipientBrowser } from './support/recipient-browser';
import { deliveryKey, EXT, sampleDocument, sampleEnvelope, sampleRecipient, sha256 } from './support/wire-samples';

const PLACES = [
  { kind: 'signature', rect: [40, 113, 190, 28] },
  { kind: 'date', rect: [300, 113, 90, 14] },
  { kind: 'time', part: 'hh', rect: [449, 89, 20, 12] },
  { kind: 'time', part: 'mm', rect: [479, 89, 20, 12] },
  { kind: 'time', part: 'ss', rect: [509, 89, 20, 12] },
] as const;

async function formToSign(mark: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([612, 792]).drawText(`SPECIMEN FICTIF ${mark}`, { x: 40, y: 700 });
  const fields: PlacedField[] = PLACES.map((place) => ({ ...place, signer: 'taxpayer', page: 1 }));
  return stampWithPdfLib(await document.save(), fields);
}

interface Sent {
  readonly id: string;
  readonly content: Uint8Array;
  readonly documentId: string;
}

async function send(api: Caller, mark: string, to: { email: string; clientId: number; name: string }): Promise<Sent> {
  await invite(api, to.email, [to.clientId]);
  await api.post(
    `${EXT}invitations`,
    { email: to.email, clientIds: [to.clientId], language: 'fr' },
    { idempotencyKey: `again-${mark}` },
  );
  const content = await formToSign(mark);
  await upload(api, content);
  const fields = PLACES.map((place) => ({ ...place, recipient: 'r1', page: 1 }));
  const document = sampleDocument(content, deliveryKey(mark), { pageCount: 1, fields, title: `Document ${mark}` });
  const body = sampleEnvelope(to.email, [document], {
    clientId: to.clientId,
    title: `Envoi ${mark}`,
    recipients: [sampleRecipient(to.email, { name: to.name })],
  });
  const made = await api.post(`${EXT}envelopes`, body, { idempotencyKey: `envelope-${mark}` });
  expect(made.status).toBe(201);
  const id = String(made.json['data']?.['id']);
  await api.post(`${EXT}envelopes/${id}/send`, {}, { idempotencyKey: `send-${mark}` });
  return { id, content, documentId: String(made.json['data']?.['documents']?.[0]?.['id']) };
}

async function linkTo(api: Caller, email: string): Promise<string> {
  const mail = (await api.get(`${EXT}mail?limit=200`)).json['data'] as unknown as { to: string; text: string }[];
  const text = mail.findLast(({ to }) => to === email)?.text ?? '';
  return new URL(/http\S+/.exec(text)?.[0] ?? '').pathname;
}

const texts = async (api: Caller) =>
  (await api.get('../sandbox/texts')).json['data'] as unknown as { phone: string; body: string }[];

const codeIn = (body: string | undefined): string => /\d{6}/.exec(body ?? '')?.[0] ?? '';

async function signIn({ api, app }: TestSandbox, email: string, person: string): Promise<RecipientBrowser> {
  const browser = new RecipientBrowser(app);
  await browser.get(await linkTo(api, email));
  await browser.post('/destinataire/code', { person });
  const passed = await browser.post('/destinataire/entrer', { code: codeIn((await texts(api)).at(-1)?.body) });
  expect(passed.status).toBe(200);
  return browser;
}

/** Values of the text fields by their place, and what the signature's appearance writes. */
async function filledIn(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes);
  const values: string[] = [];
  let signature = '';
  for (const field of document.getForm().acroForm.getAllFields()) {
    const { dict } = field[0];
    const value = dict.lookup(PDFName.of('V'));
    if (value instanceof PDFString) values.push(value.decodeText());
    const look = (dict.lookup(PDFName.of('AP')) as { lookup(name: PDFName): unknown } | undefined)?.lookup(
      PDFName.of('N'),
    );
    if (value === undefined && look instanceof PDFRawStream) {
      const hex = /<([0-9A-F]+)> Tj/i.exec(look.getContentsString())?.[1] ?? '';
      signature = Buffer.from(hex, 'hex').toString('latin1');
    }
  }
  return { values, signature };
}

const WOMAN = { email: 'couple@exemple.example', clientId: 1, name: 'Geneviève Aubépine' };
const MAN = { email: 'couple@exemple.example', clientId: 2, name: 'François St-Érable' };

it('link, code by text, the PDF, a signature that fills the fields, and the status back', async () => {
  // 16:04:05 UTC in March is 12:04:05 in Québec; the clock stands still so that the time is known.
  const sandbox = await openTestSandbox({}, () => new Date('2026-03-10T16:04:05.000Z'));
  const { api, app } = sandbox;
  const { id, content, documentId } = await send(api, 'seule', { ...WOMAN, email: 'seule@exemple.example' });
  const browser = new RecipientBrowser(app);
  const door = await browser.get(await linkTo(api, 'seule@exemple.example'));
  expect(door.text).toContain('Qui êtes-vous');
  expect(door.text).not.toContain('Envoi seule');
  expect(door.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect((await browser.get(`/destinataire/envois/${id}`)).status).toBe(401);

  await browser.post('/destinataire/code', { person: 'c1' });
  const [text] = await texts(api);
  expect(text?.phone).toBe('4185550100');
  expect((await browser.post('/destinataire/entrer', { code: '1' })).status).toBe(403);
  const inside = await browser.post('/destinataire/entrer', { code: codeIn(text?.body) });
  expect(inside.text).toContain('Envoi seule');

  await browser.get(`/destinataire/envois/${id}`);
  expect((await api.get(`${EXT}envelopes/${id}`)).json['data']?.['status']).toBe('opened');
  const read = await browser.get(`/destinataire/envois/${id}/documents/${documentId}`);
  expect(sha256(read.bytes)).toBe(sha256(content));

  const signer = `/destinataire/envois/${id}/signer`;
  expect((await browser.post(signer, { typed: 'Une autre', agree: 'on' })).status).toBe(422);
  expect((await browser.post(signer, { typed: WOMAN.name })).status).toBe(422);
  expect((await browser.post(signer, { typed: 'genevieve aubepine', agree: 'on' })).text).toContain(
    'Signé le 2026-03-10',
  );

  const envelope = (await api.get(`${EXT}envelopes/${id}`)).json['data'];
  expect([envelope?.['status'], envelope?.['recipients']?.[0]?.['signedAt']]).toEqual([
    'signed',
    '2026-03-10T16:04:05.000Z',
  ]);
  const copy = await api.get(`${EXT}envelopes/${id}/documents/${documentId}/signed`);
  expect(sha256(copy.bytes)).toBe(envelope?.['documents']?.[0]?.['signed']?.['sha256']);
  expect(sha256(copy.bytes)).not.toBe(sha256(content));
  expect(copy.bytes.slice(0, content.length)).toEqual(content);
  expect(await filledIn(copy.bytes)).toEqual({
    values: ['2026-03-10', '12', '04', '05'],
    signature: 'Geneviève Aubépine',
  });
  const log = (await api.get('../sandbox/log')).text;
  expect(log).toContain('/destinataire/lien/…');
  expect(log).not.toContain((await linkTo(api, 'seule@exemple.example')).split('/').at(-1));
});

it('a refusal with its reason comes back, and nothing can be signed after it', async () => {
  const sandbox = await openTestSandbox();
  const { id } = await send(sandbox.api, 'refus', { ...WOMAN, email: 'refus@exemple.example' });
  const browser = await signIn(sandbox, 'refus@exemple.example', 'c1');
  expect((await browser.post(`/destinataire/envois/${id}/refuser`, { reason: ' ' })).status).toBe(422);
  await browser.post(`/destinataire/envois/${id}/refuser`, { reason: 'Le montant n’est pas le bon' });
  await browser.post(`/destinataire/envois/${id}/signer`, { typed: WOMAN.name, agree: 'on' });
  const recipient = (await sandbox.api.get(`${EXT}envelopes/${id}`)).json['data']?.['recipients']?.[0];
  expect([recipient?.['status'], recipient?.['refusalReason'], recipient?.['signedAt']]).toEqual([
    'refused',
    'Le montant n’est pas le bon',
    null,
  ]);
});

it('a couple with one e-mail: each has a code on their own telephone, and neither opens the other’s documents', async () => {
  const sandbox = await openTestSandbox();
  const { api, app } = sandbox;
  const hers = await send(api, 'elle', WOMAN);
  const his = await send(api, 'lui', MAN);
  const hisPhone = String((await api.get('clients/2')).json['data']?.['phone']).replace(/\D/g, '');
  for (const [me, mine, other] of [
    ['c1', hers, his],
    ['c2', his, hers],
  ] as const) {
    const browser = await signIn(sandbox, WOMAN.email, me);
    expect((await texts(api)).at(-1)?.phone).toBe(me === 'c1' ? '4185550100' : hisPhone);
    const list = (await browser.get('/destinataire/')).text;
    expect([list.includes(mine.id), list.includes(other.id)]).toEqual([true, false]);
    expect((await browser.get(`/destinataire/envois/${mine.id}/documents/${mine.documentId}`)).status).toBe(200);
    const asked = [
      await browser.get(`/destinataire/envois/${other.id}`),
      await browser.get(`/destinataire/envois/${other.id}/documents/${other.documentId}`),
      await browser.get(`/destinataire/envois/${mine.id}/documents/${other.documentId}`),
      await browser.post(`/destinataire/envois/${other.id}/signer`, { typed: WOMAN.name, agree: 'on' }),
      await browser.post(`/destinataire/envois/${other.id}/signer`, { typed: MAN.name, agree: 'on' }),
      await browser.post(`/destinataire/envois/${other.id}/refuser`, { reason: 'x' }),
    ];
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  }
  for (const { id } of [hers, his]) {
    const status = (await api.get(`${EXT}envelopes/${id}`)).json['data']?.['recipients']?.[0]?.['status'];
    expect(status).toBe('waiting');
  }

  // Her code does not open his door, and choosing him after her closes hers.
  const browser = new RecipientBrowser(app);
  await browser.get(await linkTo(api, WOMAN.email));
  await browser.post('/destinataire/code', { person: 'c1' });
  const herCode = codeIn((await texts(api)).at(-1)?.body);
  await browser.post('/destinataire/code', { person: 'c2' });
  const hisCode = codeIn((await texts(api)).at(-1)?.body);
  if (herCode !== hisCode) expect((await browser.post('/destinataire/entrer', { code: herCode })).status).toBe(403);
});

it('a number that two share opens nothing: both sign at the office', async () => {
  const sandbox = await openTestSandbox();
  const { api, app } = sandbox;
  await send(api, 'elle', WOMAN);
  const phone = '(418) 555-0100';
  expect((await api.put('clients/2', { phone })).status).toBe(200);
  await send(api, 'lui', MAN);
  const browser = new RecipientBrowser(app);
  expect((await browser.get(await linkTo(api, WOMAN.email))).text).toContain('signer au bureau');
  for (const person of ['c1', 'c2', 'c3'])
    expect((await browser.post('/destinataire/code', { person })).status).toBe(409);
  expect(await texts(api)).toEqual([]);
});

it('five wrong codes, ten minutes, or five codes in an hour: no more', async () => {
  let now = Date.parse('2026-03-10T16:00:00.000Z');
  const sandbox = await openTestSandbox({}, () => new Date((now += 10)));
  const { api, app } = sandbox;
  await send(api, 'code', { ...WOMAN, email: 'code@exemple.example' });
  const link = await linkTo(api, 'code@exemple.example');
  const browser = new RecipientBrowser(app);
  await browser.get(link);
  await browser.post('/destinataire/code', { person: 'c1' });
  const first = codeIn((await texts(api)).at(-1)?.body);
  for (let attempt = 1; attempt <= 5; attempt += 1) await browser.post('/destinataire/entrer', { code: 'aucun' });
  expect((await browser.post('/destinataire/entrer', { code: first })).status).toBe(403);

  await browser.post('/destinataire/code', { person: 'c1' });
  now += 11 * 60_000;
  const late = codeIn((await texts(api)).at(-1)?.body);
  expect((await browser.post('/destinataire/entrer', { code: late })).status).toBe(403);

  for (let sent = 3; sent <= 5; sent += 1) await browser.post('/destinataire/code', { person: 'c1' });
  const other = new RecipientBrowser(app);
  await other.get(link);
  expect((await other.post('/destinataire/code', { person: 'c1' })).status).toBe(409);
  expect(await texts(api)).toHaveLength(5);
});

it('speaks English, leaves, and a wrong link tells nothing', async () => {
  const sandbox = await openTestSandbox();
  await send(sandbox.api, 'langue', { ...WOMAN, email: 'langue@exemple.example' });
  const browser = await signIn(sandbox, 'langue@exemple.example', 'c1');
  expect((await browser.post('/destinataire/langue', { language: 'en' })).text).toContain('Documents of Geneviève');
  await browser.post('/destinataire/quitter');
  expect((await browser.get('/destinataire/')).status).toBe(401);
  expect((await browser.get('/destinataire/lien/inconnu')).status).toBe(404);
});
