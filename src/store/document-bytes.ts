import { appError } from '../core/app-error';
import type { SealedDocument } from '../core/documents/prepared-document';
import type { BatchId } from '../core/ids';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { Database } from './database';
import type { FoundPack } from './packs/list-packs';
import { listPacks } from './packs/list-packs';
import type { PackWriter } from './packs/open-pack-writer';
import { openPackWriter } from './packs/open-pack-writer';
import { IDB_PACK } from './packs/pack-name';
import { readPack } from './packs/read-pack';
import { removePack } from './packs/remove-pack';
import { attempt } from './storage-error';

/** Where the ciphertext of documents lies: OPFS packs, or records of IndexedDB where there is no OPFS. */
export interface DocumentBytes {
  /** In a worker. `storage/blocked` = no packs here: the bytes travel as `fallbackBytes` of the batch. */
  writer(batch: BatchId, worker?: number): Promise<Result<PackWriter>>;
  /** Errors: `storage/missing-document`, `storage/blocked`. */
  read(document: Omit<SealedDocument, 'wrappedKey'>): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** A whole pack; nothing for the fallback, whose records go with their documents. */
  remove(pack: string): Promise<Result<null>>;
  /** Packs that no document refers to: the tab died between the flush and the transaction. */
  orphans(): Promise<Result<readonly FoundPack[]>>;
}

export const documentBytes = (database: Database): DocumentBytes => ({
  writer: openPackWriter,
  read: async (document) => {
    if (document.pack !== IDB_PACK) return readPack(document);
    const record = await attempt(() => database.documentBytes.get(document.id));
    if (!record.ok) return record;
    return record.value === undefined ? err(appError('storage/missing-document')) : ok(record.value.sealed);
  },
  remove: async (pack) => (pack === IDB_PACK ? ok(null) : removePack(pack)),
  orphans: async () => {
    const packs = await listPacks();
    if (!packs.ok) return packs;
    const used = await attempt(() => database.documents.orderBy('pack').uniqueKeys());
    return used.ok ? ok(packs.value.filter(({ pack }) => !used.value.includes(pack))) : used;
  },
});
