import { describe, expect, it } from 'vitest';
import type { FollowedEnvelope } from '../../../src/core/follow-up/followed-envelope';
import { dueMoves } from '../../../src/core/tasks/task-rules';
import type { TaskRule } from '../../../src/core/tasks/task-rules';
import { taskOf } from '../../fakes/office-tasks';

const envelope = (id: string, client: number, more: Partial<FollowedEnvelope> = {}): FollowedEnvelope => ({
  id,
  status: 'sent',
  purpose: 'signature',
  client,
  title: 'Documents fictifs',
  recipients: [],
  documents: [],
  createdAt: '2026-04-10T12:00:00Z',
  sentAt: '2026-04-10T12:00:00Z',
  updatedAt: null,
  completedAt: null,
  voidReason: null,
  lastReminderAt: null,
  ...more,
});

const SIGNED = { status: 'signed', completedAt: '2026-04-20T12:00:00Z' } as const;
const rule = (more: Partial<TaskRule> = {}): TaskRule => ({
  on: 'signed',
  from: null,
  title: '',
  to: 3,
  since: '2026-04-01T00:00:00Z',
  ...more,
});
const nothing = { handled: new Set<string>(), busy: new Set<number>() };
const tasks = [
  taskOf(1, { client: 7, status: 1, title: 'Obtenir la signature' }),
  taskOf(2, { client: 7, status: 2, title: 'Préparer la déclaration' }),
  taskOf(3, { client: 8, status: 1, title: 'Obtenir la signature' }),
  taskOf(4, { client: 7, status: 1, active: false }),
];
const moved = (...given: Parameters<typeof dueMoves>) =>
  dueMoves(...given).map(({ key, changes }) => [key, changes.map(({ id, after }) => [id, after.status])]);

describe('rules on tasks', () => {
  it('moves the open tasks of the client whose envelope was signed, and nobody else’s', () => {
    const all = [envelope('e1', 7, SIGNED), envelope('e2', 8)];
    expect(moved(all, tasks, [rule()], nothing)).toEqual([
      [
        'task-rule-signed-of-e1',
        [
          [1, 3],
          [2, 3],
        ],
      ],
    ]);
  });

  it('only those of a status, or with words in their title; the first rule that fits is the one', () => {
    const all = [envelope('e1', 7, SIGNED)];
    expect(moved(all, tasks, [rule({ from: 1 })], nothing)).toEqual([['task-rule-signed-of-e1', [[1, 3]]]]);
    expect(moved(all, tasks, [rule({ title: 'PRÉPARER ' })], nothing)).toEqual([['task-rule-signed-of-e1', [[2, 3]]]]);
    expect(moved(all, tasks, [rule({ from: 1, to: 2 }), rule({ from: null, to: 0 })], nothing)).toEqual([
      [
        'task-rule-signed-of-e1',
        [
          [1, 2],
          [2, 0],
        ],
      ],
    ]);
  });

  it('once, and never what happened before the rule, nor a voided or a consultation envelope', () => {
    const all = [envelope('e1', 7, SIGNED)];
    const handled = new Set(['task-rule-signed-of-e1']);
    expect(moved(all, tasks, [rule()], { ...nothing, handled })).toEqual([]);
    expect(moved(all, tasks, [rule({ since: '2026-04-21T00:00:00Z' })], nothing)).toEqual([]);
    expect(moved([envelope('e1', 7, { status: 'voided' })], tasks, [rule({ on: 'sent' })], nothing)).toEqual([]);
    const read = envelope('e1', 7, { purpose: 'consultation' });
    expect(moved([read], tasks, [rule({ on: 'sent' })], nothing)).toEqual([]);
  });

  it('one move per client at a time, the oldest first; a client with a change on its way waits', () => {
    const rules = [rule({ on: 'sent', to: 2 }), rule()];
    const all = [envelope('e1', 7, SIGNED)];
    expect(moved(all, tasks, rules, nothing)).toEqual([['task-rule-sent-of-e1', [[1, 2]]]]);
    expect(moved(all, tasks, rules, { ...nothing, busy: new Set([7]) })).toEqual([]);
    const next = { ...nothing, handled: new Set(['task-rule-sent-of-e1']) };
    expect(moved(all, tasks, rules, next)).toEqual([
      [
        'task-rule-signed-of-e1',
        [
          [1, 3],
          [2, 3],
        ],
      ],
    ]);
  });

  it('what has nothing to move is handled all the same, and does not hold up the next', () => {
    const done = tasks.map((task) => ({ ...task, status: 3 }));
    expect(moved([envelope('e1', 7, SIGNED)], done, [rule({ on: 'sent' }), rule()], nothing)).toEqual([
      ['task-rule-sent-of-e1', []],
      ['task-rule-signed-of-e1', []],
    ]);
  });
});
