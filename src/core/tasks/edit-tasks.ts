import { assertNever } from '../result';
import { addDays } from './add-days';
import type { OfficeTask } from './office-task';
import { sameTaskValue, TASK_FIELDS } from './task-change';
import type { TaskChange, TaskField, TaskValues } from './task-change';

/** `move` shifts a date that is there by whole days, and leaves a missing one missing. */
export type DateEdit =
  | { readonly kind: 'set'; readonly date: string }
  | { readonly kind: 'move'; readonly days: number }
  | { readonly kind: 'clear' };

/** **Modification de tâches en lot**: what is to become of every chosen task; an absent field is left alone. */
export interface TaskEdit {
  readonly status?: number;
  readonly startDate?: DateEdit;
  readonly endDate?: DateEdit;
  /** `null` takes the assignee away. */
  readonly assigneeId?: string | null;
  readonly description?: { readonly kind: 'replace' | 'append'; readonly text: string };
  readonly labels?: { readonly add: readonly string[]; readonly remove: readonly string[] };
}

export interface TaskEditPlan {
  readonly changes: readonly TaskChange[];
  /** Tasks that already are as wanted. */
  readonly unchanged: number;
  /** Tasks whose start would come after their end: changed all the same, but said. */
  readonly reversed: number;
}

/** The dry run of a bulk edit, in the order of `tasks`. */
export function planTaskEdit(tasks: readonly OfficeTask[], edit: TaskEdit): TaskEditPlan {
  const changes: TaskChange[] = [];
  let reversed = 0;
  for (const task of tasks) {
    const wanted = { ...task, ...wantedValues(task, edit) };
    const fields = TASK_FIELDS.filter((field) => !sameTaskValue(task[field], wanted[field]));
    if (fields.length === 0) continue;
    if (wanted.startDate !== null && wanted.endDate !== null && wanted.startDate > wanted.endDate) reversed += 1;
    changes.push({
      id: task.id,
      title: task.title,
      etag: task.etag,
      before: pick(task, fields),
      after: pick(wanted, fields),
    });
  }
  return { changes, unchanged: tasks.length - changes.length, reversed };
}

function wantedValues(task: OfficeTask, edit: TaskEdit): TaskValues {
  return {
    status: edit.status ?? task.status,
    startDate: edit.startDate === undefined ? task.startDate : editDate(task.startDate, edit.startDate),
    endDate: edit.endDate === undefined ? task.endDate : editDate(task.endDate, edit.endDate),
    assigneeId: edit.assigneeId === undefined ? task.assigneeId : edit.assigneeId,
    description: edit.description === undefined ? task.description : editText(task.description, edit.description),
    labels: edit.labels === undefined ? task.labels : editLabels(task.labels, edit.labels),
  };
}

function editDate(before: string | null, edit: DateEdit): string | null {
  switch (edit.kind) {
    case 'set':
      return edit.date;
    case 'move':
      return before === null ? null : addDays(before, edit.days);
    case 'clear':
      return null;
    default:
      return assertNever(edit);
  }
}

function editText(before: string, { kind, text }: NonNullable<TaskEdit['description']>): string {
  return kind === 'replace' || before === '' ? text : `${before}\n${text}`;
}

function editLabels(before: readonly string[], { add, remove }: NonNullable<TaskEdit['labels']>): readonly string[] {
  const dropped = new Set(remove);
  return [...new Set([...before.filter((label) => !dropped.has(label)), ...add])];
}

function pick(values: TaskValues, fields: readonly TaskField[]): TaskValues {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
