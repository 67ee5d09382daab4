import { isSettled } from '../core/outbox/is-settled';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { changesOf } from '../core/tasks/task-batches';
import { taskEntries } from '../core/tasks/task-entries';
import { dueMoves } from '../core/tasks/task-rules';
import type { TaskRule } from '../core/tasks/task-rules';
import type { FollowUpControl } from '../ui/controls/follow-up-control';
import type { TasksControl } from '../ui/controls/tasks-control';
import { queueTasks } from './queue-tasks';
import type { QueueParts } from './queue-tasks';
import type { Repositories } from './repositories';

const RULES = 'task-rules';
const HANDLED = 'task-rules-handled';
/** Older keys are of envelopes long gone from what is read. */
const MOST_HANDLED = 20_000;

export interface TaskRuleParts extends QueueParts {
  readonly repositories: Pick<Repositories, 'settings' | 'outbox'> & QueueParts['repositories'];
  readonly followUp: Pick<FollowUpControl, 'envelopes' | 'readAt'>;
  readonly tasks: Pick<TasksControl, 'tasks' | 'hasClients' | 'refresh'>;
  readonly hasBulk: () => boolean;
}

export async function readTaskRules({ repositories }: TaskRuleParts): Promise<Result<readonly TaskRule[]>> {
  const rules = await repositories.settings.getSealedJson<readonly TaskRule[]>(RULES);
  return rules.ok ? ok(rules.value ?? []) : rules;
}

export function writeTaskRules({ repositories }: TaskRuleParts, rules: readonly TaskRule[]): Promise<Result<null>> {
  return repositories.settings.putSealedJson(RULES, rules);
}

/**
 * Moves by the outbox what the rules say of the envelopes as last read; answers how many tasks. A task's client is
 * known only with the extension: without it nothing moves. One envelope's move has the same Idempotency-Key on every
 * workstation, so that two of them make it once.
 */
export async function applyTaskRules(parts: TaskRuleParts): Promise<Result<number>> {
  const { repositories, followUp, tasks } = parts;
  const rules = await readTaskRules(parts);
  if (!rules.ok) return rules;
  if (rules.value.length === 0 || !tasks.hasClients || followUp.readAt === null) return ok(0);
  const known = await repositories.settings.getSealedJson<readonly string[]>(HANDLED);
  if (!known.ok) return known;
  const handled = new Set(known.value ?? []);
  const none = { handled, busy: new Set<number>() };
  if (dueMoves(followUp.envelopes, [], rules.value, none).length === 0) return ok(0);

  const read = await tasks.refresh();
  if (!read.ok) return err(read.error);
  const outbox = await repositories.outbox.all();
  if (!outbox.ok) return outbox;
  const queued = new Set(outbox.value.entries.map(({ idempotencyKey }) => idempotencyKey.replace(/-part-\d+$/, '')));
  const waiting = new Set(
    outbox.value.entries
      .filter(({ state }) => !isSettled(state))
      .flatMap((entry) => changesOf(entry).map(({ id }) => id)),
  );
  const busy = new Set(tasks.tasks.flatMap(({ id, client }) => (waiting.has(id) && client !== null ? [client] : [])));
  const moves = dueMoves(followUp.envelopes, tasks.tasks, rules.value, {
    handled: new Set([...handled, ...queued]),
    busy,
  });
  if (moves.length === 0) return ok(0);
  const route = parts.hasBulk() ? 'bulk' : 'one-by-one';
  const entries = moves.flatMap(({ key, changes }) =>
    taskEntries(changes, route).map((task, part) => ({ task, idempotencyKey: `${key}-part-${part}` })),
  );
  if (entries.length > 0) {
    const made = await queueTasks(parts, 'tasks', entries);
    if (!made.ok) return made;
  }
  const after = [...handled, ...moves.map(({ key }) => key)].slice(-MOST_HANDLED);
  const kept = await repositories.settings.putSealedJson(HANDLED, after);
  return kept.ok ? ok(moves.reduce((sum, { changes }) => sum + changes.length, 0)) : kept;
}
