import type { OfficeTask } from './office-task';
import { sameTaskValue, TASK_FIELDS } from './task-change';
import type { TaskValues } from './task-change';

/** True when the task has each of `values`. */
export function matchesTask(task: OfficeTask, values: TaskValues): boolean {
  return TASK_FIELDS.every((field) => values[field] === undefined || sameTaskValue(task[field], values[field]));
}
