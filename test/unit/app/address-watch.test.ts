import { beforeEach, describe, expect, it } from 'vitest';
import { watchAddresses } from '../../../src/app/address-watch';
import type { BatchId, LocalClientId, OutboxEntryId } from '../../../src/core/ids';
import type { OutboxEntry, OutboxState } from '../../../src/core/outbox/outbox-entry';
import { randomId } from '../../../src/vault/random-id';
import { draftOf, entryOf, freshProfile, newVaultKeys, NOW, openTab, valueOf } from '../store/store-harness';
import type { Tab } from '../store/store-harness';

/** Fictitious. */
const ADDRESS = 'zoe@exemple.test';
const zoe = randomId<LocalClientId>();

let tab: Tab;
beforeEach(async () => {
  freshProfile();
  tab = await openTab(await newVaultKeys());
});

/** An envelope for Zoé and the step that sends it. */
async function prepared(envelope: OutboxState, send: OutboxState): Promise<OutboxEntryId> {
  const batch = randomId<BatchId>();
  const recipient = {
    id: '1',
    role: 'taxpayer',
    name: 'Zoé Fictive',
    email: ADDRESS,
    language: 'fr',
    order: 1,
  } as const;
  const draft: OutboxEntry = entryOf(batch, 0, {
    task: {
      kind: 'envelope',
      client: zoe,
      draft: { purpose: 'signature', title: 'T183', emailTemplateId: 't', recipients: [recipient], documents: [] },
    },
    state: envelope,
  });
  const last = entryOf(batch, 1, {
    task: { kind: 'envelope-send', envelopeEntry: draft.id },
    dependsOn: [draft.id],
    state: send,
  });
  valueOf(await tab.enqueue(draftOf(0, { id: batch, kind: 'documents', entries: [draft, last], links: [[zoe, 7]] })));
  return last.id;
}

const WAITING: OutboxState = { kind: 'waiting' };
const DRAFTED: OutboxState = { kind: 'done', at: NOW, result: { kind: 'envelope', envelopeId: 'env_1' } };
const watch = async (email: string | null, client = zoe): Promise<void> => {
  valueOf(await watchAddresses(tab.outbox, new Map([[client, email]]), { now: () => NOW }));
};
const stateOf = async (id: OutboxEntryId) => (await tab.outbox.stored(id))?.entry.state;
const HELD = { kind: 'held', reason: 'email-replaced' };

describe('an envelope that has not left, when a list comes', () => {
  it.each([
    ['is not made yet', WAITING],
    ['lies in GEM-BOOKS as a draft', DRAFTED],
  ])('is held when it %s and its address is another now', async (_, envelope) => {
    const send = await prepared(envelope, WAITING);
    await watch('autre@exemple.test');
    expect(await stateOf(send)).toEqual(HELD);
  });

  it('is held while nobody decided, and goes again once its own address stands', async () => {
    const send = await prepared(DRAFTED, WAITING);
    await watch(null);
    expect(await stateOf(send)).toEqual(HELD);
    await watch(ADDRESS.toUpperCase());
    expect(await stateOf(send)).toEqual(WAITING);
  });

  it('is not let go when a person held it', async () => {
    const send = await prepared(DRAFTED, { kind: 'held', reason: 'by-hand' });
    await watch(ADDRESS);
    expect(await stateOf(send)).toEqual({ kind: 'held', reason: 'by-hand' });
  });

  it('is left alone when it is somebody else whose address changed', async () => {
    const send = await prepared(WAITING, WAITING);
    await watch('autre@exemple.test', randomId<LocalClientId>());
    expect(await stateOf(send)).toEqual(WAITING);
  });
});
