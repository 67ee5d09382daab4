import type { DateEdit, TaskEdit } from '../../core/tasks/edit-tasks';

type DateChoice = 'keep' | DateEdit['kind'];

/** The bulk edit as its fields are filled in; texts as typed. */
export interface EditForm {
  readonly status: string;
  readonly start: DateField;
  readonly end: DateField;
  readonly assignee: string;
  readonly description: 'keep' | 'replace' | 'append';
  readonly descriptionText: string;
  readonly addLabels: string;
  readonly removeLabels: readonly string[];
}

export interface DateField {
  readonly choice: DateChoice;
  readonly date: string;
  readonly days: string;
}

const KEPT_DATE: DateField = { choice: 'keep', date: '', days: '7' };

export const EMPTY_FORM: EditForm = {
  status: 'keep',
  start: KEPT_DATE,
  end: KEPT_DATE,
  assignee: 'keep',
  description: 'keep',
  descriptionText: '',
  addLabels: '',
  removeLabels: [],
};

/** What the form asks for; a field that is not filled in asks for nothing. */
export function readForm(form: EditForm): TaskEdit {
  const startDate = readDate(form.start);
  const endDate = readDate(form.end);
  const add = form.addLabels
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
  const text = form.descriptionText.trim();
  return {
    ...(form.status === 'keep' ? {} : { status: Number(form.status) }),
    ...(startDate === null ? {} : { startDate }),
    ...(endDate === null ? {} : { endDate }),
    ...(form.assignee === 'keep' ? {} : { assigneeId: form.assignee === 'none' ? null : form.assignee }),
    ...(form.description === 'keep' || (form.description === 'append' && text === '')
      ? {}
      : { description: { kind: form.description, text } }),
    ...(add.length === 0 && form.removeLabels.length === 0 ? {} : { labels: { add, remove: form.removeLabels } }),
  };
}

function readDate({ choice, date, days }: DateField): DateEdit | null {
  if (choice === 'clear') return { kind: 'clear' };
  if (choice === 'set') return /^\d{4}-\d{2}-\d{2}$/.test(date) ? { kind: 'set', date } : null;
  const count = Number(days);
  return choice === 'move' && Number.isInteger(count) && count !== 0 && Math.abs(count) <= 3650
    ? { kind: 'move', days: count }
    : null;
}
