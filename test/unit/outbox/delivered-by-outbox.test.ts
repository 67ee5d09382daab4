import { expect, it } from 'vitest';
import { deliveredByOutbox } from '../../../src/core/outbox/delivered-by-outbox';
import type { OutboxEntry, OutboxState } from '../../../src/core/outbox/outbox-entry';
import { pendingSteps } from '../../../src/core/outbox/pending-steps';
import { clientId, createTask, entryOf, envelopeTask, invitationTask } from '../../fakes/outbox-entries';

const REFUSAL = { status: 422, code: 'refused', detail: 'Motif fictif' };
const sent = (envelopeId: string): OutboxState => ({ kind: 'done', at: 0, result: { kind: 'envelope', envelopeId } });
const envelope = (id: string, state: OutboxState): OutboxEntry =>
  entryOf(id, envelopeTask(id, { sha256: 'a', deliveryKey: `key-${id}` }), [], { state });
const keysOf = (entries: readonly OutboxEntry[], voided: readonly string[] = []) =>
  deliveredByOutbox(entries, voided).map(({ deliveryKey }) => deliveryKey);

it('an envelope delivers while it waits and once it has left; one refused or given up does not', () => {
  const entries = [
    envelope('waiting', { kind: 'waiting' }),
    envelope('sent', sent('env_1')),
    envelope('rejected', { kind: 'rejected', at: 0, problem: REFUSAL }),
    envelope('cancelled', { kind: 'cancelled', at: 0 }),
  ];
  expect(keysOf(entries)).toEqual(['key-waiting', 'key-sent']);
});

it('an envelope taken back, here or elsewhere, delivers nothing; one not taken back yet does', () => {
  const takeBack = (id: string, state: OutboxState): OutboxEntry =>
    entryOf(`void-${id}`, { kind: 'envelope-void', envelopeId: id, reason: 'fictif' }, [], { state });
  const entries = [
    envelope('a', sent('env_a')),
    envelope('b', sent('env_b')),
    envelope('c', sent('env_c')),
    takeBack('env_a', { kind: 'done', at: 0, result: { kind: 'none' } }),
    takeBack('env_b', { kind: 'waiting' }),
  ];
  expect(keysOf(entries, ['env_c'])).toEqual(['key-b']);
});

it('what another workstation had delivered is said with its moment and its name', () => {
  const state: OutboxState = { kind: 'already-done', at: 0, deliveredAt: '2026-03-01T12:00:00Z', deliveredBy: 'Odile' };
  expect(deliveredByOutbox([envelope('a', state)], [])).toMatchObject([{ at: '2026-03-01T12:00:00Z', by: 'Odile' }]);
});

it('an envelope waits for unsettled clients and invitations alone, by address whatever its letters', () => {
  const done: Partial<OutboxEntry> = { state: { kind: 'done', at: 0, result: { kind: 'none' } } };
  const { pendingCreates, pendingInvitations } = pendingSteps([
    entryOf('create', createTask('anne', '1', 'Anne Fictive')),
    entryOf('created', createTask('bob', '2', 'Bob Fictif'), [], done),
    entryOf('invite', { kind: 'invitation', clients: [clientId('anne')], email: 'Anne@Exemple.test', language: 'fr' }),
    entryOf('invited', invitationTask('bob'), [], done),
  ]);
  expect([...pendingCreates]).toEqual([['anne', 'create']]);
  expect([...pendingInvitations]).toEqual([['anne@exemple.test', 'invite']]);
});
