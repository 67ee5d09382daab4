import type { BatchId } from '../ids';
import type { OutboxEntry } from '../outbox/outbox-entry';
import type { RefusedTask, TaskChange } from './task-change';

/** One bulk edit as the technician made it, whatever the number of requests it took. */
export interface TaskBatch {
  readonly id: BatchId;
  readonly createdAt: number;
  readonly changes: readonly TaskChange[];
  readonly done: number;
  readonly refused: readonly RefusedTask[];
  /** Not answered yet: waiting, being sent, or held. */
  readonly left: number;
  readonly entries: readonly OutboxEntry[];
}

/** The bulk edits among the outbox's entries, newest first. */
export function taskBatches(entries: readonly OutboxEntry[]): readonly TaskBatch[] {
  const batches = new Map<BatchId, OutboxEntry[]>();
  for (const entry of entries) {
    if (entry.task.kind !== 'tasks-bulk' && entry.task.kind !== 'task-update') continue;
    const batch = batches.get(entry.batch);
    if (batch) batch.push(entry);
    else batches.set(entry.batch, [entry]);
  }
  return [...batches.values()].map(describeBatch).sort((a, b) => b.createdAt - a.createdAt);
}

function describeBatch(entries: readonly OutboxEntry[]): TaskBatch {
  const [first] = entries;
  if (first === undefined) throw new Error('a batch has at least one entry');
  const outcomes = entries.map(outcomeOf);
  return {
    id: first.batch,
    createdAt: first.createdAt,
    changes: entries.flatMap(changesOf),
    done: outcomes.reduce((sum, { done }) => sum + done, 0),
    refused: outcomes.flatMap(({ refused }) => refused),
    left: outcomes.reduce((sum, { left }) => sum + left, 0),
    entries,
  };
}

export function changesOf({ task }: Pick<OutboxEntry, 'task'>): readonly TaskChange[] {
  if (task.kind === 'tasks-bulk') return task.changes;
  return task.kind === 'task-update' ? [task.change] : [];
}

function outcomeOf(entry: OutboxEntry): { done: number; refused: readonly RefusedTask[]; left: number } {
  const changes = changesOf(entry);
  const { state } = entry;
  const all = (status: number, code: string, detail: string): readonly RefusedTask[] =>
    changes.map(({ id, title }) => ({ id, title, status, code, detail }));
  switch (state.kind) {
    case 'done':
      return state.result.kind === 'tasks'
        ? { done: state.result.done.length, refused: state.result.refused, left: 0 }
        : { done: changes.length, refused: [], left: 0 };
    case 'rejected':
      return { done: 0, refused: all(state.problem.status, state.problem.code, state.problem.detail), left: 0 };
    case 'conflict':
      return { done: 0, refused: all(412, 'precondition-failed', ''), left: 0 };
    case 'cancelled':
    case 'already-done':
      return { done: 0, refused: [], left: 0 };
    default:
      return { done: 0, refused: [], left: changes.length };
  }
}
