import { draftOf } from '../core/templates/email-template';
import type { EmailTemplate } from '../core/templates/email-template';
import type { EmailTemplate as WireTemplate } from './email-template.schema';

/** Nothing but what the product knows of it: fields that a server adds are left where they came from. */
export const toEmailTemplate = (wire: WireTemplate): EmailTemplate => ({
  id: wire.id,
  etag: wire.etag ?? null,
  ...draftOf({ ...wire, defaultFor: wire.defaultFor ?? [] }),
});
