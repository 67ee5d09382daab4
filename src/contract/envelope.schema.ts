import { extensionItem, extensionList } from './extension-list';
import { emailAddress, instant, isoDay, language, line, sha256Hex } from './wire';
import { z } from './zod';

export const envelopePurpose = z.enum(['signature', 'consultation']);
export const envelopeStatus = z.enum(['draft', 'sent', 'opened', 'signed', 'refused', 'expired', 'voided']);
export const fieldKind = z.enum(['signature', 'initials', 'date', 'time', 'name', 'title']);
export const timePart = z.enum(['hh', 'mm', 'ss', 'all']);
export const signerRole = z.enum(['taxpayer', 'spouse', 'officer', 'representative']);

/** `[x, y, width, height]`: points, page's default user space, origin bottom left, unrotated, CropBox not subtracted. */
const rect = z.tuple([z.number(), z.number(), z.number().check(z.positive()), z.number().check(z.positive())]);

const fieldShape = {
  kind: fieldKind,
  part: z.optional(timePart),
  recipient: z.string(),
  page: z.int().check(z.positive()),
  rect,
};

const recipientShape = {
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  role: signerRole,
  name: line(500),
  email: emailAddress,
  language,
  order: z.int().check(z.positive()),
};

const documentShape = {
  title: line(200),
  formCode: z.string().check(z.regex(/^[A-Z0-9][A-Z0-9.-]{0,31}$/)),
  taxYear: z.int().check(z.gte(1900), z.lte(2200)),
  sha256: sha256Hex,
  pageCount: z.int().check(z.positive(), z.lte(10_000)),
  deliveryKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/)),
};

/** What a recipient has done so far; absent where the server does not tell it by recipient. */
const recipientProgress = {
  status: z.optional(z.enum(['waiting', 'opened', 'signed', 'refused'])),
  openedAt: z.optional(z.nullable(instant)),
  signedAt: z.optional(z.nullable(instant)),
  refusedAt: z.optional(z.nullable(instant)),
  refusalReason: z.optional(z.nullable(z.string())),
};

export const envelopeRecipientSchema = z.looseObject({
  ...recipientShape,
  ...recipientProgress,
  name: z.string(),
  email: z.string(),
});
export const envelopeFieldSchema = z.looseObject(fieldShape);
export const envelopeDocumentSchema = z.looseObject({
  ...documentShape,
  id: z.string(),
  title: z.string(),
  formCode: z.string(),
  fields: z.array(envelopeFieldSchema),
  /** The signed copy, once there is one: `…/documents/{documentId}/signed`. */
  signed: z.optional(z.nullable(z.looseObject({ sha256: sha256Hex, bytes: z.int(), at: instant }))),
});

export const envelopeSchema = z.looseObject({
  id: z.string(),
  status: envelopeStatus,
  purpose: envelopePurpose,
  clientId: z.int(),
  title: z.string(),
  recipients: z.array(envelopeRecipientSchema),
  emailTemplateId: z.string(),
  documents: z.array(envelopeDocumentSchema),
  createdAt: instant,
  sentAt: z.nullable(instant),
  /** Of the last change of any kind; what `updatedSince` compares. Absent where there is no polling by change. */
  updatedAt: z.optional(instant),
  /** When all had signed. */
  completedAt: z.optional(z.nullable(instant)),
  voidedAt: z.optional(z.nullable(instant)),
  voidReason: z.optional(z.nullable(z.string())),
  lastReminderAt: z.optional(z.nullable(instant)),
  /** What the office marked its folder with; absent where the server takes neither (capability `envelope-labels`). */
  labels: z.optional(z.array(z.string())),
  followUpOn: z.optional(z.nullable(z.string())),
});
export const envelopeListSchema = extensionList(envelopeSchema);
export const envelopeAnswerSchema = extensionItem(envelopeSchema);

/**
 * `POST envelopes`: a draft. Its uploads must be complete and its recipients invited. Beyond the shapes, the server
 * refuses (422) a field whose `recipient` is not among `recipients[].id`, a page after `pageCount`, a `part` on
 * anything but a time, recipients with one id twice, an unknown client or template, a label twice, a `followUpOn` that
 * is in no calendar. One that is past is taken: an envelope may wait for days before it is sent.
 */
export const envelopeCreateSchema = z.strictObject({
  clientId: z.int(),
  purpose: envelopePurpose,
  title: line(200),
  emailTemplateId: z.string().check(z.minLength(1)),
  recipients: z.array(z.strictObject(recipientShape)).check(z.minLength(1), z.maxLength(20)),
  documents: z
    .array(z.strictObject({ ...documentShape, fields: z.array(z.strictObject(fieldShape)).check(z.maxLength(2000)) }))
    .check(z.minLength(1), z.maxLength(100)),
  labels: z.optional(z.array(line(100)).check(z.maxLength(50))),
  followUpOn: z.optional(isoDay),
});

/** `POST envelopes/{id}/send` has an empty object for body. */
export const envelopeSendSchema = z.strictObject({});

export type WireEnvelope = z.infer<typeof envelopeSchema>;
export type WireEnvelopeDocument = z.infer<typeof envelopeDocumentSchema>;
export type WireEnvelopeField = z.infer<typeof envelopeFieldSchema>;
export type WireEnvelopeRecipient = z.infer<typeof envelopeRecipientSchema>;
export type EnvelopeCreate = z.infer<typeof envelopeCreateSchema>;
