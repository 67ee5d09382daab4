import type { LocalClient } from '../../src/core/clients/client';
import type { DocumentRow } from '../../src/core/documents/document-row';
import type { PreparedDocument } from '../../src/core/documents/prepared-document';
import { isWithheld } from '../../src/core/documents/withheld-rights';
import type { BatchId, DocumentId } from '../../src/core/ids';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { BatchItem } from './batch-item';
import { prepareDocument } from './prepare-document';
import type { PrepareContext } from './prepare-document';
import { openKeeper } from './sealed-place';

export interface Preparing {
  /** Place in the listing of the batch's files. */
  readonly at: number;
  readonly item: BatchItem;
  readonly client: LocalClient;
}

export interface ShareContext extends Omit<PrepareContext, 'keep'> {
  readonly batch: BatchId;
  /** The pack's number within the batch: no two shares write into one. */
  readonly pack: number;
}

export interface PreparedShare {
  readonly documents: readonly PreparedDocument[];
  readonly refused: readonly DocumentRow[];
  readonly despiteRights: readonly DocumentId[];
  /** Sealed bytes for the IndexedDB fallback, where there is no OPFS. */
  readonly fallbackBytes: readonly (readonly [DocumentId, Uint8Array<ArrayBuffer>])[];
}

/** What sealing and the appended fields add to a document, at most: bytes, for the reservation. */
const OVERHEAD = 8 * 1024;

/**
 * Prepares these documents one at a time into a pack of their own. One that fails is a refused row and the rest goes
 * on; a storage error stops the share, since nothing that follows could be kept. Bytes are on disk when it answers.
 */
export async function prepareShare(
  documents: readonly Preparing[],
  context: ShareContext,
  onPrepared: (at: number) => void,
): Promise<Result<PreparedShare>> {
  const keeper = await openKeeper(context.batch, context.pack);
  if (!keeper.ok) return keeper;
  const { keep, reserve, close, fallback } = keeper.value;
  const room = reserve(documents.reduce((sum, { item }) => sum + item.row.size + OVERHEAD, 0));
  const prepared = room.ok ? await prepareAll(documents, { ...context, keep }, onPrepared) : room;
  const closed = close();
  if (!prepared.ok) return prepared;
  return closed.ok ? ok({ ...prepared.value, fallbackBytes: fallback }) : closed;
}

async function prepareAll(
  documents: readonly Preparing[],
  context: PrepareContext,
  onPrepared: (at: number) => void,
): Promise<Result<Omit<PreparedShare, 'fallbackBytes'>>> {
  const prepared: PreparedDocument[] = [];
  const refused: DocumentRow[] = [];
  const despiteRights: DocumentId[] = [];
  for (const { at, item, client } of documents) {
    const result = await prepareDocument(item, client, context);
    if (result.ok) {
      prepared.push(result.value);
      if (isWithheld(item.row)) despiteRights.push(result.value.sealed.id);
    } else if (result.error.code.startsWith('storage/')) return result;
    else refused.push({ ...item.row, status: 'refused', refusal: result.error });
    onPrepared(at);
  }
  return ok({ documents: prepared, refused, despiteRights });
}
