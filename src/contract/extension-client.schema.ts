import { extensionItem, extensionList } from './extension-list';
import { emailAddress, language, line } from './wire';
import { z } from './zod';

/** What the documented client lacks. `etag` is to be sent in `If-Match` as it is, quotes included. */
export const extensionClientSchema = z.looseObject({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  language: z.nullable(language),
  accountManagerId: z.nullable(z.string()),
  /** Of the client's present address. */
  invitation: z.enum(['none', 'invited', 'connected']),
  etag: z.string(),
});
export const extensionClientListSchema = extensionList(extensionClientSchema);
export const extensionClientAnswerSchema = extensionItem(extensionClientSchema);

/** `PATCH clients/{id}` under If-Match. An empty `email` takes the address away. */
export const clientPatchSchema = z.strictObject({
  name: z.optional(line(500)),
  email: z.optional(z.union([z.literal(''), emailAddress])),
  language: z.optional(z.nullable(language)),
  accountManagerId: z.optional(z.nullable(z.string())),
});

export type ExtensionClient = z.infer<typeof extensionClientSchema>;
export type ClientPatch = z.infer<typeof clientPatchSchema>;
