import { extensionList } from './extension-list';
import { instant } from './wire';
import { z } from './zod';

/** Sandbox only: an e-mail that a real server would have sent. */
export const mailSchema = z.looseObject({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: instant,
  kind: z.enum(['invitation', 'envelope', 'reminder', 'notice', 'code']),
  envelopeId: z.nullable(z.string()),
  invitationId: z.nullable(z.string()),
});
export const mailListSchema = extensionList(mailSchema);

export type Mail = z.infer<typeof mailSchema>;
