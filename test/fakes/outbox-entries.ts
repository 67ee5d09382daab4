import type { BatchId, DocumentId, LocalClientId, OutboxEntryId } from '../../src/core/ids';
import type { EnvelopeDraft } from '../../src/core/envelopes/envelope';
import type { OutboxEntry, OutboxTask } from '../../src/core/outbox/outbox-entry';

const NOW = 1_770_000_000_000;

export const entryId = (id: string) => id as OutboxEntryId;
export const clientId = (id: string) => id as LocalClientId;
export const documentId = (id: string) => id as DocumentId;

/** A fresh, due entry; its order follows its place in the id (`…-3` is after `…-2`). */
export function entryOf(
  id: string,
  task: OutboxTask,
  dependsOn: readonly string[] = [],
  more: Partial<OutboxEntry> = {},
): OutboxEntry {
  return {
    id: entryId(id),
    batch: 'batch-1' as BatchId,
    order: 0,
    dependsOn: dependsOn.map(entryId),
    idempotencyKey: `key-of-${id}`,
    task,
    frozen: null,
    state: { kind: 'waiting' },
    attempts: 0,
    dueAt: NOW,
    createdAt: NOW,
    lastError: null,
    ...more,
  };
}

export const createTask = (client: string, code: string, name: string, minted = false): OutboxTask => ({
  kind: 'client-create',
  client: clientId(client),
  body: { name, code, email: `${client}@exemple.test`, type: 'individual', address: '1 rue Fictive', phone: '' },
  minted,
});

export const invitationTask = (...clients: string[]): OutboxTask => ({
  kind: 'invitation',
  clients: clients.map(clientId),
  email: `${clients[0] ?? ''}@exemple.test`,
  language: 'fr',
});

export const reminderTask = (client: string): OutboxTask => ({
  kind: 'client-reminder',
  client: clientId(client),
  about: 'batch-0' as BatchId,
  on: '2026-05-07',
  title: 'Impôt Sync\u00a0: 2 documents à suivre',
  notes: 'Dossier fictif',
});

export const uploadTask = (document: string, sha256: string, size: number): OutboxTask => ({
  kind: 'upload',
  document: documentId(document),
  sha256,
  size,
});

export function envelopeTask(client: string, ...documents: { sha256: string; deliveryKey: string }[]): OutboxTask {
  const draft: EnvelopeDraft = {
    purpose: 'signature',
    title: 'Documents à signer',
    emailTemplateId: 'tpl-1',
    recipients: [
      {
        id: 'r1',
        role: 'taxpayer',
        name: 'Personne Fictive',
        email: `${client}@exemple.test`,
        language: 'fr',
        order: 1,
      },
    ],
    documents: documents.map(({ sha256, deliveryKey }) => ({
      title: 'T183, 2025',
      formCode: 'T183',
      taxYear: 2025,
      sha256,
      pageCount: 1,
      deliveryKey,
      fields: [{ kind: 'signature', recipient: 'r1', page: 1, rect: [40, 113, 190, 28] }],
    })),
  };
  return { kind: 'envelope', client: clientId(client), draft };
}

export const sendTask = (envelopeEntry: string): OutboxTask => ({
  kind: 'envelope-send',
  envelopeEntry: entryId(envelopeEntry),
});
