import { beforeEach, describe, expect, it } from 'vitest';
import { remindByRule } from '../../../src/app/remind-by-rule';
import type { FollowedEnvelope } from '../../../src/core/follow-up/followed-envelope';
import { USUAL_RULE } from '../../../src/core/follow-up/reminder-rule';
import type { BatchId } from '../../../src/core/ids';
import type { OutboxTask } from '../../../src/core/outbox/outbox-entry';
import type { VaultKeys } from '../../../src/vault/vault-key';
import { randomId } from '../../../src/vault/random-id';
import { envelopeOf } from '../../fakes/followed-envelopes';
import { draftOf, entryOf, freshProfile, newVaultKeys, NOW, openTab, valueOf } from '../store/store-harness';
import type { Tab } from '../store/store-harness';

/** The office's local time. Sent on Tuesday 7 April 2026, the first reminder is due on Saturday 11. */
const sentAt = new Date(2026, 3, 7, 12).toISOString();
const DUE = new Date(2026, 3, 11, 12);
const SECOND = new Date(2026, 3, 15, 12);
const waiting = (id: string, more: Partial<FollowedEnvelope> = {}) =>
  envelopeOf(id, 1, 'T183', 'sent', { sentAt, ...more });

let keys: VaultKeys;
let tab: Tab;
beforeEach(async () => {
  freshProfile();
  keys = await newVaultKeys();
  tab = await openTab(keys);
});

const remind = (envelopes: readonly FollowedEnvelope[], now: Date, over: Partial<{ keys: VaultKeys | null }> = {}) =>
  remindByRule(
    {
      repositories: {
        database: tab.database,
        journal: tab.journal,
        outbox: tab.outbox,
        keyring: tab.session.batchKeys,
      },
      vaultKeys: () => ('keys' in over ? (over.keys ?? null) : keys),
      now: () => NOW,
      onQueued: async () => undefined,
    },
    envelopes,
    USUAL_RULE,
    now,
  );
const queued = async () =>
  valueOf(await tab.outbox.all()).entries.map(({ task, idempotencyKey }) => [
    task.kind === 'envelope-remind' ? task.envelopeId : task.kind,
    idempotencyKey,
  ]);
const taking = (envelopeId: string): OutboxTask => ({ kind: 'envelope-void', envelopeId, reason: '' });

describe('reminders by the office’s rule', () => {
  it('leave when due, under a key that every workstation gives the same', async () => {
    expect(await remind([waiting('a'), waiting('b', { sentAt: DUE.toISOString() })], DUE)).toEqual({
      ok: true,
      value: 1,
    });
    expect(await queued()).toEqual([['a', 'reminder-1-of-a']]);
  });

  it('never twice, whatever how often it is asked, until the next is due', async () => {
    await remind([waiting('a')], DUE);
    expect(await remind([waiting('a')], DUE)).toEqual({ ok: true, value: 0 });
    expect(await remind([waiting('a')], new Date(2026, 3, 13, 12))).toEqual({ ok: true, value: 0 });
    expect(await queued()).toHaveLength(1);
    expect(await remind([waiting('a', { lastReminderAt: DUE.toISOString() })], SECOND)).toEqual({ ok: true, value: 1 });
    expect((await queued()).map(([, key]) => key).sort()).toEqual(['reminder-1-of-a', 'reminder-2-of-a']);
  });

  it.each([
    ['before the morning', new Date(2026, 3, 11, 8, 59)],
    ['in the evening', new Date(2026, 3, 11, 19)],
    ['at night', new Date(2026, 3, 14, 2)],
    ['on a Sunday', new Date(2026, 3, 12, 12)],
  ])('none %s', async (_when, now) => {
    expect(await remind([waiting('a')], now)).toEqual({ ok: true, value: 0 });
    expect(await queued()).toEqual([]);
  });

  it.each(['signed', 'voided', 'refused', 'expired', 'draft'] as const)('none once it is %s', async (status) => {
    expect(await remind([waiting('a', { status })], DUE)).toEqual({ ok: true, value: 0 });
    expect(await queued()).toEqual([]);
  });

  it('none for what is only to be read', async () => {
    expect(await remind([waiting('a', { purpose: 'consultation' })], DUE)).toEqual({ ok: true, value: 0 });
  });

  it('none while it is being taken back; again when GEM-BOOKS refused that', async () => {
    const batch = randomId<BatchId>();
    const entry = entryOf(batch, 0, { task: taking('a') });
    const refused = entryOf(batch, 1, {
      task: taking('b'),
      state: { kind: 'rejected', at: NOW, problem: { status: 409, code: 'envelope-completed', detail: '' } },
    });
    valueOf(await tab.enqueue(draftOf(0, { id: batch, kind: 'follow-up', entries: [entry, refused] })));
    expect(await remind([waiting('a'), waiting('b')], DUE)).toEqual({ ok: true, value: 1 });
    expect(await queued()).toContainEqual(['b', 'reminder-1-of-b']);
    expect((await queued()).map(([id]) => id)).not.toContain('a');
  });

  it('a locked vault queues nothing and says so', async () => {
    expect(await remind([waiting('a')], DUE, { keys: null })).toMatchObject({
      ok: false,
      error: { code: 'vault/locked' },
    });
  });
});
