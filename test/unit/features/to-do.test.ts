import { describe, expect, it } from 'vitest';
import type { FollowedEnvelope } from '../../../src/core/follow-up/followed-envelope';
import { toDo, unfinishedBatches } from '../../../src/features/home/to-do';
import type { MorningFacts } from '../../../src/features/home/to-do';
import type { TrackingGroup } from '../../../src/features/tracking/tracking-group';
import { homeText } from '../../../src/i18n/home-text';
import { routeOf } from '../../../src/ui/router.svelte';
import { taskOf } from '../../fakes/office-tasks';

const group = (id: string, lane: TrackingGroup['lane'], more: Partial<TrackingGroup> = {}): TrackingGroup => ({
  id,
  batch: 'b1' as never,
  kind: 'envelope',
  client: null,
  name: null,
  documents: [],
  lane,
  entries: [],
  createdAt: 1_770_000_000_000,
  ...more,
});
const envelope = (id: string, status: FollowedEnvelope['status'], more: Partial<FollowedEnvelope> = {}) =>
  ({
    id,
    status,
    purpose: 'signature',
    client: 1,
    title: '',
    recipients: [],
    documents: [],
    createdAt: '2026-04-01T12:00:00Z',
    sentAt: '2026-04-01T12:00:00Z',
    updatedAt: null,
    completedAt: null,
    voidReason: null,
    lastReminderAt: null,
    ...more,
  }) satisfies FollowedEnvelope;
const FACTS: MorningFacts = {
  groups: [],
  envelopes: [],
  saved: [],
  families: [],
  transmitted: {},
  tasks: [],
  today: '2026-04-15',
  now: Date.parse('2026-04-15T12:00:00Z'),
};

describe('what to do next', () => {
  it('is nothing on the first day, nor when all went well', () => {
    const done = {
      ...FACTS,
      groups: [group('a', 'sent')],
      envelopes: [envelope('a', 'signed'), envelope('b', 'voided')],
    };
    expect([toDo(FACTS), toDo(done)]).toEqual([[], []]);
  });

  it('puts what is stopped first, then what is late, then what is only awaited', () => {
    const lines = toDo({
      ...FACTS,
      groups: [group('a', 'held'), group('b', 'rejected'), group('c', 'rejected'), group('d', 'to-correct')],
      envelopes: [
        envelope('a', 'sent', { sentAt: '2026-04-09T12:00:00Z' }),
        envelope('b', 'opened', { sentAt: '2026-04-03T12:00:00Z' }),
        envelope('c', 'refused'),
        envelope('d', 'opened', { purpose: 'consultation' }),
      ],
      tasks: [
        taskOf(1, { endDate: '2026-04-14' }),
        taskOf(2, { endDate: '2026-04-02' }),
        taskOf(3, { endDate: '2026-04-20' }),
        taskOf(4, { endDate: '2026-04-01', active: false }),
      ],
    });
    expect(lines.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'rejected 2',
      'held 1',
      'to-correct 1',
      'refused 1',
      'tasks-late 2',
      'awaited 2',
      'tasks-week 1',
    ]);
    expect(lines.find(({ kind }) => kind === 'tasks-late')?.since).toBe('2026-04-02');
    expect(lines.find(({ kind }) => kind === 'awaited')?.since).toBe('2026-04-03T12:00:00Z');
  });

  it('warns of a folder that goes away before its signed copy is saved, until it is', () => {
    const signed = {
      id: 'd',
      title: '',
      formCode: 'T183',
      taxYear: 2025,
      signers: [],
      signed: { sha256: 'ab', bytes: 1 },
    };
    const facts = {
      ...FACTS,
      envelopes: [envelope('a', 'signed', { documents: [signed], sentAt: '2025-10-20T12:00:00Z' })],
    };
    expect(toDo(facts).map(({ kind, since }) => [kind, since])).toEqual([['vanishing', '2026-04-20']]);
    expect(toDo({ ...facts, saved: ['d'] })).toEqual([]);
  });

  it('counts return families that are ready, until they are transmitted', () => {
    const family = {
      key: 'h|2025',
      taxYear: 2025,
      clients: [1],
      forms: [],
      missing: [],
      readyAt: '2026-04-10T12:00:00Z',
    };
    const facts = { ...FACTS, families: [{ ...family, state: 'ready' as const }] };
    expect(toDo(facts).map(({ kind, count }) => [kind, count])).toEqual([['ready', 1]]);
    expect(toDo({ ...facts, transmitted: { 'h|2025': '2026-04-12' } })).toEqual([]);
  });

  it('leads to places that exist, and says each line in both languages', () => {
    const lanes = ['rejected', 'conflict', 'needs-sign-in', 'held', 'to-correct', 'to-export', 'exported'] as const;
    const lines = toDo({ ...FACTS, groups: lanes.map((lane) => group(lane, lane)) });
    expect(lines).toHaveLength(lanes.length);
    for (const { href, kind, count, since } of lines) {
      expect(routeOf(href)).not.toBeNull();
      for (const language of ['fr', 'en'] as const) expect(homeText(language).line[kind](count, since)).toMatch(/^1\s/);
    }
  });
});

it('batches that have not left whole, with what is left and where it stands', () => {
  const other = { batch: 'b2' as never, kind: 'client' as const };
  const groups = [
    group('a', 'sent'),
    group('b', 'held'),
    group('c', 'waiting'),
    group('d', 'sent', other),
    group('e', 'rejected', other),
    group('f', 'held', { batch: 'b3' as never, kind: 'invitation' }),
  ];
  expect(unfinishedBatches(groups)).toMatchObject([
    { batch: 'b1', what: 'documents', left: 2, total: 3, lane: 'waiting' },
    { batch: 'b3', what: 'clients', left: 1, total: 1, lane: 'held' },
  ]);
});
