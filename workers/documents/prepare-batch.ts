import { proxy } from 'comlink';
import { appError } from '../../src/core/app-error';
import type { ClientDirectory } from '../../src/core/documents/client-directory';
import type { DocumentDecision } from '../../src/core/documents/document-row';
import type { RowId } from '../../src/core/ids';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { PrepareResult } from '../../src/worker-bridge/documents-worker-api';
import { unsourced } from './batch-item';
import type { BatchItem } from './batch-item';
import { isAccepted } from './decided-row';
import { inShares } from './in-shares';
import type { Helpers } from './in-shares';
import { prepareShare } from './prepare-share';
import type { PreparedShare, Preparing, ShareContext } from './prepare-share';

export interface PrepareBatchRequest extends Omit<ShareContext, 'pack'> {
  /** In the listing's order, all of it. */
  readonly items: readonly BatchItem[];
  readonly decisions: ReadonlyMap<RowId, DocumentDecision>;
  /** Why rights that its files withhold do not stop the office. */
  readonly rightsReason: string | null;
  readonly directory: ClientDirectory;
  readonly files: readonly File[];
  readonly helpers: Helpers | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Prepares the accepted documents, one alive in each worker. One that fails is a refused row and the rest goes on; a
 * storage error stops the whole. Bytes are on disk when it answers.
 */
export async function prepareBatch(request: PrepareBatchRequest): Promise<Result<PrepareResult>> {
  const { directory, decisions, files, helpers, rightsReason, onProgress, pdfium, batchKey, deliveryKey } = request;
  const accepted = request.items.flatMap((item, at): Preparing[] => {
    const client = item.row.client ? directory.byId(item.row.client.id) : null;
    return client && isAccepted(item.row, decisions.get(item.row.id) ?? null) ? [{ at, item, client }] : [];
  });
  if (accepted.length === 0) return err(appError('batch/nothing-to-import'));
  // By place, since a share that is done over counts its documents again.
  const done = new Set<number>();
  const onPrepared = (at: number): void => onProgress(done.add(at).size, accepted.length);
  const { batch, options } = request;
  const shared = { batch, options, files, batchKey, deliveryKey, pdfium: pdfium.module };
  const made = await inShares<Preparing, PreparedShare>(
    {
      documents: accepted,
      files: files.length,
      sizeOf: ({ item }) => item.row.size,
      here: (share, pack) => prepareShare(share, { ...request, pack }, onPrepared),
      there: (helper, share, pack) => {
        const documents = share.map((one) => ({ ...one, item: unsourced(one.item) }));
        return helper.call((api) => api.prepare({ ...shared, pack, documents }, proxy(onPrepared)));
      },
    },
    helpers,
  );
  if (!made.ok) return made;
  return ok({
    documents: made.value.flatMap(({ documents }) => documents),
    refused: made.value.flatMap(({ refused }) => refused),
    despiteRights: made.value.flatMap(({ despiteRights }) => despiteRights),
    rightsReason,
    fallbackBytes: made.value.flatMap(({ fallbackBytes }) => fallbackBytes),
  });
}
