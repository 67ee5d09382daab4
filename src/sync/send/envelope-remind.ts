import { envelopeReminderAnswerSchema } from '../../contract/envelope-event.schema';
import { envelopeAnswerSchema } from '../../contract/envelope.schema';
import { readWire } from '../../contract/read-wire';
import { apiPaths } from '../../core/outbox/api-paths';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { ok } from '../../core/result';
import { classifyResponse, lookFailed } from '../classify-response';
import { readAnswer } from '../read-answer';
import { frozenRequest } from './send-context';
import type { SendContext, Sending } from './send-context';

const DONE: SendOutcome = { kind: 'done', result: { kind: 'none' } };

/** Once by its key; refused when nobody is awaited any more, so that a signature is never followed by a reminder. */
export async function sendReminder({ frozen }: Sending<'envelope-remind'>, context: SendContext): Promise<SendOutcome> {
  const answer = await context.http.request(frozenRequest(frozen, context.signal));
  return classifyResponse(
    answer,
    (body) => {
      const read = readWire(envelopeReminderAnswerSchema, body);
      return read.ok ? ok({ kind: 'none' as const }) : read;
    },
    context.now(),
  );
}

/** A look for a wish to cancel: has any reminder left since this one was asked for? */
export async function lookForReminder(
  { entry, task }: Sending<'envelope-remind'>,
  { http, signal, now }: SendContext,
): Promise<SendOutcome> {
  const answer = await http.request({ method: 'GET', path: apiPaths.envelope(task.envelopeId), signal });
  const read = readAnswer(answer, envelopeAnswerSchema, now());
  if (!read.ok) return lookFailed(read.error);
  const { lastReminderAt } = read.value.data;
  return lastReminderAt && Date.parse(lastReminderAt) >= entry.createdAt ? DONE : { kind: 'absent' };
}
