import type { DocumentRecipient } from '../../src/core/documents/document-row';
import type { PreparedDocument } from '../../src/core/documents/prepared-document';
import type { PlacedField } from '../../src/core/forms/placed-field';
import type { RowId } from '../../src/core/ids';
import { clientId, documentId } from './outbox-entries';

export const recipientOf = (who: string, more: Partial<DocumentRecipient> = {}): DocumentRecipient => ({
  clientId: clientId(who),
  role: 'taxpayer',
  name: `Personne ${who}`,
  email: `${who}@exemple.test`,
  language: 'fr',
  ...more,
});

export const signatureOf = (signer: PlacedField['signer'] = 'taxpayer'): PlacedField => ({
  kind: 'signature',
  signer,
  page: 1,
  rect: [40, 113, 190, 28],
});

/** A T183 of tax year 2025 to be signed by its client, unless told otherwise. */
export function preparedOf(name: string, who: string, more: Partial<PreparedDocument> = {}): PreparedDocument {
  return {
    rowId: `row-${name}` as RowId,
    clientId: clientId(who),
    sealed: { id: documentId(name), pack: 'p', offset: 0, length: 10, wrappedKey: new Uint8Array(1) },
    outcome: 'prepared',
    sourceSha256: `source-${name}`,
    sha256: name.padEnd(64, '0'),
    size: 10,
    pageCount: 2,
    form: 'T183',
    taxYear: 2025,
    deliveryKey: `delivery-key-of-${name}`,
    recipients: [recipientOf(who)],
    fields: [signatureOf()],
    ...more,
  };
}
