import { describe, expect, it } from 'vitest';
import type { HandMark } from '../../../src/core/outbox/hand-mark';
import { isSettled } from '../../../src/core/outbox/is-settled';
import { laneOf } from '../../../src/core/outbox/lane';
import { newEntry } from '../../../src/core/outbox/new-entry';
import type { OutboxEvent } from '../../../src/core/outbox/outbox-event';
import { transition } from '../../../src/core/outbox/transition';
import { clientId, entryId } from '../../fakes/outbox-entries';

const NOW = 1_770_000_000_000;
const step = { now: NOW, random: 0 };
const task = {
  kind: 'hand-correction',
  client: clientId('zoe'),
  correction: { field: 'email', before: 'a@exemple.test', after: 'b@exemple.test' },
} as const;
const entry = newEntry(
  { id: entryId('x'), batch: 'b' as never, order: 0, dependsOn: [], task },
  { now: NOW, newId: <T extends string>() => 'key' as T },
);
const mark = (name: HandMark['name'], on = '2026-04-30'): OutboxEvent => ({
  kind: 'marked',
  mark: { name, on, at: NOW, how: 'hand' },
});

describe('a task done by hand', () => {
  it('is born out of the loop’s reach, in a lane that is not « done »', () => {
    expect(entry.state).toEqual({ kind: 'by-hand', marks: [] });
    expect(isSettled(entry.state)).toBe(true);
    expect(laneOf(entry.state)).toBe('by-hand');
  });

  it.each<OutboxEvent>([
    { kind: 'claimed' },
    { kind: 'answered', outcome: { kind: 'done', result: { kind: 'none' } } },
    { kind: 'retry' },
    { kind: 'restarted' },
    { kind: 'release' },
    { kind: 'signed-in' },
    { kind: 'hold', reason: 'by-hand' },
    { kind: 'dependency-failed', reason: 'dependency-rejected' },
  ])('is not moved by $kind', (event) => {
    expect(transition(entry, event, step)).toBe(entry);
  });

  it('is done when a person says so, on that day, and no more when it is taken back', () => {
    const done = transition(entry, mark('done'), step);
    expect(laneOf(done.state)).toBe('done');
    expect(transition(done, { kind: 'cancel' }, step)).toBe(done);
    const corrected = transition(done, mark('done', '2026-05-02'), step);
    expect(corrected.state).toMatchObject({ marks: [{ name: 'done', on: '2026-05-02' }] });
    const undone = transition(corrected, { kind: 'unmarked', name: 'done' }, step);
    expect(undone.state).toEqual({ kind: 'by-hand', marks: [] });
    expect(transition(undone, { kind: 'unmarked', name: 'done' }, step)).toBe(undone);
  });

  it('is withdrawn by a cancel while it is open', () => {
    expect(transition(entry, { kind: 'cancel' }, step).state).toEqual({ kind: 'cancelled', at: NOW });
  });

  it('exported is not transmitted; a transmission taken back takes the signature with it', () => {
    const exported = transition(entry, mark('exported'), step);
    expect(laneOf(exported.state)).toBe('by-hand');
    const signed = [mark('transmitted'), mark('signed')].reduce((now, event) => transition(now, event, step), exported);
    expect(laneOf(signed.state)).toBe('done');
    const back = transition(signed, { kind: 'unmarked', name: 'transmitted' }, step);
    expect(back.state).toMatchObject({ marks: [{ name: 'exported' }] });
  });
});
