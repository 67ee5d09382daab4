import type { FollowedEnvelope } from '../core/follow-up/followed-envelope';
import type { WireEnvelope } from './envelope.schema';

/** An envelope of the wire, with `null` for what this server does not tell. */
export function toFollowedEnvelope(envelope: WireEnvelope): FollowedEnvelope {
  const { id, status, purpose, clientId, title, createdAt, sentAt } = envelope;
  return {
    id,
    status,
    purpose,
    client: clientId,
    title,
    recipients: envelope.recipients.map((recipient) => ({
      id: recipient.id,
      role: recipient.role,
      name: recipient.name,
      email: recipient.email,
      status: recipient.status ?? 'unknown',
      openedAt: recipient.openedAt ?? null,
      signedAt: recipient.signedAt ?? null,
      refusedAt: recipient.refusedAt ?? null,
      refusalReason: recipient.refusalReason ?? null,
    })),
    documents: envelope.documents.map((document) => ({
      id: document.id,
      title: document.title,
      formCode: document.formCode,
      taxYear: document.taxYear,
      signers: [...new Set(document.fields.map(({ recipient }) => recipient))],
      signed: document.signed ? { sha256: document.signed.sha256, bytes: document.signed.bytes } : null,
    })),
    createdAt,
    sentAt,
    updatedAt: envelope.updatedAt ?? null,
    completedAt: envelope.completedAt ?? null,
    voidReason: envelope.voidReason ?? null,
    lastReminderAt: envelope.lastReminderAt ?? null,
    ...(envelope.labels && envelope.labels.length > 0 ? { labels: envelope.labels } : {}),
    ...(envelope.followUpOn ? { followUpOn: envelope.followUpOn } : {}),
  };
}
