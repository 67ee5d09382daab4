import type { BatchId } from '../../core/ids';
import { markOf } from '../../core/outbox/hand-mark';
import type { OutboxEntry } from '../../core/outbox/outbox-entry';
import { remindableClients } from '../../core/package/client-reminders';

/** One import whose envelopes go by hand, with how far they are. */
export interface HandBatch {
  readonly batch: BatchId;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly envelopes: number;
  readonly exported: number;
  readonly transmitted: number;
  /** Clients whose envelopes are not transmitted and who have no reminder in GEM-BOOKS. */
  readonly unreminded: number;
  /** ISO date on which its folders are to be followed up. */
  readonly followUpOn: string | null;
}

/** Latest first, as the entries come. Withdrawn envelopes are left out. */
export function handBatches(entries: readonly OutboxEntry[]): readonly HandBatch[] {
  const batches = new Map<BatchId, HandBatch>();
  for (const { batch, createdAt, task, state } of entries) {
    if (task.kind !== 'hand-envelope' || state.kind !== 'by-hand') continue;
    const followUpOn = task.draft.followUpOn ?? null;
    const none = { envelopes: 0, exported: 0, transmitted: 0, unreminded: 0 };
    const known = batches.get(batch) ?? { batch, createdAt, followUpOn, ...none };
    batches.set(batch, {
      ...known,
      envelopes: known.envelopes + 1,
      exported: known.exported + (markOf(state.marks, 'exported') ? 1 : 0),
      transmitted: known.transmitted + (markOf(state.marks, 'transmitted') ? 1 : 0),
    });
  }
  return [...batches.values()].map((one) => ({ ...one, unreminded: remindableClients(entries, one.batch).size }));
}
