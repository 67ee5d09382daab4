import type { EnvelopeStatus, FollowedEnvelope } from '../../src/core/follow-up/followed-envelope';

/** A fictitious envelope of one signer. */
export function envelopeOf(
  id: string,
  client: number,
  formCode: string,
  status: EnvelopeStatus,
  more: Partial<FollowedEnvelope> = {},
): FollowedEnvelope {
  const signedAt = status === 'signed' ? '2026-04-20T14:05:09Z' : null;
  return {
    id,
    status,
    purpose: 'signature',
    client,
    title: 'Documents fictifs',
    recipients: [
      {
        id: 'r1',
        role: 'taxpayer',
        name: `Personne Fictive ${client}`,
        email: `p${client}@exemple.test`,
        status: status === 'signed' ? 'signed' : 'waiting',
        openedAt: null,
        signedAt,
        refusedAt: null,
        refusalReason: null,
      },
    ],
    documents: [{ id: `${id}-d`, title: formCode, formCode, taxYear: 2025, signers: ['r1'], signed: null }],
    createdAt: '2026-04-10T12:00:00Z',
    sentAt: '2026-04-10T12:00:00Z',
    updatedAt: '2026-04-10T12:00:00Z',
    completedAt: signedAt,
    voidReason: null,
    lastReminderAt: null,
    ...more,
  };
}

/** The same, its document signed: the copy has this digest. */
export function signedEnvelope(id: string, client: number, sha256: string, formCode = 'T183'): FollowedEnvelope {
  const envelope = envelopeOf(id, client, formCode, 'signed');
  return {
    ...envelope,
    documents: envelope.documents.map((document) => ({ ...document, signed: { sha256, bytes: 4 } })),
  };
}
