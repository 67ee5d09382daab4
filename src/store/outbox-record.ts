import { laneOf } from '../core/outbox/lane';
import type { OutboxEntry, OutboxLane } from '../core/outbox/outbox-entry';
import type { Result } from '../core/result';
import type { Sealer } from '../core/sealing';
import type { OutboxRecord } from './records';
import { openJsonWith, sealJsonWith } from './sealed-json';

/** Lanes that a sync loop has work in, now or later. */
export const RUNNING_LANES = ['waiting', 'sending', 'needs-sign-in'] as const satisfies readonly OutboxLane[];
export const UNSETTLED_LANES = [...RUNNING_LANES, 'held'] as const satisfies readonly OutboxLane[];

/** As in `sync/ports`. */
export interface StoredEntry {
  readonly entry: OutboxEntry;
  readonly revision: number;
}

const context = (id: string): string => `outbox:${id}`;

/** Only what an index needs stays outside the seal. */
export async function sealedEntry(sealer: Sealer, entry: OutboxEntry, revision: number): Promise<OutboxRecord> {
  const { id, batch, order, dueAt } = entry;
  const sealed = await sealJsonWith(sealer, context(id), entry);
  return { id, batch, order, lane: laneOf(entry.state), dueAt, revision, sealed };
}

export const openedEntry = (sealer: Sealer, record: OutboxRecord): Promise<Result<OutboxEntry>> =>
  openJsonWith<OutboxEntry>(sealer, context(record.id), record.sealed);
