import type { DocumentDecision } from '../core/documents/document-row';
import type { BatchId, RowId } from '../core/ids';
import type { EnvelopeWords } from '../core/envelopes/build-envelope';
import { stepsInSlices } from '../core/in-slices';
import { pendingSteps } from '../core/outbox/pending-steps';
import { documentPlanSteps } from '../core/outbox/plan-document-entries';
import type { DocumentPlanContext } from '../core/outbox/plan-document-entries';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import { enqueueBatch } from '../store/enqueue-batch';
import { nextTask } from '../store/next-task';
import type { NewBatchKey } from '../vault/batch-key';
import { randomId } from '../vault/random-id';
import { sealerOf } from '../vault/seal';
import type { DocumentsSummary, PrepareResult } from '../worker-bridge/documents-worker-api';
import { decisionEvents } from './decision-events';
import type { Repositories } from './repositories';

export interface PreparedBatch {
  readonly batch: BatchId;
  readonly key: NewBatchKey;
  readonly prepared: PrepareResult;
  readonly decisions: readonly (readonly [RowId, DocumentDecision])[];
  readonly sources: DocumentsSummary['sources'];
  readonly plan: EnvelopeWords & Pick<DocumentPlanContext, 'now' | 'invitedAddresses' | 'byHand'>;
}

/** Plans the envelopes of a prepared batch, and puts all of it into the outbox or none. */
export async function queueDocuments(
  repositories: Repositories,
  { batch, key, prepared, decisions, sources, plan }: PreparedBatch,
): Promise<Result<{ readonly envelopes: number; readonly leftOut: readonly RowId[] }>> {
  const unsettled = await repositories.outbox.unsettled();
  const pending = pendingSteps(unsettled.map(({ entry }) => entry));
  const steps = documentPlanSteps(prepared.documents, { ...plan, ...pending, batch, newId: randomId });
  const { entries, envelopes, leftOut } = await stepsInSlices(steps, nextTask);
  repositories.keyring.hold(batch, key.key);
  // A document that nothing sends is not kept: its key goes now, and its bytes in the pack open for nobody.
  const homeless = new Set(leftOut.map(({ document }) => document.sealed.id));
  const documents = prepared.documents.filter(({ sealed }) => !homeless.has(sealed.id));
  const fallbackBytes = prepared.fallbackBytes.filter(([id]) => !homeless.has(id));
  const queued = await enqueueBatch(
    repositories.database,
    repositories.journal,
    {
      id: batch,
      kind: 'documents',
      createdAt: plan.now,
      entries,
      links: [],
      documents,
      fallbackBytes,
      directory: null,
      sources,
      decided: decisionEvents(batch, decisions, { ...prepared, documents }),
    },
    { wrappedKey: key.wrapped, sealer: sealerOf(key.key) },
  );
  if (!queued.ok) {
    repositories.keyring.forget(batch);
    return queued;
  }
  return ok({ envelopes, leftOut: leftOut.map(({ document }) => document.rowId) });
}
