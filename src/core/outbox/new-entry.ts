import type { BatchId, NewId, OutboxEntryId } from '../ids';
import { isHandTask } from './hand-mark';
import type { OutboxEntry, OutboxTask } from './outbox-entry';

/** A fresh entry: due at once, its random Idempotency-Key given for good. `now` is in epoch milliseconds. */
export function newEntry(
  parts: {
    readonly id: OutboxEntryId;
    readonly batch: BatchId;
    readonly order: number;
    readonly dependsOn: readonly OutboxEntryId[];
    readonly task: OutboxTask;
  },
  context: { readonly now: number; readonly newId: NewId },
): OutboxEntry {
  return {
    ...parts,
    idempotencyKey: context.newId<string>(),
    frozen: null,
    state: isHandTask(parts.task) ? { kind: 'by-hand', marks: [] } : { kind: 'waiting' },
    attempts: 0,
    dueAt: context.now,
    createdAt: context.now,
    lastError: null,
  };
}
