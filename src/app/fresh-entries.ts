import { appError } from '../core/app-error';
import type { PlannedTask } from '../core/clients/plan-to-tasks';
import type { BatchId } from '../core/ids';
import { newEntry } from '../core/outbox/new-entry';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { err, ok, type Result } from '../core/result';
import { randomId } from '../vault/random-id';
import type { ClientsCommit, ClientsWorkerApi } from '../worker-bridge/clients-worker-api';
import type { WorkerHandle } from '../worker-bridge/worker-handle';

/** The entries of a commit, its tasks fetched a thousand at a time: all in one message would stop the page. */
export async function freshEntries(
  worker: Pick<WorkerHandle<Pick<ClientsWorkerApi, 'nextTasks'>>, 'call'>,
  { tasks, moreTasks }: Pick<ClientsCommit, 'tasks' | 'moreTasks'>,
  { batch, now }: { readonly batch: BatchId; readonly now: number },
): Promise<Result<OutboxEntry[]>> {
  const entries: OutboxEntry[] = [];
  const add = (some: readonly PlannedTask[]): void => {
    for (const task of some)
      entries.push(newEntry({ ...task, batch, order: entries.length }, { now, newId: randomId }));
  };
  add(tasks);
  const total = tasks.length + moreTasks;
  while (entries.length < total) {
    const next = await worker.call(async (api) => ok(await api.nextTasks()));
    if (!next.ok) return next;
    // A worker that was lost meanwhile has none left. Half a list is no list, and nothing was written yet.
    if (next.value.length === 0) return err(appError('batch/preview-stale'));
    add(next.value);
  }
  return ok(entries);
}
