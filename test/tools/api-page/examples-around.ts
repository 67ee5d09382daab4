import { createHash } from 'node:crypto';
import type { MadeEnvelope } from './examples-delivery';
import type { Recorder } from './recorder';

const NEW = { 'If-None-Match': '*' };
const key = (name: string) => ({ 'Idempotency-Key': name });
/** Base64 of bytes that only the office can open; these are nobody's. */
const SEALED = Buffer.from('SPECIMEN FICTIF, scellé').toString('base64');

/** Templates, follow-up, tasks, the website form, what workstations share. */
export async function aroundExamples(
  recorder: Recorder,
  made: MadeEnvelope,
  act: (kind: string) => Promise<void>,
  settled: () => Promise<void>,
): Promise<void> {
  await templates(recorder);
  await followUp(recorder, made, act);
  await tasks(recorder);
  await workstations(recorder);
  await intake(recorder, settled);
  await recorder.call('listMail', { query: 'limit=1', about: 'What a real server would have sent' });
}

async function templates({ call }: Recorder): Promise<void> {
  const body = {
    name: 'Rappel court',
    defaultFor: ['T183'],
    subject: { fr: 'Un mot de {store}', en: 'A word from {store}' },
    body: {
      fr: 'Bonjour {client_contact}, vos documents vous attendent : {link}',
      en: 'Hello {client_contact}, your documents are waiting: {link}',
    },
  };
  const { data, headers } = await call('createEmailTemplate', { headers: key('t-1'), body, about: 'Added' });
  const subject = { fr: 'Votre T183 à signer', en: 'A word' };
  await call('createEmailTemplate', {
    headers: key('t-2'),
    body: { ...body, subject },
    about: 'A subject that names a form',
  });
  const places = { id: String(data['id']) };
  await call('getEmailTemplate', { places, about: 'With its version' });
  const match = { 'If-Match': headers.get('ETag') ?? '' };
  await call('patchEmailTemplate', { places, headers: match, body: { name: 'Rappel' }, about: 'Changed' });
}

async function followUp({ call }: Recorder, made: MadeEnvelope, act: (kind: string) => Promise<void>): Promise<void> {
  const places = { id: made.id };
  const document = { ...places, documentId: made.documentId };
  const events = await call('listEnvelopeEvents', { places, about: 'Its history' });
  const headers = { 'If-None-Match': events.headers.get('ETag') ?? '' };
  await call('listEnvelopeEvents', { places, headers, about: 'Unchanged' });
  await call('remindEnvelope', { places, headers: key('r-1'), body: {}, about: 'Whoever has not signed is reminded' });
  await call('getSignedDocument', { places: document, about: 'Before the signature' });
  await act('opened');
  await act('signed');
  await call('getSignedDocument', { places: document, about: 'Once all have signed' });
  await call('remindEnvelope', { places, headers: key('r-2'), body: {}, about: 'Nobody is awaited any more' });
  const another = await call('voidEnvelope', {
    places,
    headers: key('v-1'),
    body: {},
    about: 'What all have signed stays',
  });
  if (another.status !== 409) throw new Error('an envelope that is completed was voided');
  await voidOne({ call }, places.id);
}

/** Another envelope of the same content, under another delivery key, taken back. */
async function voidOne({ call }: Pick<Recorder, 'call'>, like: string): Promise<void> {
  const { data } = await call('getEnvelope', { places: { id: like } });
  const { clientId, purpose, title, emailTemplateId, recipients, documents } = data as Record<string, unknown> & {
    readonly recipients: readonly Record<string, unknown>[];
    readonly documents: readonly Record<string, unknown>[];
  };
  const pick = (row: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, row[name]]));
  const body = {
    clientId,
    purpose,
    title,
    emailTemplateId,
    recipients: recipients.map((row) => pick(row, ['id', 'role', 'name', 'email', 'language', 'order'])),
    documents: documents.map((row) => ({
      ...pick(row, ['title', 'formCode', 'taxYear', 'sha256', 'pageCount', 'fields']),
      deliveryKey: createHash('sha256').update('une autre clé de livraison').digest('hex'),
    })),
  };
  const second = await call('createEnvelope', { headers: key('e-9'), body });
  const places = { id: String(second.data['id']) };
  await call('sendEnvelope', { places, headers: key('s-9'), body: {} });
  await call('voidEnvelope', { places, headers: key('v-2'), body: { reason: 'Mauvaise année' }, about: 'Taken back' });
}

async function tasks({ call }: Recorder): Promise<void> {
  const list = await call('listExtensionTasks', { query: 'limit=1', about: 'One page' });
  const headers = { 'If-None-Match': list.headers.get('ETag') ?? '' };
  await call('listExtensionTasks', { query: 'limit=1', headers, about: 'Unchanged' });
  const places = { id: 1 };
  const read = await call('getExtensionTask', { places, about: 'With its version' });
  const match = { 'If-Match': read.headers.get('ETag') ?? '' };
  await call('patchTask', { places, headers: match, body: { labels: ['Urgent'] }, about: 'Changed' });
  const changes = [
    { id: 2, set: { status: 2 } },
    { id: 1, etag: match['If-Match'], set: { status: 2 } },
    { id: 4000, set: { status: 2 } },
  ];
  await call('changeTasks', { headers: key('b-1'), body: { changes }, about: 'One done, one outdated, one unknown' });
}

async function workstations({ call }: Recorder): Promise<void> {
  const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };
  const canonical = JSON.stringify({ crv: publicKey.crv, kty: publicKey.kty, x: publicKey.x, y: publicKey.y });
  const places = { thumbprint: createHash('sha256').update(canonical).digest('base64url') };
  const body = { label: 'Poste de la réception', publicKey };
  await call('putDeviceKey', { places, body, about: 'Registered' });
  await call('putDeviceKey', { places, body, about: 'Known before' });
  await call('revokeDeviceKey', { places, headers: key('d-1'), body: {}, about: 'Revoked' });
  await call('listDeviceKeys', { about: 'One page' });
  await call('getOffice', { about: 'Before anyone made it' });
  for (const [get, put, sealed] of [
    ['getOffice', 'putOffice', { id: 'bureau-fictif', sealedKey: SEALED }],
    ['getOfficeIndex', 'putOfficeIndex', { sealed: SEALED }],
  ] as const) {
    const { headers } = await call(put, { headers: NEW, body: sealed, about: 'Made' });
    await call(put, { headers: { 'If-Match': headers.get('ETag') ?? '' }, body: sealed, about: 'Replaced' });
    await call(get, { about: 'With its version' });
  }
  await call('putOffice', {
    headers: NEW,
    body: { id: 'autre', sealedKey: SEALED },
    about: 'A second office is refused',
  });
  const setting = { name: 'nomenclatures' };
  const { headers } = await call('putSetting', {
    places: setting,
    headers: NEW,
    body: { sealed: SEALED },
    about: 'Made',
  });
  const match = { 'If-Match': headers.get('ETag') ?? '' };
  await call('putSetting', { places: setting, headers: match, body: { sealed: SEALED }, about: 'Replaced' });
  await call('getSetting', { places: setting, about: 'With its version' });
  await call('listSettings', { about: 'One page' });
}

async function intake({ call }: Recorder, settled: () => Promise<void>): Promise<void> {
  const places = { form: 'cabinet-fictif' };
  const body = {
    name: 'Personne Fictive',
    email: 'nouvelle@exemple.example',
    phone: '',
    language: 'fr',
    consent: true,
  };
  await call('createIntake', { places, isPublic: true, body, about: 'As JSON, from another origin' });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const fields = 'name=Personne+Fictive&email=nouvelle%40exemple.example&phone=&consent=on&website=';
  await call('createIntake', {
    places,
    isPublic: true,
    headers,
    body: fields,
    about: 'As form fields, without script',
  });
  await settled();
  await call('listIntake', { query: 'limit=1', about: 'What became of it' });
}
