import { beforeEach, describe, expect, it } from 'vitest';
import { watchAddresses } from '../../../src/app/address-watch';
import { SpouseConsents } from '../../../src/app/spouse-consents';
import type { SpouseConsent } from '../../../src/core/documents/spouse-consent';
import type { BatchId, LocalClientId, OutboxEntryId } from '../../../src/core/ids';
import type { OutboxState, OutboxTask } from '../../../src/core/outbox/outbox-entry';
import { ok } from '../../../src/core/result';
import { randomId } from '../../../src/vault/random-id';
import { draftOf, entryOf, freshProfile, newVaultKeys, NOW, openTab, valueOf } from '../store/store-harness';
import type { Tab } from '../store/store-harness';

const anne = randomId<LocalClientId>();
const bob = randomId<LocalClientId>();
const CONSENT: SpouseConsent = { client: anne, spouse: bob, how: 'written', on: '2026-03-01', by: 'Odile Fictive' };
const WAITING: OutboxState = { kind: 'waiting' };
const DRAFTED: OutboxState = { kind: 'done', at: NOW, result: { kind: 'envelope', envelopeId: 'env_1' } };

let tab: Tab;
let kept: unknown;
let consents: SpouseConsents;
beforeEach(async () => {
  freshProfile();
  tab = await openTab(await newVaultKeys());
  kept = null;
  const settings = {
    getSealedJson: async <T>() => ok(kept as T | null),
    putSealedJson: async (_: string, value: unknown) => {
      kept = value;
      return ok(null);
    },
  };
  consents = new SpouseConsents({ settings, journal: tab.journal, outbox: tab.outbox, now: () => NOW });
});

type EnvelopeTask = Extract<OutboxTask, { kind: 'envelope' }>;
const to = (role: 'taxpayer' | 'spouse', email: string) =>
  ({ id: role, role, name: 'Personne Fictive', email, language: 'fr', order: 1 }) as const;
const BOTH = [to('taxpayer', 'anne@exemple.test'), to('spouse', 'bob@exemple.test')];

/** Anne's copy, received by Bob too unless said otherwise, and the step that sends it. */
async function prepared(envelope: OutboxState, send: OutboxState, more: Partial<EnvelopeTask> = { spouse: bob }) {
  const batch = randomId<BatchId>();
  const draft = {
    purpose: 'consultation',
    title: 'T1',
    emailTemplateId: 't',
    recipients: BOTH,
    documents: [],
  } as const;
  const first = entryOf(batch, 0, { task: { kind: 'envelope', client: anne, draft, ...more }, state: envelope });
  const last = entryOf(batch, 1, {
    task: { kind: 'envelope-send', envelopeEntry: first.id },
    dependsOn: [first.id],
    state: send,
  });
  const links = [[anne, 7]] as const;
  valueOf(await tab.enqueue(draftOf(0, { id: batch, kind: 'documents', entries: [first, last], links })));
  return { envelope: first.id, send: last.id };
}
const entryAt = async (id: OutboxEntryId) => (await tab.outbox.stored(id))?.entry;
const stateOf = async (id: OutboxEntryId) => (await entryAt(id))?.state.kind;
const events = async () => valueOf(await tab.journal.read()).map(({ event }) => event);

describe('a consent', () => {
  it('is kept, and journalled without who received it', async () => {
    expect(valueOf(await consents.record(CONSENT))).toEqual([CONSENT]);
    expect(valueOf(await consents.all())).toEqual([CONSENT]);
    const { by, ...said } = CONSENT;
    expect(await events()).toContainEqual({ kind: 'spouse-consent-recorded', ...said });
    expect(JSON.stringify(await events())).not.toContain(by);
  });

  it('withdrawn, takes back what has not left under it, and says so in the journal', async () => {
    valueOf(await consents.record(CONSENT));
    const waiting = await prepared(WAITING, WAITING);
    const held = await prepared(WAITING, { kind: 'held', reason: 'by-hand' });
    const drafted = await prepared(DRAFTED, WAITING);
    const own = await prepared(WAITING, WAITING, {});
    expect(valueOf(await consents.withdraw(anne))).toEqual([]);
    for (const { envelope } of [waiting, held]) expect(await stateOf(envelope)).toBe('cancelled');
    // A draft lies on the server: it is withdrawn there before the send counts as cancelled.
    for (const { send } of [waiting, held, drafted]) expect((await entryAt(send))?.cancelRequested).toBe(true);
    expect([await stateOf(own.envelope), await stateOf(own.send)]).toEqual(['waiting', 'waiting']);
    expect((await entryAt(own.send))?.cancelRequested).toBeUndefined();
    expect(await events()).toContainEqual({ kind: 'spouse-consent-withdrawn', client: anne, spouse: bob });
  });

  it('withdrawn, a refused envelope cannot be tried again, nor one of a package be put in GEM-BOOKS', async () => {
    valueOf(await consents.record(CONSENT));
    const problem = { status: 422, code: 'validation', detail: '' };
    const refused = await prepared({ kind: 'rejected', at: NOW, problem }, WAITING);
    const batch = randomId<BatchId>();
    const draft = {
      purpose: 'consultation',
      title: 'T1',
      emailTemplateId: 't',
      recipients: BOTH,
      documents: [],
    } as const;
    const task = { kind: 'hand-envelope', client: anne, spouse: bob, draft, files: [] } as const;
    const mark = (name: 'exported' | 'transmitted') => ({ name, on: '2026-03-02', at: NOW, how: 'hand' }) as const;
    const exported = entryOf(batch, 0, { task, state: { kind: 'by-hand', marks: [mark('exported')] } });
    const gone = entryOf(batch, 1, { task, state: { kind: 'by-hand', marks: [mark('transmitted')] } });
    valueOf(await tab.enqueue(draftOf(0, { id: batch, kind: 'documents', entries: [exported, gone], links: [] })));
    valueOf(await consents.withdraw(anne));
    expect(await stateOf(refused.envelope)).toBe('cancelled');
    expect([await stateOf(exported.id), await stateOf(gone.id)]).toEqual(['cancelled', 'by-hand']);
  });

  it('of another client stays, and one that was never given changes nothing', async () => {
    valueOf(await consents.record(CONSENT));
    const { send } = await prepared(WAITING, WAITING);
    expect(valueOf(await consents.withdraw(bob))).toEqual([CONSENT]);
    expect(await stateOf(send)).toBe('waiting');
    expect((await entryAt(send))?.cancelRequested).toBeUndefined();
  });
});

describe('an address that a list replaces', () => {
  const watch = async (client: LocalClientId, email: string | null) =>
    valueOf(await watchAddresses(tab.outbox, new Map([[client, email]]), { now: () => NOW }));

  it.each([
    ['the spouse’s', bob, 'nouveau@exemple.test', 'held'],
    ['the spouse’s, on hold', bob, null, 'held'],
    ['the spouse’s, as it was', bob, 'bob@exemple.test', 'waiting'],
    ['the client’s', anne, 'nouvelle@exemple.test', 'held'],
    ['the client’s, as it was', anne, 'anne@exemple.test', 'waiting'],
  ] as const)('%s: the envelope of both is %s', async (_, client, email, state) => {
    const { send } = await prepared(WAITING, WAITING);
    await watch(client, email);
    expect(await stateOf(send)).toBe(state);
  });

  it('does not let an envelope of both go again by itself', async () => {
    const { send } = await prepared(WAITING, WAITING);
    await watch(bob, 'nouveau@exemple.test');
    await watch(bob, 'bob@exemple.test');
    expect(await stateOf(send)).toBe('held');
  });
});
