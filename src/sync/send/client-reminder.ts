import { reminderAnswerSchema, reminderSchema } from '../../contract/reminder.schema';
import { readWire } from '../../contract/read-wire';
import { apiPaths } from '../../core/outbox/api-paths';
import type { SendOutcome } from '../../core/outbox/send-outcome';
import { ok } from '../../core/result';
import { classifyResponse, lookFailed } from '../classify-response';
import { pullDocumented } from '../pull';
import { frozenRequest } from './send-context';
import type { SendContext, Sending } from './send-context';

/**
 * `POST reminders` knows no idempotency: once an attempt may have arrived, the list is read for the reference that its
 * notes carry before anything is sent again.
 */
export async function sendClientReminder(
  sending: Sending<'client-reminder'>,
  context: SendContext,
): Promise<SendOutcome> {
  if (sending.entry.mayHaveArrived) {
    const found = await lookForClientReminder(sending, context);
    if (found.kind !== 'absent') return found;
  }
  const answer = await context.http.request(frozenRequest(sending.frozen, context.signal));
  return classifyResponse(answer, readMade, context.now());
}

/** The reference is random: no other reminder holds it. */
export async function lookForClientReminder(
  { entry }: Sending<'client-reminder'>,
  context: SendContext,
): Promise<SendOutcome> {
  const reminders = await pullDocumented(apiPaths.reminders, reminderSchema, context);
  if (!reminders.ok) return lookFailed(reminders.error);
  return reminders.value.some(({ notes }) => String(notes ?? '').includes(entry.idempotencyKey))
    ? { kind: 'done', result: { kind: 'none' } }
    : { kind: 'absent' };
}

function readMade(body: string) {
  const read = readWire(reminderAnswerSchema, body);
  return read.ok ? ok({ kind: 'none' as const }) : read;
}
