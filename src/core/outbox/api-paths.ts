import type { ServerClientId } from '../ids';

/** Paths of the routes that the outbox writes to, under the API's base (docs/sync-protocol.md). */
export const EXTENSION = 'impot-sync/v1';

export const apiPaths = {
  clients: 'clients',
  client: (id: ServerClientId) => `clients/${id}`,
  extensionClient: (id: ServerClientId) => `${EXTENSION}/clients/${id}`,
  invitations: `${EXTENSION}/invitations`,
  upload: (sha256: string) => `${EXTENSION}/uploads/${sha256}`,
  emailTemplates: `${EXTENSION}/email-templates`,
  emailTemplate: (id: string) => `${EXTENSION}/email-templates/${encodeURIComponent(id)}`,
  envelopes: `${EXTENSION}/envelopes`,
  envelope: (id: string) => `${EXTENSION}/envelopes/${encodeURIComponent(id)}`,
  envelopeSend: (id: string) => `${EXTENSION}/envelopes/${encodeURIComponent(id)}/send`,
  envelopeReminders: (id: string) => `${EXTENSION}/envelopes/${encodeURIComponent(id)}/reminders`,
  envelopeVoid: (id: string) => `${EXTENSION}/envelopes/${encodeURIComponent(id)}/void`,
  envelopeEvents: (id: string) => `${EXTENSION}/envelopes/${encodeURIComponent(id)}/events`,
  signedDocument: (id: string, document: string) =>
    `${EXTENSION}/envelopes/${encodeURIComponent(id)}/documents/${encodeURIComponent(document)}/signed`,
  reminders: 'reminders',
  task: (id: number) => `tasks/${id}`,
  extensionTasks: `${EXTENSION}/tasks`,
  tasksBulk: `${EXTENSION}/tasks/bulk`,
  deliveries: (taxYear: number) => `${EXTENSION}/deliveries?taxYear=${taxYear}`,
} as const;
