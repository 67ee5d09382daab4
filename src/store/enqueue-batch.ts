import { appError } from '../core/app-error';
import { inSlices } from '../core/in-slices';
import type { JournalEvent } from '../core/journal/journal-event';
import type { BatchDraft } from '../core/outbox/batch-draft';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { Sealer } from '../core/sealing';
import { LINK_TABLES, putLinks } from './client-links';
import type { Database } from './database';
import type { JournalRepository } from './journal-repository';
import { nextTask } from './next-task';
import { sealedEntry } from './outbox-record';

export interface EnqueueOptions {
  /** The batch's key, wrapped: kept in its record. */
  readonly wrappedKey: Uint8Array<ArrayBuffer>;
  /** Seals under the batch's key. */
  readonly sealer: Sealer;
  /** The directory's revision that the preview was made on; a directory changed since is `batch/preview-stale`. */
  readonly directoryRevision?: number;
}

const TABLES = [
  'batches',
  'outbox',
  'documents',
  'documentBytes',
  'clientChunks',
  'clientSnapshot',
  ...LINK_TABLES,
] as const;

/**
 * **Importer**: everything sealed first, then one strict transaction with the journal's line: all of it or none. The
 * documents' packs must be flushed before. Confirming the same batch twice writes it once and answers ok both times.
 * Errors: `batch/nothing-to-import`, `batch/preview-stale`, `vault/locked`, `storage/…`.
 */
export async function enqueueBatch(
  database: Database,
  journal: JournalRepository,
  draft: BatchDraft,
  options: EnqueueOptions,
): Promise<Result<null>> {
  if (draft.entries.length === 0 && draft.directory === null && draft.links.length === 0) {
    return err(appError('batch/nothing-to-import'));
  }
  // A list of many thousand clients must not stop the page while it is queued.
  const entries = await inSlices(
    draft.entries,
    (slice) => Promise.all(slice.map((entry) => sealedEntry(options.sealer, entry, 1))),
    nextTask,
  );
  const { id, kind, createdAt } = draft;
  const written = await journal
    .together(createdAt, [confirmed(draft), ...(draft.decided ?? [])], TABLES, async () => {
      if ((await database.batches.get(id)) !== undefined) return undefined;
      if (draft.directory !== null) {
        const revision = (await database.clientSnapshot.get('current'))?.revision ?? 0;
        if (options.directoryRevision !== undefined && options.directoryRevision !== revision) throw new PreviewStale();
        await database.clientChunks.bulkPut([...draft.directory.chunks]);
        await database.clientSnapshot.put({ id: 'current', revision: revision + 1, sealed: draft.directory.snapshot });
      }
      await database.batches.add({ id, kind, createdAt, wrappedKey: options.wrappedKey, state: 'kept' });
      await putLinks(database, draft.links);
      await inSlices(draft.documents, (slice) =>
        database.documents.bulkAdd(
          slice.map(({ sealed }) => ({ ...sealed, batch: id })),
          { allKeys: true },
        ),
      );
      await database.documentBytes.bulkAdd(draft.fallbackBytes.map(([document, sealed]) => ({ id: document, sealed })));
      await inSlices(entries, (slice) => database.outbox.bulkAdd(slice, { allKeys: true }));
      return null;
    })
    .catch((error: unknown) => {
      if (error instanceof PreviewStale) return err(appError('batch/preview-stale'));
      throw error;
    });
  return written.ok ? ok(null) : written;
}

class PreviewStale extends Error {}

const confirmed = (draft: BatchDraft): JournalEvent => ({
  kind: 'batch-confirmed',
  batch: draft.id,
  entries: draft.entries.length,
  sources: draft.sources.map(({ sha256, size }) => ({ sha256, size })),
  results: draft.documents.map(({ sealed, sourceSha256, sha256, outcome }) => ({
    document: sealed.id,
    sourceSha256,
    sha256,
    outcome,
  })),
});
