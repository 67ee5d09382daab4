import type { OfficeTask } from '../../src/core/tasks/office-task';

/** A fictitious task. */
export const taskOf = (id: number, more: Partial<OfficeTask> = {}): OfficeTask => ({
  id,
  title: `Tâche fictive ${id}`,
  description: '',
  status: 0,
  active: true,
  startDate: null,
  endDate: null,
  client: null,
  assigneeId: null,
  labels: [],
  etag: `"v${id}"`,
  ...more,
});
