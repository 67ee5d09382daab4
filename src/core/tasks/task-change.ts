import type { TaskId } from './office-task';

/** The fields that a bulk edit may change; an absent one is left as it is. */
export interface TaskValues {
  readonly status?: number;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
  readonly description?: string;
  readonly assigneeId?: string | null;
  readonly labels?: readonly string[];
}

export type TaskField = keyof TaskValues;

export const TASK_FIELDS = [
  'status',
  'startDate',
  'endDate',
  'description',
  'assigneeId',
  'labels',
] as const satisfies readonly TaskField[];

/** Fields that the documented API has; the others need the extension. */
export const DOCUMENTED_TASK_FIELDS: ReadonlySet<TaskField> = new Set([
  'status',
  'startDate',
  'endDate',
  'description',
]);

/** One task's change: `before` and `after` hold the same fields, each different. */
export interface TaskChange {
  readonly id: TaskId;
  /** To say in words what was changed, or refused. */
  readonly title: string;
  readonly etag: string | null;
  readonly before: TaskValues;
  readonly after: TaskValues;
}

/** A change that the server refused; the others of the same edit are done. */
export interface RefusedTask {
  readonly id: TaskId;
  readonly title: string;
  /** HTTP status that a change of it alone would have had. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** Labels are a set: their order says nothing. */
export function sameTaskValue(a: TaskValues[TaskField], b: TaskValues[TaskField]): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
  }
  return a === b;
}
