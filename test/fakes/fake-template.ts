import type { EmailTemplate } from '../../src/core/templates/email-template';

/** A fictitious pair, as GEM-BOOKS would tell it. */
export const fakeTemplate = (id: string, name: string, more: Partial<EmailTemplate> = {}): EmailTemplate => ({
  id,
  name,
  isDefault: false,
  defaultFor: [],
  subject: { fr: '{store} : des documents', en: '{store}: documents' },
  body: { fr: 'Bonjour {client_contact},\n\n{link}\n', en: 'Hello {client_contact},\n\n{link}\n' },
  etag: '"1"',
  ...more,
});
