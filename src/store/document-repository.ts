import { appError } from '../core/app-error';
import type { SealedDocument } from '../core/documents/prepared-document';
import type { BatchId, DocumentId } from '../core/ids';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { BatchKeys } from '../core/vault/batch-keys';
import type { Database } from './database';
import type { DocumentBytes } from './document-bytes';
import { attempt } from './storage-error';

/** Prepared PDFs: where they lie, the wrapped key of each, and how to open or erase them. */
export class DocumentRepository {
  readonly #database: Database;
  readonly #bytes: DocumentBytes;
  readonly #keys: BatchKeys;

  constructor(database: Database, bytes: DocumentBytes, keys: BatchKeys) {
    this.#database = database;
    this.#bytes = bytes;
    this.#keys = keys;
  }

  /** The PDF. Errors: `storage/missing-document` (erased, or never there), `vault/locked`, `vault/damaged-record`. */
  async open(document: DocumentId): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const record = await attempt(() => this.#database.documents.get(document));
    if (!record.ok) return record;
    if (record.value === undefined) return err(appError('storage/missing-document'));
    const sealed = await this.#bytes.read(record.value);
    if (!sealed.ok) return sealed;
    return this.#keys.openDocument(record.value.batch, document, record.value.wrappedKey, sealed.value);
  }

  /** Where the sealed bytes lie, and the wrapped key. `storage/missing-document` when erased, or never there. */
  async place(document: DocumentId): Promise<Result<SealedDocument>> {
    const record = await attempt(() => this.#database.documents.get(document));
    if (!record.ok) return record;
    if (record.value === undefined) return err(appError('storage/missing-document'));
    const { id, pack, offset, length, wrappedKey } = record.value;
    return ok({ id, pack, offset, length, wrappedKey });
  }

  /** Still sealed; for a worker, which opens packs but no IndexedDB. */
  async sealedBytes(document: DocumentId): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const place = await this.place(document);
    return place.ok ? this.#bytes.read(place.value) : place;
  }

  /**
   * Erases the documents of a batch: first their keys, in one transaction, which is the erasing; then the bytes, which
   * nothing opens any more (a pack that cannot be removed now is an orphan, and goes at a later start).
   */
  async erase(batch: BatchId): Promise<Result<{ readonly documents: number }>> {
    const { documents, documentBytes } = this.#database;
    const erased = await attempt(() =>
      this.#database.transaction('rw', documents, documentBytes, async () => {
        const records = await documents.where('batch').equals(batch).toArray();
        const ids = records.map(({ id }) => id);
        await documents.bulkDelete(ids);
        await documentBytes.bulkDelete(ids);
        return records;
      }),
    );
    if (!erased.ok) return erased;
    for (const pack of new Set(erased.value.map((record) => record.pack))) await this.#bytes.remove(pack);
    return ok({ documents: erased.value.length });
  }
}
