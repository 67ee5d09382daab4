import type { FollowedEnvelope } from '../follow-up/followed-envelope';
import type { ServerClientId } from '../ids';
import { planTaskEdit } from './edit-tasks';
import type { OfficeTask } from './office-task';
import type { TaskChange } from './task-change';

export type RuleEvent = 'sent' | 'signed';

/** When an envelope leaves, or all have signed it, tasks of its client move to another status. */
export interface TaskRule {
  readonly on: RuleEvent;
  /** Only tasks of this status; `null`: of any. */
  readonly from: number | null;
  /** Only tasks whose title has these words; empty: all of them. */
  readonly title: string;
  readonly to: number;
  /** RFC 3339, of the rule's making: what happened before stays as it is. */
  readonly since: string;
}

/** One thing that happened to one envelope, and what the rules make of it; no change where nothing is left to move. */
export interface RuledMove {
  /** The same on every workstation: the Idempotency-Key of its changes. */
  readonly key: string;
  readonly client: ServerClientId;
  readonly changes: readonly TaskChange[];
}

/**
 * What is due now, oldest first and one per client: the next one is planned on tasks read again, since the first
 * changes their versions. `handled` are keys of before; `busy` are clients with a change that is not answered yet.
 */
export function dueMoves(
  envelopes: readonly FollowedEnvelope[],
  tasks: readonly OfficeTask[],
  rules: readonly TaskRule[],
  known: { readonly handled: ReadonlySet<string>; readonly busy: ReadonlySet<ServerClientId> },
): readonly RuledMove[] {
  const happened = envelopes
    .filter(({ purpose, status }) => purpose === 'signature' && status !== 'voided')
    .flatMap(({ id, client, sentAt, status, completedAt }) => [
      ...(sentAt === null ? [] : [{ on: 'sent' as const, at: sentAt, id, client }]),
      ...(status === 'signed' && completedAt !== null ? [{ on: 'signed' as const, at: completedAt, id, client }] : []),
    ])
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const taken = new Set(known.busy);
  return happened.flatMap(({ on, at, id, client }) => {
    const key = `task-rule-${on}-of-${id}`;
    const mine = rules.filter((rule) => rule.on === on && Date.parse(rule.since) <= Date.parse(at));
    if (mine.length === 0 || known.handled.has(key) || taken.has(client)) return [];
    const changes = changesBy(
      mine,
      tasks.filter((task) => task.active && task.client === client),
    );
    if (changes.length > 0) taken.add(client);
    return [{ key, client, changes }];
  });
}

/** The first rule that fits a task is the one: a task moves once. */
function changesBy(rules: readonly TaskRule[], tasks: readonly OfficeTask[]): readonly TaskChange[] {
  return tasks.flatMap((task) => {
    const rule = rules.find(
      ({ from, title }) =>
        (from === null || task.status === from) &&
        task.title.toLocaleLowerCase('fr-CA').includes(title.trim().toLocaleLowerCase('fr-CA')),
    );
    return rule === undefined ? [] : planTaskEdit([task], { status: rule.to }).changes;
  });
}
