import { describe, expect, it } from 'vitest';
import { buildEnvelope } from '../../../src/core/envelopes/build-envelope';
import { documentTitle } from '../../../src/core/envelopes/document-title';
import { envelopeCreateSchema } from '../../../src/contract/envelope.schema';
import { z } from '../../../src/contract/zod';
import { preparedOf, recipientOf, signatureOf } from '../../fakes/prepared-documents';

const words = { folderTitle: '  Vos documents\n 2025 ', emailTemplateId: 'tpl-1' };

describe('build envelope', () => {
  it('gives each field to the recipient who holds its role', () => {
    const document = preparedOf('d', 'a', {
      recipients: [recipientOf('a'), recipientOf('b', { role: 'spouse', language: 'en' })],
      fields: [signatureOf(), { ...signatureOf('spouse'), kind: 'time', part: 'hh' }],
    });
    const built = buildEnvelope([document], words);
    expect(built).toEqual({
      ok: true,
      value: {
        purpose: 'signature',
        title: 'Vos documents 2025',
        emailTemplateId: 'tpl-1',
        recipients: [
          { id: 'r1', role: 'taxpayer', name: 'Personne a', email: 'a@exemple.test', language: 'fr', order: 1 },
          { id: 'r2', role: 'spouse', name: 'Personne b', email: 'b@exemple.test', language: 'en', order: 1 },
        ],
        documents: [
          {
            title: documentTitle('T183', 2025, 'fr'),
            formCode: 'T183',
            taxYear: 2025,
            sha256: document.sha256,
            pageCount: 2,
            deliveryKey: 'delivery-key-of-d',
            fields: [
              { kind: 'signature', recipient: 'r1', page: 1, rect: [40, 113, 190, 28] },
              { kind: 'time', part: 'hh', recipient: 'r2', page: 1, rect: [40, 113, 190, 28] },
            ],
          },
        ],
      },
    });
  });

  it('is what the contract takes', () => {
    const marks = { labels: ['Saison 2026', 'À relancer'], followUpOn: '2026-05-15' };
    const built = buildEnvelope([preparedOf('d'.repeat(8), 'a', { sha256: 'f'.repeat(64) })], { ...words, ...marks });
    expect(built).toMatchObject({ value: marks });
    expect(z.safeParse(envelopeCreateSchema, { ...(built.ok ? built.value : {}), clientId: 1 }).error).toBeUndefined();
  });

  it('is for consultation when nobody signs', () => {
    const built = buildEnvelope([preparedOf('d', 'a', { form: 'T1', fields: [] })], words);
    expect(built).toMatchObject({ value: { purpose: 'consultation' } });
  });

  it('titles documents in the language of the recipient, by form and year alone', () => {
    const english = preparedOf('123456782 - Nom Secret.pdf', 'a', {
      recipients: [recipientOf('a', { language: 'en' })],
    });
    const built = buildEnvelope([english], { ...words, folderTitle: '' });
    expect(built).toMatchObject({ value: { documents: [{ title: documentTitle('T183', 2025, 'en') }] } });
    const title = built.ok ? built.value.title : '';
    expect(title).toBe(documentTitle('T183', 2025, 'en'));
    expect(title).toMatch(/T183.*2025$/);
    expect(title).not.toMatch(/\d{9}|Secret/);
  });

  it('refuses a recipient without an address, a field without a signer, and nothing at all', () => {
    const half = preparedOf('d', 'a', {
      recipients: [recipientOf('a'), recipientOf('b', { role: 'spouse', email: ' ' })],
    });
    expect(buildEnvelope([half], words)).toEqual({ ok: false, error: 'no-email' });
    expect(buildEnvelope([preparedOf('d', 'a', { fields: [signatureOf('spouse')] })], words)).toEqual({
      ok: false,
      error: 'signer-missing',
    });
    expect(buildEnvelope([], words)).toEqual({ ok: false, error: 'no-document' });
  });
});
