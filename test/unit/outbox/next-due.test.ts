import { describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import { nextDue, nextDueAt } from '../../../src/core/outbox/next-due';
import type { DueContext } from '../../../src/core/outbox/next-due';
import type { OutboxEntry, OutboxState } from '../../../src/core/outbox/outbox-entry';
import { reconcile } from '../../../src/core/outbox/reconcile';
import {
  clientId,
  createTask,
  entryId,
  entryOf,
  envelopeTask,
  invitationTask,
  sendTask,
  uploadTask,
} from '../../fakes/outbox-entries';

const NOW = 1_770_000_000_000;

function context(entries: readonly OutboxEntry[], more: Partial<DueContext> = {}): DueContext {
  const states = new Map(entries.map(({ id, state }) => [id, state]));
  return { now: NOW, stateOf: (id) => states.get(id), inFlight: [], limit: 4, eager: new Set(), ...more };
}

const due = (entries: readonly OutboxEntry[], more: Partial<DueContext> = {}) =>
  nextDue(entries, context(entries, more)).map(({ id }) => id);

const done: OutboxState = { kind: 'done', at: NOW, result: { kind: 'none' } };

describe('next due', () => {
  it('lets the dependencies go first, in the order of the batch', () => {
    const entries = [
      entryOf('send', sendTask('envelope'), ['envelope'], { order: 3 }),
      entryOf('envelope', envelopeTask('a'), ['upload', 'invite'], { order: 2 }),
      entryOf('invite', invitationTask('a'), [], { order: 1 }),
      entryOf('upload', uploadTask('a', 'f'.repeat(64), 10), [], { order: 0 }),
    ];
    expect(due(entries)).toEqual(['upload', 'invite']);
    const later = entries.map((entry) =>
      entry.id === 'upload' || entry.id === 'invite' ? { ...entry, state: done } : entry,
    );
    expect(due(later)).toEqual(['envelope']);
  });

  it('takes « already delivered » for a delivery, and an unknown dependency for none', () => {
    const send = entryOf('send', sendTask('envelope'), ['envelope']);
    const delivered: OutboxState = { kind: 'already-done', at: NOW, deliveredAt: '', deliveredBy: '' };
    expect(nextDue([send], context([send], { stateOf: () => delivered }))).toHaveLength(1);
    expect(nextDue([send], context([send], { stateOf: () => undefined }))).toEqual([]);
  });

  it('passes over what is not due, held or refused, and counts what is in flight', () => {
    const create = (id: string, more: Partial<OutboxEntry> = {}) => entryOf(id, createTask(id, id, id), [], more);
    const entries = [
      create('a', { dueAt: NOW + 1 }),
      create('b', { state: { kind: 'held', reason: 'by-hand' } }),
      create('c', { state: { kind: 'ambiguous' } }),
      create('d', { order: 1 }),
      create('e', { order: 2 }),
      create('f', { order: 3 }),
    ];
    expect(due(entries)).toEqual(['c', 'd', 'e', 'f']);
    expect(due(entries, { inFlight: [create('x'), create('y')] })).toEqual(['c', 'd']);
    expect(due(entries, { eager: new Set([entryId('a')]) })).toContain('a');
    expect(nextDueAt(entries, context(entries, { inFlight: entries.slice(2) }))).toBe(NOW + 1);
  });

  it('writes to one client one after the other, and opens one document at a time', () => {
    const update = entryOf('update', { kind: 'client-update', client: clientId('a'), changes: [] });
    const patch = entryOf('patch', { kind: 'client-patch', client: clientId('a'), changes: [] }, [], { order: 1 });
    const other = entryOf('other', { kind: 'client-patch', client: clientId('b'), changes: [] }, [], { order: 2 });
    const up1 = entryOf('up1', uploadTask('1', '1'.repeat(64), 1), [], { order: 3 });
    const up2 = entryOf('up2', uploadTask('2', '2'.repeat(64), 1), [], { order: 4 });
    expect(due([update, patch, other, up1, up2])).toEqual(['update', 'other', 'up1']);
    expect(due([update, patch, other, up1, up2], { inFlight: [update, up1] })).toEqual(['other']);
  });

  it('stops for a key that is refused, and not for a right that one entry lacks', () => {
    const signedOut = (code: 'api/unauthorized' | 'api/forbidden') =>
      entryOf('x', createTask('x', 'x', 'x'), [], { state: { kind: 'needs-sign-in' }, lastError: appError(code) });
    const free = entryOf('free', createTask('a', 'a', 'a'));
    expect(due([signedOut('api/unauthorized'), free])).toEqual([]);
    expect(nextDueAt([signedOut('api/unauthorized'), free], context([free]))).toBeNull();
    expect(due([signedOut('api/forbidden'), free])).toEqual(['free']);
  });
});

describe('reconcile', () => {
  const step = { now: NOW, random: 0.5 };
  const envelope = entryOf('envelope', envelopeTask('a'), ['upload']);
  const send = entryOf('send', sendTask('envelope'), ['envelope']);
  const rejected: OutboxState = { kind: 'rejected', at: NOW, problem: { status: 422, code: 'x', detail: '' } };
  const after = (entry: OutboxEntry, dependency: OutboxState) => reconcile(entry, () => dependency, step);

  it('holds down the chain, and lets go up it', () => {
    const held = after(envelope, rejected);
    expect(held.state).toEqual({ kind: 'held', reason: 'dependency-rejected' });
    expect(after(send, held.state).state).toEqual({ kind: 'held', reason: 'dependency-rejected' });
    expect(after(held, rejected)).toBe(held);
    expect(after(held, { kind: 'waiting' }).state).toEqual({ kind: 'waiting' });
  });

  it('cancels the sending with its envelope, and holds what another cancel leaves without ground', () => {
    expect(after(send, { kind: 'cancelled', at: NOW }).state.kind).toBe('cancelled');
    expect(after(envelope, { kind: 'cancelled', at: NOW }).state).toEqual({
      kind: 'held',
      reason: 'dependency-cancelled',
    });
  });

  it('leaves alone what is in order, what is being sent and what the technician holds', () => {
    for (const state of [
      { kind: 'sending', since: NOW },
      { kind: 'held', reason: 'by-hand' },
    ] as const) {
      const entry = { ...envelope, state };
      expect(after(entry, rejected)).toBe(entry);
      expect(after(entry, done)).toBe(entry);
    }
    expect(after(envelope, done)).toBe(envelope);
  });
});
