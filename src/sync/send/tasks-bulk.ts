import { extensionTaskSchema, tasksBulkAnswerSchema } from '../../contract/extension-task.schema';
import type { TasksBulkResult } from '../../contract/extension-task.schema';
import { readWire } from '../../contract/read-wire';
import { toOfficeTask } from '../../contract/task-to-core';
import { appError } from '../../core/app-error';
import { apiPaths } from '../../core/outbox/api-paths';
import type { OutboxResult } from '../../core/outbox/outbox-entry';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { err, ok } from '../../core/result';
import type { Result } from '../../core/result';
import { matchesTask } from '../../core/tasks/matches-task';
import type { TaskChange } from '../../core/tasks/task-change';
import { classifyResponse, lookFailed } from '../classify-response';
import { pullExtension } from '../pull';
import { frozenRequest } from './send-context';
import type { SendContext, Sending, TaskOf } from './send-context';

/** The whole answer is remembered under the Idempotency-Key: sent again, it answers what became of the first. */
export async function sendTasksBulk(
  { task, frozen }: Sending<'tasks-bulk'>,
  context: SendContext,
): Promise<SendOutcome> {
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(answer, (body) => readBulk(body, task.changes), context.now());
}

/** A look for a wish to cancel: nothing arrived unless some task has what we wanted of it. */
export async function lookForTasks({ changes }: TaskOf<'tasks-bulk'>, context: SendContext): Promise<SendOutcome> {
  const pulled = await pullExtension(apiPaths.extensionTasks, extensionTaskSchema, context);
  if (!pulled.ok) return lookFailed(pulled.error);
  const tasks = new Map(pulled.value.map((task) => [task.id, toOfficeTask(task)]));
  const done = changes.flatMap(({ id, after }) => {
    const task = tasks.get(id);
    return task !== undefined && task.etag !== null && matchesTask(task, after) ? [[id, task.etag] as const] : [];
  });
  if (done.length === 0) return { kind: 'absent' };
  const arrived = new Set(done.map(([id]) => id));
  const refused = changes
    .filter(({ id }) => !arrived.has(id))
    .map(({ id, title }) => ({ id, title, status: 0, code: 'cancelled', detail: '' }));
  return { kind: 'done', result: { kind: 'tasks', done, refused } };
}

/** One result per item, in order; an answer that leaves one out is no answer. */
function readBulk(body: string, changes: readonly TaskChange[]): Result<OutboxResult> {
  const read = readWire(tasksBulkAnswerSchema, body);
  if (!read.ok) return read;
  const results = new Map<number, TasksBulkResult>(read.value.data.map((result) => [result.id, result]));
  if (changes.some(({ id }) => !results.has(id))) {
    return err(appError('api/unexpected-answer', { reason: 'tasks-missing' }));
  }
  const done: (readonly [number, string])[] = [];
  const refused = [];
  for (const { id, title } of changes) {
    const result = results.get(id);
    if (result?.task) done.push([id, result.task.etag]);
    else {
      const { code, detail } = result?.problem ?? { code: 'unknown' };
      refused.push({ id, title, status: result?.status ?? 0, code, detail: detail ?? '' });
    }
  }
  return ok({ kind: 'tasks', done, refused });
}
