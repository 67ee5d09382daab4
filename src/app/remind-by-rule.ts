import type { FollowedEnvelope } from '../core/follow-up/followed-envelope';
import { dueReminder } from '../core/follow-up/reminder-rule';
import type { ReminderRule } from '../core/follow-up/reminder-rule';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import { queueTasks } from './queue-tasks';
import type { QueueParts } from './queue-tasks';
import type { Repositories } from './repositories';

export interface RemindParts extends QueueParts {
  readonly repositories: QueueParts['repositories'] & Pick<Repositories, 'outbox'>;
}

/**
 * Queues the reminders that are due, once per envelope and number for the whole office: every workstation gives the
 * same Idempotency-Key to the same reminder. None for an envelope that is being taken back. `now` is the office's local
 * time. Answers how many.
 */
export async function remindByRule(
  parts: RemindParts,
  envelopes: readonly FollowedEnvelope[],
  rule: ReminderRule,
  now: Date,
): Promise<Result<number>> {
  const tasks = envelopes.flatMap((envelope) => {
    const number = dueReminder(envelope, rule, now);
    return number === null
      ? []
      : [
          {
            task: { kind: 'envelope-remind', envelopeId: envelope.id } as const,
            idempotencyKey: `reminder-${number}-of-${envelope.id}`,
          },
        ];
  });
  if (tasks.length === 0) return ok(0);
  const outbox = await parts.repositories.outbox.all();
  if (!outbox.ok) return outbox;
  const known = new Set(outbox.value.entries.map(({ idempotencyKey }) => idempotencyKey));
  const leaving = new Set(outbox.value.entries.flatMap(takenBack));
  const fresh = tasks.filter(({ idempotencyKey, task }) => !known.has(idempotencyKey) && !leaving.has(task.envelopeId));
  if (fresh.length === 0) return ok(0);
  const queued = await queueTasks(parts, 'follow-up', fresh);
  return queued.ok ? ok(fresh.length) : queued;
}

/** The envelope that an entry takes back, unless it was given up. */
const takenBack = ({ task, state }: OutboxEntry): string[] =>
  task.kind === 'envelope-void' && state.kind !== 'rejected' && state.kind !== 'cancelled' ? [task.envelopeId] : [];
