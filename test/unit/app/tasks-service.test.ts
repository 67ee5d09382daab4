import { expect, it } from 'vitest';
import { TasksService } from '../../../src/app/tasks-service.svelte';
import type { TasksParts } from '../../../src/app/tasks-service.svelte';
import type { OfficeTask } from '../../../src/core/tasks/office-task';
import { ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';

const task = (title: string): OfficeTask => ({
  id: 1,
  title,
  description: '',
  status: 0,
  active: true,
  startDate: null,
  endDate: null,
  client: null,
  assigneeId: null,
  labels: [],
  etag: null,
});

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
  answers[0]?.(ok([task('before the edit')]));
  await before;
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(ok([task('after it')]));
  await after;
  expect(service.tasks.map(({ title }) => title)).toEqual(['after it']);
});
