import type { OutboxEntry } from '../outbox/outbox-entry';
import type { TaskChange } from './task-change';

/**
 * The changes that take back what an entry did: only what the server acknowledged, and under the version that it left,
 * so that a task changed again since is refused and not overwritten.
 */
export function undoChanges({ task, state }: Pick<OutboxEntry, 'task' | 'state'>): readonly TaskChange[] {
  if (state.kind !== 'done') return [];
  if (task.kind === 'task-update') return [reversed(task.change, null)];
  if (task.kind !== 'tasks-bulk' || state.result.kind !== 'tasks') return [];
  const etags = new Map(state.result.done);
  return task.changes.flatMap((change) => {
    const etag = etags.get(change.id);
    return etag === undefined ? [] : [reversed(change, etag)];
  });
}

function reversed({ id, title, before, after }: TaskChange, etag: string | null): TaskChange {
  return { id, title, etag, before: after, after: before };
}
