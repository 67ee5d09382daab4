import { foldText } from '../fold-text';
import { addDays } from './add-days';
import type { OfficeTask } from './office-task';

export type DueFilter = 'any' | 'late' | 'week' | 'none';

export interface TaskFilter {
  readonly status: number | 'any';
  /** An id, `none` = nobody. */
  readonly assignee: string | 'any' | 'none';
  readonly label: string | 'any';
  readonly due: DueFilter;
  readonly closed: boolean;
  /** Words that must all be in the title, description, client's name or labels; accents and case do not count. */
  readonly search: string;
}

export const NO_FILTER: TaskFilter = {
  status: 'any',
  assignee: 'any',
  label: 'any',
  due: 'any',
  closed: false,
  search: '',
};

/** `today` is yyyy-mm-dd in the office's time. Order: the end date, those without one last, then as they came. */
export function filterTasks(
  tasks: readonly OfficeTask[],
  filter: TaskFilter,
  context: { readonly today: string; readonly clientName: (task: OfficeTask) => string | null },
): readonly OfficeTask[] {
  const words = foldText(filter.search)
    .split(' ')
    .filter((word) => word !== '');
  const inAWeek = addDays(context.today, 7);
  const kept = tasks.filter((task) => {
    if (!filter.closed && !task.active) return false;
    if (filter.status !== 'any' && task.status !== filter.status) return false;
    if (filter.assignee !== 'any' && task.assigneeId !== (filter.assignee === 'none' ? null : filter.assignee))
      return false;
    if (filter.label !== 'any' && !task.labels.includes(filter.label)) return false;
    if (!isDue(task.endDate, filter.due, context.today, inAWeek)) return false;
    if (words.length === 0) return true;
    const text = foldText([task.title, task.description, context.clientName(task) ?? '', ...task.labels].join(' '));
    return words.every((word) => text.includes(word));
  });
  return kept.sort((a, b) => compareDates(a.endDate, b.endDate));
}

function isDue(date: string | null, due: DueFilter, today: string, inAWeek: string): boolean {
  if (due === 'any') return true;
  if (due === 'none') return date === null;
  if (date === null) return false;
  return due === 'late' ? date < today : date >= today && date <= inAWeek;
}

function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
