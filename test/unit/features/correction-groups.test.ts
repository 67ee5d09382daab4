import { describe, expect, it } from 'vitest';
import type { LocalClientId } from '../../../src/core/ids';
import type { OutboxEntry } from '../../../src/core/outbox/outbox-entry';
import { correctionGroups, openCorrections } from '../../../src/features/corrections/correction-groups';
import { correctionsCsv } from '../../../src/features/corrections/corrections-csv';
import { entryLane, groupLane } from '../../../src/features/tracking/entry-lane';
import { groupEntries } from '../../../src/features/tracking/group-entries';
import { fr } from '../../../src/i18n/fr';
import { fakeEntry } from '../../fakes/fake-rows';

const zoe = 'local-zoe' as LocalClientId;
const update = fakeEntry(
  { kind: 'client-update', client: zoe, changes: [] },
  { state: { kind: 'done', at: 1, result: { kind: 'none' } } },
);
const asked = (field: 'email' | 'language', after: string, changes: Partial<OutboxEntry> = {}) =>
  fakeEntry(
    { kind: 'hand-correction', client: zoe, correction: { field, before: '', after } },
    { state: { kind: 'by-hand', marks: [] }, ...changes },
  );
const done = { state: { kind: 'by-hand', marks: [{ name: 'done', on: '2026-04-30', at: 1, how: 'hand' }] } } as const;

describe('the list of corrections', () => {
  it('is by client, without what was replaced, and counts the open ones', () => {
    const entries = [update, asked('email', 'b@x.test'), asked('language', 'en', done)];
    const [group, ...others] = correctionGroups([
      ...entries,
      asked('email', 'z', { state: { kind: 'cancelled', at: 1 } }),
    ]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ client: zoe, open: true });
    expect(group?.lines.map(({ done: mark }) => mark?.on ?? null)).toEqual([null, '2026-04-30']);
    expect(openCorrections(correctionGroups(entries))).toBe(1);
  });

  it('says that the record is still to be created', () => {
    const waiting = fakeEntry({ kind: 'client-update', client: zoe, changes: [] });
    const [group] = correctionGroups([waiting, asked('language', 'en', { dependsOn: [waiting.id] })]);
    expect(group?.lines[0]?.recordWaits).toBe(true);
  });

  it('is a spreadsheet of before and after, with its state', () => {
    const groups = correctionGroups([asked('email', '=b@x.test'), asked('language', 'en', done)]);
    const csv = correctionsCsv(groups, () => ({ code: '1001', name: 'Zoé Fictive' }), fr);
    const lines = csv.split('\r\n');
    expect(csv.startsWith('\uFEFFCode client;Client;Champ;')).toBe(true);
    expect(lines[1]).toMatch(/^1001;Zoé Fictive;Courriel;;'=b@x\.test;\d{4}-\d\d-\d\d;À corriger;$/);
    expect(lines[2]).toMatch(/;Langue;;.*;Fait;2026-04-30$/);
  });

  it('speaks for its record in Suivi des envois: updated is not corrected', () => {
    const open = asked('email', 'b@x.test', { batch: update.batch });
    expect(entryLane(open)).toBe('to-correct');
    expect(groupLane([update, open])).toBe('to-correct');
    expect(groupLane([update, asked('email', 'b@x.test', done)])).toBe('sent');
    expect(groupLane([update, asked('email', 'b', { state: { kind: 'cancelled', at: 1 } })])).toBe('sent');
    expect(groupEntries([update, open])).toHaveLength(1);
  });
});
