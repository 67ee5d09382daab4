import { extensionList } from './extension-list';
import { z } from './zod';

const inBothLanguages = z.looseObject({ fr: z.string(), en: z.string() });

/** A French and English pair. Placeholders are in single braces; unknown ones pass through untouched. */
export const emailTemplateSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  subject: inBothLanguages,
  body: inBothLanguages,
});
export const emailTemplateListSchema = extensionList(emailTemplateSchema);

export type EmailTemplate = z.infer<typeof emailTemplateSchema>;
