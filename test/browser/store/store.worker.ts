import { expose } from 'comlink';
import type { BatchId, DocumentId } from '../../../src/core/ids';
import type { SealedDocument } from '../../../src/core/documents/prepared-document';
import { openDatabase } from '../../../src/store/open-database';
import type { PackPlace, PackWriter } from '../../../src/store/packs/open-pack-writer';
import { openPackWriter } from '../../../src/store/packs/open-pack-writer';
import type { Result } from '../../../src/core/result';
import { sealDocument } from '../../../src/vault/document-key';

let writer: PackWriter | null = null;

function opened(): PackWriter {
  if (writer === null) throw new Error('no writer');
  return writer;
}

/** The half that only a worker can do, on behalf of the tests. */
const api = {
  async open(batch: BatchId, rank?: number): Promise<Result<null>> {
    const made = await openPackWriter(batch, rank);
    if (!made.ok) return made;
    writer = made.value;
    return { ok: true, value: null };
  },
  reserve: (bytes: number): Result<null> => opened().reserve(bytes),
  append: (bytes: Uint8Array<ArrayBuffer>): Result<PackPlace> => opened().append(bytes),
  flush: (): Result<null> => opened().flush(),
  close: (): Result<null> => opened().close(),
  /** As the documents worker: seal under the batch's key, write, flush, answer where it lies. */
  async store(batch: BatchId, id: DocumentId, text: string, batchKey: CryptoKey): Promise<SealedDocument> {
    const made = await openPackWriter(batch);
    if (!made.ok) throw new Error(made.error.code);
    const { sealed, wrappedKey } = await sealDocument(new TextEncoder().encode(text), id, batchKey);
    const place = made.value.append(sealed);
    const [flushed, closed] = [made.value.flush(), made.value.close()];
    if (!place.ok || !flushed.ok || !closed.ok) throw new Error('not stored');
    return { id, ...place.value, wrappedKey };
  },
  /** What a key that was sent here still may not do. */
  async exportKey(key: CryptoKey): Promise<string> {
    return crypto.subtle.exportKey('raw', key).then(
      () => 'exported',
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    );
  },
  /** A commit by another thread: what another tab looks like. */
  async touchOutbox(name: string, id: string): Promise<void> {
    const database = await openDatabase({ name });
    if (!database.ok) throw new Error(database.error.code);
    await database.value.outbox.update(id as never, { dueAt: 1_770_000_000_001 });
    database.value.close();
  },
};

export type StoreWorker = typeof api;

expose(api);
