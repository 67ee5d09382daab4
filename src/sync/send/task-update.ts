import { taskAnswerSchema } from '../../contract/task.schema';
import { documentedToOfficeTask } from '../../contract/task-to-core';
import type { FrozenRequest } from '../../core/outbox/outbox-entry';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { err, ok } from '../../core/result';
import { matchesTask } from '../../core/tasks/matches-task';
import { sameTaskValue, TASK_FIELDS } from '../../core/tasks/task-change';
import type { TaskChange } from '../../core/tasks/task-change';
import type { OfficeTask } from '../../core/tasks/office-task';
import { classifyResponse, lookFailed, unexpected } from '../classify-response';
import { readAnswer } from '../read-answer';
import { parseObject } from '../read-problem';
import { frozenRequest } from './send-context';
import type { SendContext, Sending } from './send-context';

const DONE: SendOutcome = { kind: 'done', result: { kind: 'none' } };

/** `PUT tasks/{id}` (inferred from the documentation) has no version: read, compare, write, each time. */
export async function sendTaskUpdate(
  { task, frozen }: Sending<'task-update'>,
  context: SendContext,
): Promise<SendOutcome> {
  const read = await readTask(frozen, context);
  if ('outcome' in read) return read.outcome;
  if (matchesTask(read.task, task.change.after)) return DONE;
  if (!isAsSeen(read.task, task.change)) {
    return { kind: 'rejected', problem: { status: 412, code: 'precondition-failed', detail: '' } };
  }
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(
    answer,
    (body) => (parseObject(body) === null ? err(unexpected(200)) : ok({ kind: 'none' as const })),
    context.now(),
  );
}

/** A look for a wish to cancel: `absent` unless the server has every value we want. */
export async function lookForTaskUpdate(
  { task, frozen }: Sending<'task-update'>,
  context: SendContext,
): Promise<SendOutcome> {
  const read = await readTask(frozen, context);
  if ('outcome' in read) return read.outcome;
  return matchesTask(read.task, task.change.after) ? DONE : { kind: 'absent' };
}

async function readTask(
  { path }: FrozenRequest,
  { http, signal, now }: SendContext,
): Promise<{ readonly task: OfficeTask } | { readonly outcome: SendOutcome }> {
  const answer = await http.request({ method: 'GET', path, signal });
  const read = readAnswer(answer, taskAnswerSchema, now());
  return read.ok ? { task: documentedToOfficeTask(read.value.data) } : { outcome: lookFailed(read.error) };
}

/** Each field is as we saw it, or already as we want it (a part of our own write may have arrived). */
function isAsSeen(task: OfficeTask, { before, after }: TaskChange): boolean {
  return TASK_FIELDS.every(
    (field) =>
      after[field] === undefined ||
      sameTaskValue(task[field], before[field]) ||
      sameTaskValue(task[field], after[field]),
  );
}
