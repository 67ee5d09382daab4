import { extensionList } from './extension-list';
import { emailAddress, instant, language, line } from './wire';
import { z } from './zod';

/**
 * The website form: name, e-mail, phone, and the consent that was shown. `website` is the honeypot, which people leave
 * empty. Sent as JSON, or as a form's fields (where `consent` is `on` or `true`).
 */
export const intakeCreateSchema = z.strictObject({
  name: line(200),
  email: emailAddress,
  phone: z.optional(z.string().check(z.maxLength(40))),
  language: z.optional(language),
  consent: z.literal(true),
  website: z.optional(z.string().check(z.maxLength(2000))),
});

/** Always these words, whoever asked. */
export const intakeAnswerSchema = z.looseObject({ data: z.looseObject({ received: z.literal(true) }) });

/** A request as the office sees it. `status` says what became of it once the answer had left. */
export const intakeRequestSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  language,
  status: z.enum(['received', 'known', 'invited', 'set-aside']),
  /** The client it was matched with or became. */
  clientId: z.nullable(z.int()),
  receivedAt: instant,
});
export const intakeRequestListSchema = extensionList(intakeRequestSchema);

export type IntakeCreate = z.infer<typeof intakeCreateSchema>;
export type IntakeRequest = z.infer<typeof intakeRequestSchema>;
