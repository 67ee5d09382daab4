import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import { isSettled } from '../../../src/core/outbox/is-settled';
import { laneOf } from '../../../src/core/outbox/lane';
import type { OutboxEntry, OutboxTask } from '../../../src/core/outbox/outbox-entry';
import type { OutboxEvent } from '../../../src/core/outbox/outbox-event';
import type { SendOutcome } from '../../../src/core/outbox/send-outcome';
import { transition } from '../../../src/core/outbox/transition';
import {
  createTask,
  entryOf,
  envelopeTask,
  invitationTask,
  reminderTask,
  sendTask,
  uploadTask,
} from '../../fakes/outbox-entries';

const NOW = 1_770_000_000_000;
const problem = { status: 422, code: 'invalid-body', detail: '' };

const retryOutcome: fc.Arbitrary<SendOutcome> = fc.record({
  kind: fc.constant('retry' as const),
  applied: fc.constantFrom('no' as const, 'unknown' as const),
  error: fc.constant(appError('api/server-error')),
  retryAfterMs: fc.option(fc.nat(10_000_000), { nil: null }),
});

const outcome: fc.Arbitrary<SendOutcome> = fc.oneof(
  fc.constant<SendOutcome>({ kind: 'done', result: { kind: 'none' } }),
  fc.constant<SendOutcome>({ kind: 'already-done', deliveredAt: 'then', deliveredBy: 'someone' }),
  fc.constant<SendOutcome>({ kind: 'rejected', problem }),
  fc.constant<SendOutcome>({ kind: 'conflict', server: [] }),
  fc.constant<SendOutcome>({ kind: 'held', reason: 'storage/missing-document' }),
  fc.constant<SendOutcome>({ kind: 'needs-sign-in', error: appError('api/unauthorized') }),
  fc.constant<SendOutcome>({ kind: 'absent' }),
  retryOutcome,
);

/** Weighted so that lives are long: most attempts fail without a definite answer, and hands are busy. */
const event: fc.Arbitrary<OutboxEvent> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<OutboxEvent>({ kind: 'claimed' }) },
  { weight: 2, arbitrary: outcome.map((value): OutboxEvent => ({ kind: 'answered', outcome: value })) },
  { weight: 5, arbitrary: retryOutcome.map((value): OutboxEvent => ({ kind: 'answered', outcome: value })) },
  {
    weight: 3,
    arbitrary: fc.string().map((digest): OutboxEvent => ({
      kind: 'frozen',
      request: { method: 'POST', path: 'x', headers: {}, body: '', digest },
    })),
  },
  {
    weight: 12,
    arbitrary: fc.constantFrom<OutboxEvent>(
      { kind: 'restarted' },
      { kind: 'signed-in' },
      { kind: 'retry' },
      { kind: 'cancel' },
      { kind: 'hold', reason: 'by-hand' },
      { kind: 'release' },
      { kind: 'dependency-failed', reason: 'dependency-rejected' },
      { kind: 'dependency-recovered' },
      { kind: 'envelope-cancelled' },
      { kind: 'marked', mark: { name: 'done', on: '2026-04-30', at: NOW, how: 'hand' } },
      { kind: 'unmarked', name: 'done' },
    ),
  },
);

const task = fc.constantFrom<OutboxTask>(
  createTask('a', 'A1', 'Alice'),
  { kind: 'client-update', client: 'a' as never, changes: [] },
  reminderTask('a'),
  invitationTask('a'),
  uploadTask('d', 'f'.repeat(64), 10),
  envelopeTask('a'),
  sendTask('envelope'),
);

/** The last thing known of the server, beside the entry: was a request out, and could it have been applied? */
interface Model {
  readonly mayBeApplied: boolean;
}

function after(model: Model, before: OutboxEntry, happened: OutboxEvent): Model {
  if (before.state.kind !== 'sending') return model;
  if (happened.kind === 'restarted') return { mayBeApplied: true };
  if (happened.kind !== 'answered') return model;
  const { outcome: answer } = happened;
  if (answer.kind === 'retry') return { mayBeApplied: model.mayBeApplied || answer.applied === 'unknown' };
  // A refusal, a conflict and a look that finds nothing are definite.
  const isDefinite = answer.kind === 'rejected' || answer.kind === 'conflict' || answer.kind === 'absent';
  return isDefinite ? { mayBeApplied: false } : model;
}

describe('an entry through any life', () => {
  it('keeps every promise of the protocol', () => {
    fc.assert(
      fc.property(
        task,
        fc.array(fc.tuple(event, fc.nat(400_000), fc.double({ min: 0, max: 0.999, noNaN: true })), { maxLength: 60 }),
        (what, life) => {
          let entry = entryOf('x', what);
          let model: Model = { mayBeApplied: false };
          let now = NOW;
          for (const [happened, pause, random] of life) {
            now += pause;
            const before = entry;
            entry = transition(entry, happened, { now, random });
            model = after(model, before, happened);

            // What it is never changes: not its task, its key, its place, its dependencies.
            expect(entry).toMatchObject({
              id: before.id,
              task: what,
              idempotencyKey: before.idempotencyKey,
              dependsOn: before.dependsOn,
            });
            // Delivered is delivered.
            if (before.state.kind === 'done' || before.state.kind === 'already-done') expect(entry).toBe(before);
            // The same key always carries the same digest.
            if (before.frozen !== null) expect(entry.frozen).toBe(before.frozen);
            // Attempts only grow, one by one, and only by a claim.
            expect(entry.attempts - before.attempts).toBe(happened.kind === 'claimed' && entry !== before ? 1 : 0);
            // Nothing is sent that was not frozen, nothing claimed that was not idle.
            if (entry.state.kind === 'sending') expect(entry.frozen).not.toBeNull();
            if (before.state.kind !== 'sending' && entry.state.kind === 'sending') {
              expect(['waiting', 'ambiguous']).toContain(before.state.kind);
            }
            // A cancel is only ever granted when it is certain that nothing arrived.
            if (entry.state.kind === 'cancelled' && before.state.kind !== 'cancelled')
              expect(model.mayBeApplied).toBe(false);
            // A doubt is never forgotten: where a plain retry could double, a look comes first.
            if (!isSettled(entry.state)) expect(entry.mayHaveArrived === true).toBe(model.mayBeApplied);
            const couldDouble = ['client-create', 'client-update', 'client-reminder'].includes(what.kind);
            if (entry.state.kind === 'ambiguous') expect(couldDouble && model.mayBeApplied).toBe(true);
            if (entry.state.kind === 'waiting' && couldDouble) expect(model.mayBeApplied).toBe(false);
            // No refusal without its words, and every state has its lane.
            if (entry.state.kind === 'rejected') expect(entry.state.problem).toEqual(problem);
            expect(['waiting', 'sending', 'needs-sign-in', 'held', 'rejected', 'done']).toContain(laneOf(entry.state));
            // Applying twice what nobody heard of the first time changes nothing more.
            if (
              happened.kind !== 'answered' &&
              happened.kind !== 'claimed' &&
              happened.kind !== 'cancel' &&
              happened.kind !== 'retry'
            ) {
              expect(transition(entry, happened, { now, random })).toBe(entry);
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is never lost: from anywhere, its own hands and a willing server bring it to an end', () => {
    fc.assert(
      fc.property(task, fc.array(event, { maxLength: 40 }), (what, life) => {
        const step = { now: NOW, random: 0.5 };
        let entry = life.reduce((now, happened) => transition(now, happened, step), entryOf('x', what));
        const rescue: OutboxEvent[] = [
          { kind: 'restarted' },
          { kind: 'signed-in' },
          { kind: 'release' },
          { kind: 'frozen', request: { method: 'POST', path: 'x', headers: {}, body: '', digest: 'd' } },
          { kind: 'claimed' },
          { kind: 'answered', outcome: { kind: 'done', result: { kind: 'none' } } },
        ];
        entry = rescue.reduce((now, happened) => transition(now, happened, step), entry);
        expect(isSettled(entry.state)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
