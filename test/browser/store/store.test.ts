import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BatchId, DocumentId, LocalClientId, OutboxEntryId } from '../../../src/core/ids';
import type { BatchDraft } from '../../../src/core/outbox/batch-draft';
import type { OutboxEntry } from '../../../src/core/outbox/outbox-entry';
import { BatchRepository } from '../../../src/store/batch-repository';
import { checkRecord } from '../../../src/store/check-record';
import { deviceKeys } from '../../../src/store/device-key-repository';
import { documentBytes } from '../../../src/store/document-bytes';
import { DocumentRepository } from '../../../src/store/document-repository';
import { enqueueBatch } from '../../../src/store/enqueue-batch';
import { JournalRepository } from '../../../src/store/journal-repository';
import { openDatabase } from '../../../src/store/open-database';
import { OutboxRepository } from '../../../src/store/outbox-repository';
import { createBatchKey } from '../../../src/vault/batch-key';
import { createDeviceKey } from '../../../src/vault/device-key';
import { sha256 } from '../../../src/vault/digest';
import { importSecret } from '../../../src/vault/hkdf';
import { randomBytes } from '../../../src/vault/random-bytes';
import { randomId } from '../../../src/vault/random-id';
import { sealerOf } from '../../../src/vault/seal';
import type { VaultKeys } from '../../../src/vault/vault-key';
import { vaultKeysOf } from '../../../src/vault/vault-key';
import { VaultSession } from '../../../src/vault/vault-session';
import { startStoreWorker, valueOf } from './start-store-worker';

const NOW = 1_770_000_000_000;
const newKeys = async (): Promise<VaultKeys> => vaultKeysOf(await importSecret(randomBytes(32)));

async function openTab(name: string, keys: VaultKeys) {
  const database = valueOf(await openDatabase({ name }));
  onTestFinished(() => {
    database.close();
  });
  const session = new VaultSession(new BatchRepository(database).wrappedKeyOf);
  session.unlock(keys);
  const journal = new JournalRepository(database, session.journalSealer, sha256);
  const outbox = new OutboxRepository({ database, keys: session.batchKeys, journal, now: () => NOW });
  const documents = new DocumentRepository(database, documentBytes(database), session.batchKeys);
  return { database, session, journal, outbox, documents };
}

const entryOf = (batch: BatchId): OutboxEntry => ({
  id: randomId<OutboxEntryId>(),
  batch,
  order: 0,
  dependsOn: [],
  idempotencyKey: randomId(),
  task: { kind: 'invitation', clients: [randomId<LocalClientId>()], email: 'personne@exemple.test', language: 'fr' },
  frozen: null,
  state: { kind: 'waiting' },
  attempts: 0,
  dueAt: NOW,
  createdAt: NOW,
  lastError: null,
});

const draftOf = (id: BatchId, more: Partial<BatchDraft> = {}): BatchDraft => ({
  id,
  kind: 'documents',
  createdAt: NOW,
  entries: [entryOf(id)],
  links: [],
  documents: [],
  fallbackBytes: [],
  directory: null,
  sources: [],
  ...more,
});

describe('the store in a real browser', () => {
  it('takes a document from the worker to the disk and back after a restart, its keys never readable', async () => {
    const [name, keys, worker] = [randomId(), await newKeys(), startStoreWorker()];
    const before = await openTab(name, keys);
    const [batch, document] = [randomId<BatchId>(), randomId<DocumentId>()];
    const { key, wrapped } = valueOf(await createBatchKey(keys.wrapKey, batch));
    expect(await worker.exportKey(key)).toBe('InvalidAccessError');
    const sealed = await worker.store(batch, document, '%PDF-1.7 document fictif', key);
    const prepared = {
      rowId: randomId(),
      clientId: randomId<LocalClientId>(),
      sealed,
      outcome: 'prepared',
      sourceSha256: 'ab'.repeat(32),
      sha256: 'cd'.repeat(32),
      size: 24,
      pageCount: 1,
      form: 'T183',
      taxYear: 2025,
      deliveryKey: 'ef'.repeat(32),
      recipients: [],
      fields: [],
    } as const;
    const draft = draftOf(batch, { documents: [{ ...prepared, rowId: prepared.rowId as never }] });
    valueOf(await enqueueBatch(before.database, before.journal, draft, { wrappedKey: wrapped, sealer: sealerOf(key) }));
    before.database.close();

    const after = await openTab(name, keys);
    expect(new TextDecoder().decode(valueOf(await after.documents.open(document)))).toBe('%PDF-1.7 document fictif');
    expect((await after.outbox.unsettled()).map(({ entry }) => entry)).toEqual(draft.entries);
    for (const table of after.database.tables) {
      expect((await table.toArray()).flatMap((record) => checkRecord(table.name, record))).toEqual([]);
    }
    await after.session.lock(new Set());
    expect(await after.documents.open(document)).toEqual({ ok: false, error: { code: 'vault/locked' } });
    after.session.unlock(keys);
    expect(valueOf(await after.documents.erase(batch))).toEqual({ documents: 1 });
    expect(await documentBytes(after.database).read(sealed)).toEqual({
      ok: false,
      error: { code: 'storage/missing-document' },
    });
  });

  it('asks for strict durability in each transaction that writes', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { database, journal } = await openTab(randomId(), await newKeys());
    onTestFinished(() => {
      spy.mockRestore();
    });
    valueOf(await journal.append(NOW, { kind: 'vault-created' }));
    await database.deployment.put({ name: 'theme', value: 'dark' });
    const writing = spy.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing).toHaveLength(2);
    expect(writing.map(([, , options]) => options)).toEqual([{ durability: 'strict' }, { durability: 'strict' }]);
  });

  it('hears of a change made by another thread', async () => {
    const [name, keys, worker] = [randomId(), await newKeys(), startStoreWorker()];
    const { database, journal, outbox } = await openTab(name, keys);
    const batch = randomId<BatchId>();
    const { key, wrapped } = valueOf(await createBatchKey(keys.wrapKey, batch));
    const draft = draftOf(batch);
    valueOf(await enqueueBatch(database, journal, draft, { wrappedKey: wrapped, sealer: sealerOf(key) }));
    const heard = new Promise<string>((resolve) => {
      onTestFinished(
        outbox.onChange(() => {
          resolve('heard');
        }),
      );
    });
    await worker.touchOutbox(name, draft.entries[0]?.id ?? '');
    expect(await heard).toBe('heard');
  });

  it('keeps the device key as a key, not as bytes', async () => {
    const [name, keys] = [randomId(), await newKeys()];
    const first = await openTab(name, keys);
    const made = valueOf(await deviceKeys(first.database, createDeviceKey));
    first.database.close();
    const again = await openTab(name, keys);
    const found = valueOf(await deviceKeys(again.database, createDeviceKey));
    expect([found.privateKey.extractable, found.privateKey.usages]).toEqual([false, ['sign']]);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(algorithm, found.privateKey, new Uint8Array([1]));
    expect(await crypto.subtle.verify(algorithm, made.publicKey, signature, new Uint8Array([1]))).toBe(true);
    const [record] = await again.database.deviceKeys.toArray();
    expect(checkRecord('deviceKeys', record)).toEqual([]);
  });
});
