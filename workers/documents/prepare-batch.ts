import type { ClientDirectory } from '../../src/core/documents/client-directory';
import type { DocumentDecision, DocumentOptions, DocumentRow } from '../../src/core/documents/document-row';
import type { PreparedDocument } from '../../src/core/documents/prepared-document';
import { isWithheld } from '../../src/core/documents/withheld-rights';
import type { BatchId, DocumentId, RowId } from '../../src/core/ids';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { appError } from '../../src/core/app-error';
import type { PrepareResult } from '../../src/worker-bridge/documents-worker-api';
import type { Pdfium } from '../pdf/pdfium';
import type { BatchItem } from './batch-item';
import { isAccepted } from './decided-row';
import { prepareDocument } from './prepare-document';
import { openKeeper } from './sealed-place';

export interface PrepareBatchRequest {
  readonly items: readonly BatchItem[];
  readonly decisions: ReadonlyMap<RowId, DocumentDecision>;
  readonly batch: BatchId;
  readonly batchKey: CryptoKey;
  readonly deliveryKey: CryptoKey;
  /** Why rights that its files withhold do not stop the office. */
  readonly rightsReason: string | null;
  readonly options: DocumentOptions;
  readonly directory: ClientDirectory;
  readonly pdfium: Pdfium;
  readonly newId: <T extends string>() => T;
  readonly onProgress: (done: number, total: number) => void;
}

/** What sealing and the appended fields add to a document, at most: bytes, for the reservation. */
const OVERHEAD = 8 * 1024;

/**
 * Prepares the accepted documents one at a time. One that fails is a refused row and the rest goes on; a storage error
 * stops the whole, since nothing that follows could be kept. Bytes are on disk when it answers.
 */
export async function prepareBatch(request: PrepareBatchRequest): Promise<Result<PrepareResult>> {
  const accepted = request.items.filter(({ row }) => isAccepted(row, request.decisions.get(row.id) ?? null));
  if (accepted.length === 0) return err(appError('batch/nothing-to-import'));
  const keeper = await openKeeper(request.batch);
  if (!keeper.ok) return keeper;
  const { keep, reserve, close, fallback } = keeper.value;
  const prepared = await prepareAll(accepted, request, keep, reserve);
  const closed = close();
  if (!prepared.ok) return prepared;
  return closed.ok ? ok({ ...prepared.value, fallbackBytes: fallback }) : closed;
}

type Keeper = Extract<Awaited<ReturnType<typeof openKeeper>>, { ok: true }>['value'];

async function prepareAll(
  accepted: readonly BatchItem[],
  request: PrepareBatchRequest,
  keep: Keeper['keep'],
  reserve: Keeper['reserve'],
): Promise<Result<Omit<PrepareResult, 'fallbackBytes'>>> {
  const room = reserve(accepted.reduce((sum, { row }) => sum + row.size + OVERHEAD, 0));
  if (!room.ok) return room;
  const documents: PreparedDocument[] = [];
  const refused: DocumentRow[] = [];
  const despiteRights: DocumentId[] = [];
  const context = { ...request, keep, newDocumentId: () => request.newId<DocumentId>() };
  for (const item of accepted) {
    const client = item.row.client ? request.directory.byId(item.row.client.id) : null;
    if (client) {
      const result = await prepareDocument(item, client, context);
      if (result.ok) {
        documents.push(result.value);
        if (isWithheld(item.row)) despiteRights.push(result.value.sealed.id);
      } else if (result.error.code.startsWith('storage/')) return result;
      else refused.push({ ...item.row, status: 'refused', refusal: result.error });
    }
    request.onProgress(documents.length + refused.length, accepted.length);
  }
  return ok({ documents, refused, despiteRights, rightsReason: request.rightsReason });
}
