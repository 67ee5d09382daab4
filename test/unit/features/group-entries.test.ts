import { describe, expect, it } from 'vitest';
import type { BatchId, LocalClientId, OutboxEntryId } from '../../../src/core/ids';
import type { OutboxState } from '../../../src/core/outbox/outbox-entry';
import {
  canCancel,
  canHold,
  canRelease,
  canRetry,
  entryLane,
  groupLane,
} from '../../../src/features/tracking/entry-lane';
import { groupEntries } from '../../../src/features/tracking/group-entries';
import { fakeEntry } from '../../fakes/fake-rows';

const zoe = 'local-zoe' as LocalClientId;
const real = 'local-real' as LocalClientId;
const create = fakeEntry({
  kind: 'client-create',
  client: zoe,
  minted: false,
  body: { name: 'Zoé Fictive', code: '1', email: '', type: '', address: '', phone: '' },
});
const draft = {
  purpose: 'signature',
  title: 'Documents 2025',
  emailTemplateId: 'm-1',
  recipients: [{ id: 'r1', role: 'taxpayer', name: 'Zoé F.', email: 'z@example.com', language: 'fr', order: 1 }],
  documents: [
    { title: 'T183, 2025', formCode: 'T183', taxYear: 2025, sha256: '', pageCount: 1, deliveryKey: '', fields: [] },
  ],
} as const;
const invite = (clients: LocalClientId[], dependsOn: OutboxEntryId[] = []) =>
  fakeEntry({ kind: 'invitation', clients, email: 'z@example.com', language: 'fr' }, { dependsOn });

describe('groupEntries', () => {
  it('joins a client with its changes and its own invitation', () => {
    const patch = fakeEntry({ kind: 'client-patch', client: zoe, changes: [] }, { dependsOn: [create.id] });
    const [group, ...others] = groupEntries([create, patch, invite([zoe], [create.id])]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ kind: 'client', client: zoe, name: 'Zoé Fictive', lane: 'waiting' });
    expect(group?.entries.map(({ task }) => task.kind)).toEqual(['client-create', 'client-patch', 'invitation']);
  });

  it('leaves alone an invitation that serves two people', () => {
    expect(groupEntries([create, invite([zoe, real])]).map(({ kind }) => kind)).toEqual(['client', 'invitation']);
  });

  it('joins an envelope with what it waits for and with its sending', () => {
    const upload = fakeEntry({ kind: 'upload', document: 'd' as never, sha256: '', size: 1 });
    const invitation = invite([zoe]);
    const envelope = fakeEntry(
      { kind: 'envelope', client: zoe, draft },
      { dependsOn: [upload.id, invitation.id, create.id] },
    );
    const send = fakeEntry({ kind: 'envelope-send', envelopeEntry: envelope.id }, { dependsOn: [envelope.id] });
    const groups = groupEntries([create, invitation, upload, envelope, send]);
    expect(groups.map(({ kind, name }) => [kind, name])).toEqual([
      ['client', 'Zoé Fictive'],
      ['envelope', 'Zoé F.'],
    ]);
    expect(groups[1]?.documents).toMatchObject([{ formCode: 'T183', taxYear: 2025 }]);
    expect(groups[1]?.entries).toHaveLength(4);
  });

  it('does not pull an invitation of another batch out of its own', () => {
    const invitation = fakeEntry(
      { kind: 'invitation', clients: [zoe, real], email: 'z@example.com', language: 'fr' },
      { batch: 'batch-0' as BatchId },
    );
    const envelope = fakeEntry({ kind: 'envelope', client: zoe, draft }, { dependsOn: [invitation.id] });
    expect(groupEntries([envelope, invitation]).map(({ kind }) => kind)).toEqual(['envelope', 'invitation']);
  });
});

describe('lanes', () => {
  const states = [
    [{ kind: 'waiting' }, 'waiting', false, true],
    [{ kind: 'sending', since: 1 }, 'sending', false, true],
    [{ kind: 'needs-sign-in' }, 'needs-sign-in', true, true],
    [{ kind: 'held', reason: 'by-hand' }, 'held', false, true],
    [{ kind: 'held', reason: 'dependency-rejected' }, 'held', false, true],
    [{ kind: 'rejected', at: 1, problem: { status: 422, code: 'x', detail: 'y' } }, 'rejected', true, true],
    [{ kind: 'conflict', at: 1, server: [] }, 'conflict', true, true],
    [{ kind: 'done', at: 1, result: { kind: 'none' } }, 'sent', false, false],
    [{ kind: 'already-done', at: 1, deliveredAt: '', deliveredBy: '' }, 'already-sent', false, false],
    [{ kind: 'cancelled', at: 1 }, 'cancelled', false, false],
  ] as const satisfies readonly (readonly [OutboxState, string, boolean, boolean])[];

  it.each(states)('%j', (state, lane, retry, cancel) => {
    const entry = { ...create, state };
    expect([entryLane(entry), canRetry(entry), canCancel(entry)]).toEqual([lane, retry, cancel]);
  });

  it('holds what waits, releases what was held for a decision, and tries again what lacked something', () => {
    const held = (reason: string) => ({ ...create, state: { kind: 'held', reason } as const });
    const can = (entry: typeof create) => [canHold(entry), canRelease(entry), canRetry(entry)];
    expect(can(create)).toEqual([true, false, false]);
    expect(can({ ...create, state: { kind: 'needs-sign-in' } })).toEqual([true, false, true]);
    expect(can({ ...create, state: { kind: 'sending', since: 1 } })).toEqual([false, false, false]);
    expect(can({ ...create, cancelRequested: true })).toEqual([false, false, false]);
    expect(can(held('by-hand'))).toEqual([false, true, false]);
    expect(can(held('email-replaced'))).toEqual([false, true, false]);
    expect(can(held('client-not-linked'))).toEqual([false, false, true]);
    expect(can(held('storage/missing-document'))).toEqual([false, false, true]);
    expect(can(held('dependency-rejected'))).toEqual([false, false, false]);
  });

  it('lets a refusal speak for its group', () => {
    const done = { ...create, state: states[7][0] };
    expect(groupLane([done, { ...create, state: states[5][0] }])).toBe('rejected');
    expect(groupLane([done, { ...create, state: states[0][0] }])).toBe('waiting');
    expect(groupLane([done, done])).toBe('sent');
  });

  it('retries a lost try, and asks to cancel only once', () => {
    expect(canRetry({ ...create, attempts: 1 })).toBe(true);
    expect(canCancel({ ...create, cancelRequested: true })).toBe(false);
  });
});
