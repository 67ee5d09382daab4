import { describe, expect, it } from 'vitest';
import { filterTasks, NO_FILTER } from '../../../src/core/tasks/filter-tasks';
import type { TaskFilter } from '../../../src/core/tasks/filter-tasks';
import { taskOf } from '../../fakes/office-tasks';

const TASKS = [
  taskOf(1, { endDate: '2026-04-10', assigneeId: 'am-1', labels: ['Urgent'], client: 5 }),
  taskOf(2, { endDate: '2026-04-02', status: 2 }),
  taskOf(3, { title: 'Réviser la déclaration', endDate: null }),
  taskOf(4, { active: false, endDate: '2026-03-01' }),
];
const context = {
  today: '2026-04-05',
  clientName: ({ client }: { client: number | null }) => (client === 5 ? 'Zoé Fictive' : null),
};
const shown = (filter: Partial<TaskFilter>) =>
  filterTasks(TASKS, { ...NO_FILTER, ...filter }, context).map(({ id }) => id);

describe('tasks shown', () => {
  it.each<[string, Partial<TaskFilter>, number[]]>([
    ['open ones by due date, those without one last', {}, [2, 1, 3]],
    ['closed ones too', { closed: true }, [4, 2, 1, 3]],
    ['by status', { status: 2 }, [2]],
    ['by assignee', { assignee: 'am-1' }, [1]],
    ['of nobody', { assignee: 'none' }, [2, 3]],
    ['by label', { label: 'Urgent' }, [1]],
    ['overdue', { due: 'late' }, [2]],
    ['within a week', { due: 'week' }, [1]],
    ['without a due date', { due: 'none' }, [3]],
    ['by words without accents', { search: 'DECLARATION reviser' }, [3]],
    ['by the client’s name', { search: 'zoe' }, [1]],
  ])('%s', (_what, filter, ids) => {
    expect(shown(filter)).toEqual(ids);
  });
});
