import { createHash } from 'node:crypto';

export const EXT = 'impot-sync/v1/';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const contentDigest = (bytes: Uint8Array | string): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

/** Bytes that only have to be themselves: nobody opens them here. */
export const fakePdf = (mark: string): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.7\n% SPÉCIMEN FICTIF ${mark}\n%%EOF\n`);

export const sampleRecipient = (email: string, over: object = {}) => ({
  id: 'r1',
  role: 'taxpayer',
  name: 'Personne Fictive',
  email,
  language: 'fr',
  order: 1,
  ...over,
});

export const sampleDocument = (content: Uint8Array, deliveryKey: string, over: object = {}) => ({
  title: 'Autorisation 2025',
  formCode: 'T183',
  taxYear: 2025,
  sha256: sha256(content),
  pageCount: 2,
  deliveryKey,
  fields: [
    { kind: 'signature', recipient: 'r1', page: 1, rect: [40, 113, 190, 28] },
    { kind: 'time', part: 'hh', recipient: 'r1', page: 1, rect: [449, 89, 20, 12] },
  ],
  ...over,
});

export const sampleEnvelope = (email: string, documents: readonly object[], over: object = {}) => ({
  clientId: 1,
  purpose: 'signature',
  title: 'Vos documents',
  emailTemplateId: 'tpl-signature',
  recipients: [sampleRecipient(email)],
  documents,
  ...over,
});

export const deliveryKey = (mark: string): string => sha256(`delivery ${mark}`);
