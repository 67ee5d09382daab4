import { sha256 } from './examples';
import type { Recorder } from './recorder';

export interface MadeEnvelope {
  readonly id: string;
  readonly documentId: string;
}

const CONTENT = new TextEncoder().encode('%PDF-1.7\n% SPÉCIMEN FICTIF\n%%EOF\n');
const DAMAGED = new TextEncoder().encode('%PDF-1.7\n% SPÉCIMEN ABÎMÉ!\n%%EOF\n');
const EMAIL = 'personne@exemple.example';
const CLIENT = 41;

const key = (name: string) => ({ 'Idempotency-Key': name });

function envelope(over: object = {}) {
  return {
    clientId: CLIENT,
    purpose: 'signature',
    title: 'Documents à signer',
    emailTemplateId: 'tpl-signature',
    recipients: [{ id: 'r1', role: 'taxpayer', name: 'Personne Fictive', email: EMAIL, language: 'fr', order: 1 }],
    documents: [
      {
        title: 'Autorisation 2025',
        formCode: 'T183',
        taxYear: 2025,
        sha256: sha256(CONTENT),
        pageCount: 2,
        deliveryKey: sha256('une clé de livraison'),
        fields: [
          { kind: 'signature', recipient: 'r1', page: 1, rect: [40, 113, 190, 28] },
          { kind: 'time', part: 'hh', recipient: 'r1', page: 1, rect: [449, 89, 20, 12] },
        ],
      },
    ],
    ...over,
  };
}

/** Clients, invitations, uploads and envelopes, in the order of a delivery. Answers an envelope that was sent. */
export async function deliveryExamples(recorder: Recorder): Promise<MadeEnvelope> {
  const { call } = recorder;
  await call('getCapabilities', { about: 'Asked once, when the key is entered' });
  await call('listAccountManagers', { query: 'limit=1', about: 'One page; more to come by its cursor' });
  await call('listEmailTemplates', { query: 'limit=1', about: 'One page' });
  await call('listExtensionClients', { query: 'limit=1', about: 'One page' });
  const places = { id: CLIENT };
  const read = await call('getExtensionClient', { places, about: 'With its version' });
  const match = { 'If-Match': read.headers.get('ETag') ?? '' };
  await call('patchClient', {
    places,
    headers: match,
    body: { language: 'fr' },
    about: 'Under the version that was read',
  });
  await call('patchClient', {
    places,
    headers: match,
    body: { language: 'en' },
    about: 'Too late: it has changed since',
  });

  const invitation = { email: EMAIL, clientIds: [CLIENT], language: 'fr' };
  await call('createInvitation', { headers: key('i-1'), body: invitation, about: 'Invited: one e-mail leaves' });
  await call('createInvitation', {
    headers: key('i-1'),
    body: invitation,
    about: 'The same request again, after a lost answer',
  });
  await call('createInvitation', {
    headers: key('i-1'),
    body: { ...invitation, language: 'en' },
    about: 'The same key with another body',
  });
  await call('createInvitation', {
    headers: key('i-2'),
    body: invitation,
    about: 'An address that was invited before',
  });
  await call('listInvitations', { query: 'limit=1', about: 'One page' });
  await uploads(recorder);
  return envelopes(recorder);
}

async function uploads({ call }: Recorder): Promise<void> {
  const places = { sha256: sha256(CONTENT) };
  const total = CONTENT.byteLength;
  const range = (from: number, to: number) => ({ 'Content-Range': `bytes ${from}-${to - 1}/${total}` });
  await call('putUpload', { places, body: DAMAGED, about: 'A whole content that is not of its name: nothing is kept' });
  await call('putUpload', { places, headers: range(0, 20), body: CONTENT.slice(0, 20), about: 'A first part' });
  await call('headUpload', { places, about: 'After a cut: where to go on' });
  const late = CONTENT.slice(25);
  await call('putUpload', { places, headers: range(25, total), body: late, about: 'A part that does not follow' });
  await call('putUpload', { places, headers: range(20, total), body: CONTENT.slice(20), about: 'The last part' });
}

async function envelopes({ call }: Recorder): Promise<MadeEnvelope> {
  const draft = await call('createEnvelope', {
    headers: key('e-1'),
    body: envelope({ labels: ['Saison 2026', 'À relancer'], followUpOn: '2026-05-15' }),
    about: 'A draft, its folder marked for the office',
  });
  await call('deleteEnvelope', {
    places: { id: String(draft.data['id']) },
    headers: key('e-1'),
    about: 'A draft of our own is withdrawn',
  });
  const { data } = await call('createEnvelope', { headers: key('e-2'), body: envelope() });
  const id = String(data['id']);
  const documentId = (data['documents'] as readonly { readonly id: string }[])[0]?.id ?? '';
  await call('sendEnvelope', { places: { id }, headers: key('s-1'), body: {}, about: 'Sent' });
  await call('createEnvelope', {
    headers: key('e-3'),
    body: envelope(),
    about: 'Another workstation, the same document',
  });
  const [first] = envelope().documents;
  const wrong = envelope({
    documents: [{ ...first, fields: [{ kind: 'signature', recipient: 'r2', page: 3, rect: [40, 113, 190, 28] }] }],
  });
  await call('createEnvelope', { headers: key('e-4'), body: wrong, about: 'A shape that is right and yet cannot be' });
  await call('getEnvelope', { places: { id }, about: 'As it is now' });
  const list = await call('listEnvelopes', { query: 'updatedSince=2026-03-02T14:00:00Z', about: 'What changed since' });
  await call('listEnvelopes', {
    query: 'updatedSince=2026-03-02T14:00:00Z',
    headers: { 'If-None-Match': list.headers.get('ETag') ?? '' },
    about: 'The same page, unchanged',
  });
  await call('getDocumentContent', { places: { id, documentId }, about: 'The bytes that were uploaded' });
  await call('listDeliveries', { query: 'taxYear=2025', about: 'Delivery keys that are taken' });
  return { id, documentId };
}
