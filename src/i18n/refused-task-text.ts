import type { Language } from '../core/language';
import type { RefusedTask } from '../core/tasks/task-change';
import { messagesFor } from './messages';

/** Why one task of a bulk edit was not changed, and what to do. */
export function refusedTaskText({ status, code, detail }: RefusedTask, language: Language): string {
  const { tasks } = messagesFor(language);
  switch (code) {
    case 'precondition-failed':
      return tasks.refused.changed;
    case 'not-found':
      return tasks.refused.gone;
    case 'cancelled':
      return tasks.refused.cancelled;
    default:
      return detail === '' ? tasks.refused.other(status, code) : tasks.refused.says(detail);
  }
}
