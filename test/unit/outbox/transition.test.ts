import { describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import { backoffMs } from '../../../src/core/outbox/backoff';
import { isSettled } from '../../../src/core/outbox/is-settled';
import { laneOf } from '../../../src/core/outbox/lane';
import type { FrozenRequest, OutboxEntry, OutboxState } from '../../../src/core/outbox/outbox-entry';
import type { OutboxEvent } from '../../../src/core/outbox/outbox-event';
import type { SendOutcome } from '../../../src/core/outbox/send-outcome';
import { transition } from '../../../src/core/outbox/transition';
import { createTask, entryOf, invitationTask, sendTask } from '../../fakes/outbox-entries';

const NOW = 1_770_000_100_000;
const step = { now: NOW, random: 0.5 };
const frozen: FrozenRequest = { method: 'POST', path: 'clients', headers: {}, body: '{}', digest: 'd1' };
const create = entryOf('create', createTask('a', 'A1', 'Alice Fictive'), [], { frozen });
const invite = entryOf('invite', invitationTask('a'), [], { frozen });
const problem = { status: 422, code: 'invalid-body', detail: 'mots du serveur' };

const apply = (entry: OutboxEntry, ...events: OutboxEvent[]) =>
  events.reduce((now, event) => transition(now, event, step), entry);
const answered = (outcome: SendOutcome): OutboxEvent => ({ kind: 'answered', outcome });
const lost = answered({
  kind: 'retry',
  applied: 'unknown',
  error: appError('api/proxy-unreachable'),
  retryAfterMs: null,
});
const busy = answered({ kind: 'retry', applied: 'no', error: appError('api/server-error'), retryAfterMs: 90_000 });

describe('lanes', () => {
  const at = NOW;
  const cases: readonly [OutboxState, ReturnType<typeof laneOf>, boolean][] = [
    [{ kind: 'waiting' }, 'waiting', false],
    [{ kind: 'ambiguous' }, 'waiting', false],
    [{ kind: 'sending', since: at }, 'sending', false],
    [{ kind: 'needs-sign-in' }, 'needs-sign-in', false],
    [{ kind: 'held', reason: 'by-hand' }, 'held', false],
    [{ kind: 'rejected', at, problem }, 'rejected', true],
    [{ kind: 'conflict', at, server: [] }, 'rejected', true],
    [{ kind: 'done', at, result: { kind: 'none' } }, 'done', true],
    [{ kind: 'already-done', at, deliveredAt: '', deliveredBy: '' }, 'done', true],
    [{ kind: 'cancelled', at }, 'done', true],
  ];
  it.each(cases)('%o', (state, lane, settled) => {
    expect(laneOf(state)).toBe(lane);
    expect(isSettled(state)).toBe(settled);
  });
});

describe('backoff', () => {
  it('doubles from one second to five minutes, under full jitter', () => {
    expect([1, 2, 3, 4, 8, 9, 10, 500].map((attempts) => backoffMs(attempts, 0.999_999_9, null))).toEqual([
      1000, 2000, 4000, 8000, 128_000, 256_000, 300_000, 300_000,
    ]);
    expect(backoffMs(9, 0.25, null)).toBe(64_000);
    expect(backoffMs(9, 0, null)).toBe(0);
  });

  it('never comes before Retry-After, but believes no more than a day', () => {
    expect(backoffMs(1, 0.5, 30_000)).toBe(30_000);
    expect(backoffMs(20, 0.9, 30_000)).toBe(270_000);
    expect(backoffMs(1, 0.5, 1e12)).toBe(86_400_000);
  });
});

describe('transition', () => {
  it('claims only what is frozen, and counts the attempt', () => {
    const thawed = { ...invite, frozen: null };
    expect(apply(thawed, { kind: 'claimed' })).toBe(thawed);
    expect(apply(thawed, { kind: 'frozen', request: frozen }, { kind: 'claimed' })).toMatchObject({
      frozen,
      state: { kind: 'sending', since: NOW },
      attempts: 1,
    });
  });

  it('never freezes twice: the first body stands', () => {
    expect(apply(invite, { kind: 'frozen', request: { ...frozen, digest: 'other' } })).toBe(invite);
  });

  it('makes a lost answer ambiguous where a plain retry could double, and merely waiting where it could not', () => {
    expect(apply(create, { kind: 'claimed' }, lost)).toMatchObject({
      state: { kind: 'ambiguous' },
      mayHaveArrived: true,
      dueAt: NOW + 500,
      lastError: { code: 'api/proxy-unreachable' },
    });
    expect(apply(invite, { kind: 'claimed' }, lost)).toMatchObject({
      state: { kind: 'waiting' },
      mayHaveArrived: true,
    });
    expect(apply(create, { kind: 'claimed' }, { kind: 'restarted' }).state).toEqual({ kind: 'ambiguous' });
    expect(apply(invite, { kind: 'claimed' }, { kind: 'restarted' }).state).toEqual({ kind: 'waiting' });
  });

  it('keeps the doubt through attempts that never got as far as sending', () => {
    const doubtful = apply(create, { kind: 'claimed' }, lost, { kind: 'claimed' }, busy);
    expect(doubtful).toMatchObject({
      state: { kind: 'ambiguous' },
      mayHaveArrived: true,
      dueAt: NOW + 90_000,
      attempts: 2,
    });
    const signedOut = apply(
      doubtful,
      { kind: 'claimed' },
      answered({ kind: 'needs-sign-in', error: appError('api/unauthorized') }),
    );
    expect(apply(signedOut, { kind: 'signed-in' })).toMatchObject({
      state: { kind: 'ambiguous' },
      dueAt: NOW,
      lastError: null,
    });
  });

  it('keeps a refusal with the words of the server, and tries it again with the same body when asked', () => {
    const rejected = apply(invite, { kind: 'claimed' }, answered({ kind: 'rejected', problem }));
    expect(rejected.state).toEqual({ kind: 'rejected', at: NOW, problem });
    expect(apply(rejected, { kind: 'retry' })).toMatchObject({ state: { kind: 'waiting' }, frozen, dueAt: NOW });
  });

  it('believes a late success in any state, and no other late answer', () => {
    const done = answered({ kind: 'done', result: { kind: 'client', serverId: 7 } });
    const cancelled = apply(create, { kind: 'cancel' });
    expect(cancelled.state.kind).toBe('cancelled');
    expect(apply(cancelled, done).state).toEqual({ kind: 'done', at: NOW, result: { kind: 'client', serverId: 7 } });
    expect(apply(cancelled, answered({ kind: 'rejected', problem }))).toBe(cancelled);
    expect(apply(create, lost)).toBe(create);
  });

  it('cancels at once where nothing can have left, and wishes to where something may have', () => {
    expect(apply(create, { kind: 'cancel' }).state.kind).toBe('cancelled');
    expect(apply(create, { kind: 'claimed' }, busy, { kind: 'cancel' }).state.kind).toBe('cancelled');
    const wish = apply(create, { kind: 'claimed' }, lost, { kind: 'cancel' });
    expect(wish).toMatchObject({ state: { kind: 'ambiguous' }, cancelRequested: true, dueAt: NOW });
    expect(apply(wish, { kind: 'cancel' })).toBe(wish);
    expect(apply(wish, { kind: 'claimed' }, answered({ kind: 'absent' })).state.kind).toBe('cancelled');
    expect(apply(wish, { kind: 'retry' })).not.toHaveProperty('cancelRequested');
  });

  it('cancels a sending only once its draft is withdrawn, or there is none', () => {
    const send = { ...invite, task: sendTask('envelope') };
    const absent = answered({ kind: 'absent' });
    for (const before of [
      [],
      [{ kind: 'claimed' }, busy],
      [{ kind: 'claimed' }, lost],
      [{ kind: 'claimed' }, answered({ kind: 'rejected', problem })],
      [{ kind: 'hold', reason: 'by-hand' }],
    ] satisfies OutboxEvent[][]) {
      const wish = apply(send, ...before, { kind: 'cancel' });
      expect(wish).toMatchObject({ state: { kind: 'waiting' }, cancelRequested: true, dueAt: NOW });
      const failed = apply(wish, { kind: 'claimed' }, busy);
      expect(failed).toMatchObject({ state: { kind: 'waiting' }, cancelRequested: true });
      const withdrawn = apply(failed, { kind: 'claimed' }, absent);
      expect(withdrawn.state.kind).toBe('cancelled');
      expect(withdrawn).not.toHaveProperty('cancelRequested');
      if (!wish.mayHaveArrived) expect(apply(wish, { kind: 'envelope-cancelled' }).state.kind).toBe('cancelled');
    }
    // Refused while it was wished back: the draft is still there.
    const refused = apply(send, { kind: 'claimed' }, { kind: 'cancel' }, answered({ kind: 'rejected', problem }));
    expect(refused).toMatchObject({ state: { kind: 'waiting' }, cancelRequested: true });
    // Without an envelope there is no draft.
    expect(
      apply(send, { kind: 'cancel' }, { kind: 'dependency-failed', reason: 'dependency-rejected' }).state.kind,
    ).toBe('cancelled');
  });

  it('lifts by hand what is mendable, and leaves alone what waits for a decision', () => {
    const held = (reason: string): OutboxEntry => ({ ...invite, state: { kind: 'held', reason } });
    for (const reason of ['client-not-linked', 'storage/missing-document']) {
      expect(apply(held(reason), { kind: 'retry' }).state.kind).toBe('waiting');
    }
    for (const reason of ['by-hand', 'email-replaced', 'dependency-rejected']) {
      const entry = held(reason);
      expect(apply(entry, { kind: 'retry' })).toBe(entry);
      expect(apply(entry, { kind: 'release' }).state.kind).toBe('waiting');
    }
    const byHand = held('by-hand');
    expect(apply(byHand, { kind: 'dependency-recovered' })).toBe(byHand);
  });
});
