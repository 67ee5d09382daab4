import type { OutboxTask } from '../outbox/outbox-entry';
import type { TaskChange } from './task-change';

/** Tasks that one bulk request takes, at most (the contract's limit). */
export const TASKS_PER_REQUEST = 500;

/** What the server can do for tasks. */
export type TaskRoute = 'bulk' | 'one-by-one';

/** The changes of one bulk edit → what the outbox sends: in parts where there is a bulk route, else one by one. */
export function taskEntries(changes: readonly TaskChange[], route: TaskRoute): readonly OutboxTask[] {
  if (route === 'one-by-one') return changes.map((change) => ({ kind: 'task-update', change }));
  const parts: OutboxTask[] = [];
  for (let from = 0; from < changes.length; from += TASKS_PER_REQUEST) {
    parts.push({ kind: 'tasks-bulk', changes: changes.slice(from, from + TASKS_PER_REQUEST) });
  }
  return parts;
}
