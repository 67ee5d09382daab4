import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import type { PreparedDocument } from '../../../src/core/documents/prepared-document';
import type { BatchId, DocumentId, LocalClientId, OutboxEntryId } from '../../../src/core/ids';
import type { BatchDraft } from '../../../src/core/outbox/batch-draft';
import type { OutboxEntry } from '../../../src/core/outbox/outbox-entry';
import { BatchRepository } from '../../../src/store/batch-repository';
import { ClientDirectoryRepository } from '../../../src/store/client-directory-repository';
import type { Database } from '../../../src/store/database';
import { documentBytes } from '../../../src/store/document-bytes';
import { DocumentRepository } from '../../../src/store/document-repository';
import { enqueueBatch } from '../../../src/store/enqueue-batch';
import { JournalRepository } from '../../../src/store/journal-repository';
import { openDatabase } from '../../../src/store/open-database';
import { OutboxRepository } from '../../../src/store/outbox-repository';
import { createBatchKey } from '../../../src/vault/batch-key';
import { sha256 } from '../../../src/vault/digest';
import { importSecret } from '../../../src/vault/hkdf';
import { randomId } from '../../../src/vault/random-id';
import { sealerOf } from '../../../src/vault/seal';
import type { VaultKeys } from '../../../src/vault/vault-key';
import { vaultKeysOf } from '../../../src/vault/vault-key';
import { VaultSession } from '../../../src/vault/vault-session';

export const NOW = 1_770_000_000_000;

/** An empty browser profile. Call before anything else opens a database. */
export function freshProfile(): void {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
}

export const newVaultKeys = async (): Promise<VaultKeys> =>
  vaultKeysOf(await importSecret(crypto.getRandomValues(new Uint8Array(32))));

/** One tab of the app: its own connection and memory, over the profile's one database. */
export async function openTab(keys: VaultKeys) {
  const opened = await openDatabase();
  if (!opened.ok) throw new Error(opened.error.code);
  const database: Database = opened.value;
  const batches = new BatchRepository(database);
  const session = new VaultSession(batches.wrappedKeyOf);
  session.unlock(keys);
  const journal = new JournalRepository(database, session.journalSealer, sha256);
  const outbox = new OutboxRepository({ database, keys: session.batchKeys, journal, now: () => NOW });
  const directory = new ClientDirectoryRepository(database);
  const documents = new DocumentRepository(database, documentBytes(database), session.batchKeys);
  const enqueue = async (draft: BatchDraft, directoryRevision?: number) => {
    const made = await createBatchKey(keys.wrapKey, draft.id);
    if (!made.ok) throw new Error(made.error.code);
    return enqueueBatch(database, journal, draft, {
      wrappedKey: made.value.wrapped,
      sealer: sealerOf(made.value.key),
      ...(directoryRevision === undefined ? {} : { directoryRevision }),
    });
  };
  return { database, batches, session, journal, outbox, directory, documents, enqueue };
}

export type Tab = Awaited<ReturnType<typeof openTab>>;

export const entryOf = (batch: BatchId, order: number, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: randomId<OutboxEntryId>(),
  batch,
  order,
  dependsOn: [],
  idempotencyKey: randomId(),
  task: {
    kind: 'invitation',
    clients: [randomId<LocalClientId>()],
    email: 'personne.fictive@exemple.test',
    language: 'fr',
  },
  frozen: null,
  state: { kind: 'waiting' },
  attempts: 0,
  dueAt: NOW,
  createdAt: NOW,
  lastError: null,
  ...more,
});

export function draftOf(entries = 3, more: Partial<BatchDraft> = {}): BatchDraft {
  const id = randomId<BatchId>();
  return {
    id,
    kind: 'clients',
    createdAt: NOW,
    entries: Array.from({ length: entries }, (_, order) => entryOf(id, order)),
    links: [],
    documents: [],
    fallbackBytes: [],
    directory: null,
    sources: [{ sha256: 'ab'.repeat(32), size: 1234 }],
    ...more,
  };
}

export const preparedOf = (id: DocumentId, wrappedKey: Uint8Array<ArrayBuffer>, length: number): PreparedDocument => ({
  rowId: randomId(),
  clientId: randomId(),
  sealed: { id, pack: 'idb', offset: 0, length, wrappedKey },
  outcome: 'prepared',
  sourceSha256: 'cd'.repeat(32),
  sha256: 'ef'.repeat(32),
  size: length,
  pageCount: 1,
  form: 'T183',
  taxYear: 2025,
  deliveryKey: '01'.repeat(32),
  recipients: [],
  fields: [],
});

/** Everything in every table, by table. */
export async function everything(database: Database): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}

export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
