import { extensionItem, extensionList } from './extension-list';
import { instant, line } from './wire';
import { z } from './zod';

/** What may happen to an envelope. A server may add kinds: an unknown one is shown by its name. */
export const ENVELOPE_EVENT_KINDS = [
  'created',
  'sent',
  'opened',
  'signed',
  'refused',
  'completed',
  'reminded',
  'expired',
  'voided',
] as const;

/** One line of an envelope's history, never changed once written. */
export const envelopeEventSchema = z.looseObject({
  id: z.string(),
  envelopeId: z.string(),
  kind: z.string(),
  /** Who it is about; null when it is about the envelope. */
  recipientId: z.nullable(z.string()),
  at: instant,
  /** The user whose key was used; null for what a recipient did. */
  by: z.nullable(z.string()),
  /** A recipient's reason for refusing, or the office's for voiding. */
  reason: z.nullable(z.string()),
});
export const envelopeEventListSchema = extensionList(envelopeEventSchema);

/** `POST envelopes/{id}/void`. */
export const envelopeVoidSchema = z.strictObject({ reason: z.optional(line(500)) });

/** `POST envelopes/{id}/reminders`: without `recipientIds`, whoever has not signed yet. */
export const envelopeReminderCreateSchema = z.strictObject({
  recipientIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(20))),
  emailTemplateId: z.optional(z.string().check(z.minLength(1))),
});

/** Whom a reminder went to. */
export const envelopeReminderSchema = z.looseObject({
  id: z.string(),
  envelopeId: z.string(),
  recipientIds: z.array(z.string()),
  at: instant,
});
export const envelopeReminderAnswerSchema = extensionItem(envelopeReminderSchema);

export type WireEnvelopeEvent = z.infer<typeof envelopeEventSchema>;
export type EnvelopeReminder = z.infer<typeof envelopeReminderSchema>;
export type EnvelopeReminderCreate = z.infer<typeof envelopeReminderCreateSchema>;
