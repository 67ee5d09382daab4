import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TASKS_BULK_LIMIT } from '../../../src/contract/extension-task.schema';
import { planTaskEdit } from '../../../src/core/tasks/edit-tasks';
import type { TaskEdit } from '../../../src/core/tasks/edit-tasks';
import { matchesTask } from '../../../src/core/tasks/matches-task';
import { TASKS_PER_REQUEST, taskEntries } from '../../../src/core/tasks/task-entries';
import { taskBatches } from '../../../src/core/tasks/task-batches';
import { undoChanges } from '../../../src/core/tasks/undo-tasks';
import type { OutboxEntry, OutboxTask } from '../../../src/core/outbox/outbox-entry';
import { taskOf } from '../../fakes/office-tasks';
import { entryOf } from '../../fakes/outbox-entries';

describe('a bulk edit of tasks', () => {
  it('changes only what is asked, and leaves out tasks that are so already', () => {
    const tasks = [taskOf(1, { status: 2 }), taskOf(2, { status: 1, description: 'note' }), taskOf(3, { status: 2 })];
    expect(planTaskEdit(tasks, { status: 2 })).toEqual({
      changes: [{ id: 2, title: 'Tâche fictive 2', etag: '"v2"', before: { status: 1 }, after: { status: 2 } }],
      unchanged: 2,
      reversed: 0,
    });
  });

  it.each([
    ['set', { kind: 'set', date: '2026-05-01' }, '2026-03-28', '2026-05-01'],
    ['moved over the change of clocks and a leap day', { kind: 'move', days: 3 }, '2028-02-27', '2028-03-01'],
    ['moved back over a year', { kind: 'move', days: -1 }, '2026-01-01', '2025-12-31'],
    ['taken away', { kind: 'clear' }, '2026-03-28', null],
  ] as const)('a date is %s', (_how, endDate, before, after) => {
    const [change] = planTaskEdit([taskOf(1, { endDate: before })], { endDate }).changes;
    expect(change?.after).toEqual({ endDate: after });
  });

  it('a date that is missing is not moved', () => {
    expect(planTaskEdit([taskOf(1)], { startDate: { kind: 'move', days: 7 } }).changes).toEqual([]);
  });

  it('says how many would end before they start', () => {
    const tasks = [taskOf(1, { startDate: '2026-04-10', endDate: '2026-04-20' }), taskOf(2)];
    expect(planTaskEdit(tasks, { endDate: { kind: 'set', date: '2026-04-01' } }).reversed).toBe(1);
  });

  it('adds to a description on a line of its own, and keeps labels once each', () => {
    const task = taskOf(1, { description: 'Avant', labels: ['T1', 'Urgent'] });
    const [change] = planTaskEdit([task], {
      description: { kind: 'append', text: 'Après' },
      labels: { add: ['T1', 'Signé'], remove: ['Urgent'] },
    }).changes;
    expect(change?.after).toEqual({ description: 'Avant\nAprès', labels: ['T1', 'Signé'] });
  });

  it('sends as many requests as the server’s limit asks for, and loses none', () => {
    expect(TASKS_PER_REQUEST).toBe(TASKS_BULK_LIMIT);
    const changes = planTaskEdit(
      Array.from({ length: 1_201 }, (_, index) => taskOf(index + 1)),
      { status: 3 },
    ).changes;
    const entries = taskEntries(changes, 'bulk');
    expect(entries.map((task) => (task.kind === 'tasks-bulk' ? task.changes.length : 0))).toEqual([500, 500, 201]);
    expect(taskEntries(changes, 'one-by-one')).toHaveLength(1_201);
  });
});

const anyTask = fc
  .record({
    status: fc.nat(3),
    endDate: fc.option(fc.constantFrom('2026-03-01', '2026-04-30')),
    description: fc.constantFrom('', 'note'),
    labels: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  })
  .map((values) => taskOf(7, values));
const anyEdit: fc.Arbitrary<TaskEdit> = fc.record(
  {
    status: fc.nat(3),
    endDate: fc.constantFrom(
      { kind: 'clear' } as const,
      { kind: 'move', days: 2 } as const,
      { kind: 'set', date: '2026-04-30' } as const,
    ),
    labels: fc.record({
      add: fc.uniqueArray(fc.constantFrom('a', 'd')),
      remove: fc.uniqueArray(fc.constantFrom('b', 'c')),
    }),
  },
  { requiredKeys: [] },
);

it('property: a change applied and then undone leaves the task as it was', () => {
  fc.assert(
    fc.property(anyTask, anyEdit, (task, edit) => {
      const [change] = planTaskEdit([task], edit).changes;
      if (change === undefined) return;
      const changed = { ...task, ...change.after, etag: '"next"' };
      expect(matchesTask(changed, change.after)).toBe(true);
      const done: OutboxEntry = settled({ kind: 'tasks-bulk', changes: [change] }, [[7, '"next"']], []);
      const [undo] = undoChanges(done);
      expect(undo?.etag).toBe('"next"');
      expect({ ...changed, ...undo?.after, etag: task.etag }).toEqual(task);
    }),
  );
});

function settled(
  task: OutboxTask,
  done: readonly (readonly [number, string])[],
  refused: readonly { id: number; title: string; status: number; code: string; detail: string }[],
): OutboxEntry {
  return { ...entryOf('e-1', task), state: { kind: 'done', at: 1, result: { kind: 'tasks', done, refused } } };
}

describe('what became of a bulk edit', () => {
  const changes = planTaskEdit([taskOf(1), taskOf(2), taskOf(3)], { status: 2 }).changes;
  const refused = { id: 2, title: 'Tâche fictive 2', status: 412, code: 'precondition-failed', detail: '' };

  it('counts done, refused and left over all its requests', () => {
    const first = settled(
      { kind: 'tasks-bulk', changes },
      [
        [1, '"n"'],
        [3, '"n"'],
      ],
      [refused],
    );
    const second = entryOf('e-2', { kind: 'tasks-bulk', changes });
    const [batch] = taskBatches([first, second]);
    expect(batch).toMatchObject({ done: 2, left: 3, refused: [refused] });
  });

  it('undoes only what was done, under the version it was left at', () => {
    const entry = settled(
      { kind: 'tasks-bulk', changes },
      [
        [1, '"n1"'],
        [3, '"n3"'],
      ],
      [refused],
    );
    expect(undoChanges(entry).map(({ id, etag, after }) => [id, etag, after])).toEqual([
      [1, '"n1"', { status: 0 }],
      [3, '"n3"', { status: 0 }],
    ]);
    expect(undoChanges(entryOf('e-3', { kind: 'tasks-bulk', changes }))).toEqual([]);
  });

  it('a refusal of a whole request is told of each of its tasks', () => {
    const entry: OutboxEntry = {
      ...entryOf('e-4', { kind: 'tasks-bulk', changes }),
      state: { kind: 'rejected', at: 1, problem: { status: 422, code: 'invalid-body', detail: 'non' } },
    };
    expect(taskBatches([entry])[0]?.refused).toHaveLength(3);
  });
});
