import { expect, it } from 'vitest';
import { TasksService } from '../../../src/app/tasks-service.svelte';
import type { TasksParts } from '../../../src/app/tasks-service.svelte';
import type { OfficeTask } from '../../../src/core/tasks/office-task';
import { ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import { taskOf } from '../../fakes/office-tasks';

it('a reading asked for during another is one begun after it: what was under way may not hold the last edit', async () => {
  const answers: ((tasks: Result<readonly OfficeTask[]>) => void)[] = [];
  const parts = {
    repositories: {
      settings: { getSealedJson: async () => ok(null), putSealedJson: async () => ok(null) },
    },
    api: { officeTasks: () => new Promise<Result<readonly OfficeTask[]>>((answer) => answers.push(answer)) },
    server: { clients: async () => ok([]) },
    capability: () => false,
    now: () => 0,
  } as unknown as TasksParts;
  const service = new TasksService(parts);
  const before = service.refresh();
  await expect.poll(() => answers.length).toBe(1);
  const after = service.refresh();
  answers[0]?.(ok([taskOf(1, { title: 'before the edit' })]));
  await before;
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(ok([taskOf(1, { title: 'after it' })]));
  await after;
  expect(service.tasks.map(({ title }) => title)).toEqual(['after it']);
});
