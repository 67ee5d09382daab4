import { extensionItem, extensionList } from './extension-list';
import { line } from './wire';
import { z } from './zod';

const inBothLanguages = z.looseObject({ fr: z.string(), en: z.string() });

/** A French and English pair. Placeholders are in single braces; unknown ones pass through untouched. */
export const emailTemplateSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  /** Document types that it is the default of, as form codes. */
  defaultFor: z.optional(z.array(z.string())),
  subject: inBothLanguages,
  body: inBothLanguages,
  /** Absent where templates cannot be edited. */
  etag: z.optional(z.string()),
});
export const emailTemplateListSchema = extensionList(emailTemplateSchema);
export const emailTemplateAnswerSchema = extensionItem(emailTemplateSchema);

const subject = z.strictObject({ fr: line(200), en: line(200) });
const text = z.string().check(z.minLength(1), z.maxLength(20_000), z.regex(/\S/));
const body = z.strictObject({ fr: text, en: text });
const defaultFor = z.array(z.string().check(z.regex(/^[A-Z0-9][A-Z0-9.-]{0,31}$/))).check(z.maxLength(100));

/** `POST email-templates`. A subject that shows an amount, nine digits, a whole date or a form name is refused (422). */
export const emailTemplateCreateSchema = z.strictObject({
  name: line(200),
  isDefault: z.optional(z.boolean()),
  defaultFor: z.optional(defaultFor),
  subject,
  body,
});

/** `PATCH email-templates/{id}` under If-Match: what is given replaces what was there, both languages at once. */
export const emailTemplatePatchSchema = z.partial(emailTemplateCreateSchema);

export type EmailTemplate = z.infer<typeof emailTemplateSchema>;
export type EmailTemplateCreate = z.infer<typeof emailTemplateCreateSchema>;
export type EmailTemplatePatch = z.infer<typeof emailTemplatePatchSchema>;
