import { describe, expect, it } from 'vitest';
import type { OutboxState } from '../../../src/core/outbox/outbox-entry';
import { importReport } from '../../../src/features/clients-sync/import-report';
import { groupEntries } from '../../../src/features/tracking/group-entries';
import { groupReason, rejectedEntries } from '../../../src/features/tracking/group-reason';
import { createTask, entryOf, invitationTask } from '../../fakes/outbox-entries';

const refused: OutboxState = {
  kind: 'rejected',
  at: 1,
  problem: { status: 422, code: 'invalid-body', detail: 'The code is taken', title: '' },
} as OutboxState;
const create = (id: string, state: OutboxState, more = {}) =>
  entryOf(`create-${id}`, createTask(id, id.toUpperCase(), `${id} Fictif`), [], { state, ...more });
const invite = (id: string, state: OutboxState) =>
  entryOf(`invite-${id}`, invitationTask(id), [`create-${id}`], { order: 1, state });

const GROUPS = groupEntries([
  create('a', { kind: 'waiting' }),
  create('b', refused),
  invite('b', { kind: 'held', reason: 'dependency-rejected' }),
  create('c', { kind: 'held', reason: 'by-hand' }),
  create('d', { kind: 'waiting' }, { attempts: 2, lastError: { code: 'api/upstream-timeout' } }),
]);

describe('why a client has not arrived', () => {
  it("GEM-BOOKS's own words, the hold, the last try; nothing where nothing stands in the way", () => {
    const [waiting, rejected, held, tried] = GROUPS.map((group) => groupReason(group, 'fr'));
    expect([waiting, rejected, held]).toEqual(['', 'The code is taken', 'Retenu à la main.']);
    expect(tried).toMatch(/GEM-BOOKS/);
  });

  it('tries again what was refused, and not what waits for it', () => {
    expect(rejectedEntries(GROUPS).map(({ id }) => id)).toEqual(['create-b']);
  });
});

it('the report of an import has one line a client', () => {
  const report = importReport(GROUPS, { nameOf: ({ name }) => name ?? '', codeOf: ({ client }) => client ?? '' }, 'fr');
  expect(report.slice(0, 3)).toEqual([
    ['Nom', 'No client', 'Étapes', 'État', 'Remarques'],
    ['a Fictif', 'a', 'Création de la fiche', 'En file', ''],
    ['b Fictif', 'b', 'Création de la fiche, Invitation', 'Rejeté par GEM-BOOKS', 'The code is taken'],
  ]);
  expect(report).toHaveLength(5);
});
