import { extensionItem, extensionList } from './extension-list';
import { emailAddress, instant, language } from './wire';
import { z } from './zod';

/** One per address, whoever asked and however many people share it. */
export const invitationSchema = z.looseObject({
  id: z.string(),
  email: z.string(),
  clientIds: z.array(z.int()),
  language,
  status: z.enum(['invited', 'connected']),
  createdAt: instant,
});
export const invitationListSchema = extensionList(invitationSchema);
export const invitationAnswerSchema = extensionItem(invitationSchema);

export const invitationCreateSchema = z.strictObject({
  email: emailAddress,
  clientIds: z.array(z.int()).check(z.minLength(1), z.maxLength(100)),
  language,
  emailTemplateId: z.optional(z.string().check(z.minLength(1))),
});

export type Invitation = z.infer<typeof invitationSchema>;
export type InvitationCreate = z.infer<typeof invitationCreateSchema>;
