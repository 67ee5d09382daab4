import { wrap } from 'comlink';
import type { BatchId, DocumentId, OutboxEntryId } from '../../../src/core/ids';
import type { BatchDraft } from '../../../src/core/outbox/batch-draft';
import { enqueueBatch } from '../../../src/store/enqueue-batch';
import { JournalRepository } from '../../../src/store/journal-repository';
import { openDatabase } from '../../../src/store/open-database';
import { createBatchKey } from '../../../src/vault/batch-key';
import { sha256 } from '../../../src/vault/digest';
import { importSecret } from '../../../src/vault/hkdf';
import { randomBytes } from '../../../src/vault/random-bytes';
import { randomId } from '../../../src/vault/random-id';
import { sealerOf } from '../../../src/vault/seal';
import { vaultKeysOf } from '../../../src/vault/vault-key';
import type { QuotaWorker } from './quota-worker';

const code = (result: { ok: boolean; error?: { code: string } }): string =>
  result.ok ? 'ok' : (result.error?.code ?? '');

/** Reserves `bytes` in a pack, in a worker. Answers the code, and whether a small document still fits afterwards. */
export async function reserve(bytes: number): Promise<{ reserved: string; afterwards: string }> {
  const worker = new Worker('/worker.js', { type: 'module' });
  try {
    return await wrap<QuotaWorker>(worker).reserve(randomId<BatchId>(), bytes);
  } finally {
    worker.terminate();
  }
}

/** Confirms a batch of `documents` fallback records of `size` random bytes. Answers the code and the records written. */
export async function confirm(documents: number, size: number): Promise<{ written: string; records: number }> {
  const database = await openDatabase({ name: randomId() });
  if (!database.ok) throw new Error(database.error.code);
  const keys = await vaultKeysOf(await importSecret(randomBytes(32)));
  const journal = new JournalRepository(database.value, () => sealerOf(keys.journalKey), sha256);
  const batch = randomId<BatchId>();
  const made = await createBatchKey(keys.wrapKey, batch);
  if (!made.ok) throw new Error(made.error.code);
  const draft: BatchDraft = {
    id: batch,
    kind: 'documents',
    createdAt: Date.now(),
    entries: [
      {
        id: randomId<OutboxEntryId>(),
        batch,
        order: 0,
        dependsOn: [],
        idempotencyKey: randomId(),
        task: { kind: 'upload', document: randomId<DocumentId>(), sha256: '', size },
        frozen: null,
        state: { kind: 'waiting' },
        attempts: 0,
        dueAt: 0,
        createdAt: Date.now(),
        lastError: null,
      },
    ],
    links: [],
    documents: [],
    fallbackBytes: Array.from({ length: documents }, () => [randomId<DocumentId>(), incompressible(size)] as const),
    directory: null,
    sources: [],
  };
  const written = await enqueueBatch(database.value, journal, draft, {
    wrappedKey: made.value.wrapped,
    sealer: sealerOf(made.value.key),
  });
  const counts = await Promise.all(database.value.tables.map((table) => table.count()));
  database.value.close();
  return { written: code(written), records: counts.reduce((sum, count) => sum + count, 0) };
}

function incompressible(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, size)));
  return bytes;
}
