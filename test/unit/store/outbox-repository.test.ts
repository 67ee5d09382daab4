import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchId, OutboxEntryId } from '../../../src/core/ids';
import type { OutboxEntry, OutboxState } from '../../../src/core/outbox/outbox-entry';
import { outboxStore } from '../../../src/store/outbox-store';
import { StorageError } from '../../../src/store/storage-error';
import type { OutboxHand, OutboxStore } from '../../../src/sync/ports';
import type { VaultKeys } from '../../../src/vault/vault-key';
import { randomId } from '../../../src/vault/random-id';
import type { Tab } from './store-harness';
import { draftOf, entryOf, freshProfile, newVaultKeys, NOW, openTab, valueOf } from './store-harness';

const NO_EFFECTS = { links: [], entries: [] };
const DONE: OutboxState = { kind: 'done', at: NOW, result: { kind: 'none' } };
const SENDING: OutboxState = { kind: 'sending', since: NOW };

let keys: VaultKeys;
let tab: Tab;
beforeEach(async () => {
  freshProfile();
  keys = await newVaultKeys();
  tab = await openTab(keys);
});

async function enqueued(count: number): Promise<readonly OutboxEntry[]> {
  const draft = draftOf(count);
  valueOf(await tab.enqueue(draft));
  return draft.entries;
}
async function first(): Promise<OutboxEntry> {
  const [entry] = await enqueued(1);
  if (entry === undefined) throw new Error('none');
  return entry;
}

describe('saving an entry', () => {
  it('takes the next revision, and only from the expected one', async () => {
    const entry = await first();
    expect(await tab.outbox.save({ ...entry, state: SENDING }, 1, NO_EFFECTS)).toBe(2);
    expect(await tab.outbox.save({ ...entry, state: DONE }, 1, NO_EFFECTS)).toBeNull();
    expect((await tab.outbox.stored(entry.id))?.entry.state).toEqual(SENDING);
    expect(await tab.outbox.save({ ...entry, state: DONE }, 2, NO_EFFECTS)).toBe(3);
  });

  it('lets one of two tabs claim it', async () => {
    const entry = await first();
    const other = await openTab(keys);
    const claims = await Promise.all(
      [tab, other, tab, other].map(({ outbox }) => outbox.save({ ...entry, state: SENDING }, 1, NO_EFFECTS)),
    );
    expect(claims.toSorted()).toEqual([2, null, null, null]);
  });

  it('settles with its links and its journal line, all or none', async () => {
    const entry = await first();
    const link = [randomId(), 77] as const;
    const done: OutboxEntry = { ...entry, state: DONE };
    expect(await tab.outbox.save(done, 9, { links: [link as never], entries: [] })).toBeNull();
    expect(valueOf(await tab.directory.links())).toEqual([]);
    expect(valueOf(await tab.journal.read())).toHaveLength(1);
    expect(await tab.outbox.save(done, 1, { links: [link as never], entries: [] })).toBe(2);
    expect(valueOf(await tab.directory.links())).toEqual([link]);
    const lines = valueOf(await tab.journal.read());
    expect(lines.map(({ event }) => event).at(-1)).toEqual({
      kind: 'entry-settled',
      batch: entry.batch,
      entry: entry.id,
      outcome: 'done',
    });
    expect(lines).toHaveLength(2);
  });

  it('writes no line for what is not settled', async () => {
    const entry = await first();
    await tab.outbox.save({ ...entry, state: SENDING }, 1, NO_EFFECTS);
    expect(valueOf(await tab.journal.read())).toHaveLength(1);
  });

  it('settles many at once from two tabs, each once, in one chain', async () => {
    const entries = await enqueued(12);
    const other = await openTab(keys);
    const saves = entries.flatMap((entry) =>
      [tab, other].map(({ outbox }) => outbox.save({ ...entry, state: DONE }, 1, NO_EFFECTS)),
    );
    const revisions = await Promise.all(saves);
    expect(revisions.filter((revision) => revision === 2)).toHaveLength(12);
    const settled = valueOf(await tab.journal.read()).flatMap(({ event }) =>
      event.kind === 'entry-settled' ? [event.entry] : [],
    );
    expect(settled.toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
  });

  it('changes dependents with it, but not what was settled or claimed meanwhile', async () => {
    const [entry, waiting, claimed, cancelled] = await enqueued(4);
    if (!entry || !waiting || !claimed || !cancelled) throw new Error('none');
    await tab.outbox.save({ ...claimed, state: SENDING }, 1, NO_EFFECTS);
    await tab.outbox.save({ ...cancelled, state: { kind: 'cancelled', at: NOW } }, 1, NO_EFFECTS);
    const held: OutboxState = { kind: 'held', reason: 'dependency-rejected' };
    const problem = { status: 422, code: 'invalid-body', detail: 'non' };
    const entries = [waiting, claimed, cancelled].map((dependent) => ({ ...dependent, state: held }));
    await tab.outbox.save({ ...entry, state: { kind: 'rejected', at: NOW, problem } }, 1, { links: [], entries });
    const states = await Promise.all(entries.map(async ({ id }) => (await tab.outbox.stored(id))?.entry.state.kind));
    expect(states).toEqual(['held', 'sending', 'cancelled']);
  });

  it('keeps only what an index needs in the clear', async () => {
    const entry = await first();
    await tab.outbox.save(
      { ...entry, state: { kind: 'held', reason: 'email-replaced' }, dueAt: NOW + 5 },
      1,
      NO_EFFECTS,
    );
    const { sealed, ...clear } = (await tab.database.outbox.get(entry.id)) ?? { sealed: null };
    expect(clear).toEqual({ id: entry.id, batch: entry.batch, order: 0, lane: 'held', dueAt: NOW + 5, revision: 2 });
    expect(sealed?.[0]).toBe(1);
  });

  it('says that the disk is full by throwing its code, and can be tried again', async () => {
    const entry = await first();
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    tab.database.outbox.hook('updating', full);
    const failed = await tab.outbox.save({ ...entry, state: DONE }, 1, NO_EFFECTS).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(StorageError);
    expect(failed).toMatchObject({ appError: { code: 'storage/quota' } });
    tab.database.outbox.hook('updating').unsubscribe(full);
    expect(await tab.outbox.save({ ...entry, state: DONE }, 1, NO_EFFECTS)).toBe(2);
    expect(valueOf(await tab.journal.read())).toHaveLength(2);
  });
});

describe('reading the outbox', () => {
  it('gives unsettled entries, oldest batch first, and the settled ones asked for', async () => {
    const late = draftOf(2, { createdAt: NOW + 1 });
    const later = { ...late, entries: late.entries.map((entry) => ({ ...entry, createdAt: NOW + 1 })) };
    valueOf(await tab.enqueue(later));
    const [a, b] = await enqueued(2);
    if (!a || !b) throw new Error('none');
    await tab.outbox.save({ ...a, state: DONE }, 1, NO_EFFECTS);
    const unsettled = await tab.outbox.unsettled();
    expect(unsettled.map(({ entry }) => entry.id)).toEqual([b, ...later.entries].map(({ id }) => id));
    expect((await tab.outbox.settled([a.id, b.id, 'unknown' as OutboxEntryId])).map(({ id }) => id)).toEqual([a.id]);
    const tracked = valueOf(await tab.outbox.all());
    expect(tracked.entries.map(({ id }) => id)).toEqual([...later.entries, a, b].map(({ id }) => id));
    expect(tracked.unreadable).toBe(0);
  });

  it('sees what another tab wrote, not what it had read before', async () => {
    const entry = await first();
    await tab.outbox.unsettled();
    const other = await openTab(keys);
    await other.outbox.save({ ...entry, attempts: 4 }, 1, NO_EFFECTS);
    expect((await tab.outbox.unsettled()).map(({ entry: read, revision }) => [read.attempts, revision])).toEqual([
      [4, 2],
    ]);
  });

  it('counts each lane, also while locked', async () => {
    const states: OutboxState[] = [
      { kind: 'waiting' },
      { kind: 'ambiguous' },
      SENDING,
      { kind: 'needs-sign-in' },
      { kind: 'held', reason: 'x' },
      { kind: 'conflict', at: NOW, server: [] },
      DONE,
      { kind: 'cancelled', at: NOW },
    ];
    const id = randomId<BatchId>();
    const entries = states.map((state, order) => entryOf(id, order, { state }));
    valueOf(await tab.enqueue(draftOf(0, { id, entries })));
    await tab.session.lock(new Set());
    expect(valueOf(await tab.outbox.counts())).toEqual({ pending: 4, held: 1, rejected: 1, done: 2 });
  });

  it('reads nothing while locked, and says how much', async () => {
    await enqueued(3);
    await tab.session.lock(new Set());
    tab.outbox.forget();
    expect(await tab.outbox.unsettled()).toEqual([]);
    expect(valueOf(await tab.outbox.all())).toEqual({ entries: [], unreadable: 3 });
  });

  it('does not read a cached entry either once locked', async () => {
    const entry = await first();
    await tab.outbox.unsettled();
    await tab.session.lock(new Set());
    expect(await tab.outbox.stored(entry.id)).toBeNull();
  });

  it('leaves out a damaged entry, counts it, and reads the rest', async () => {
    const [a, b] = await enqueued(2);
    if (!a || !b) throw new Error('none');
    const other = await tab.database.outbox.get(b.id);
    await tab.database.outbox.update(a.id, { sealed: other?.sealed ?? new Uint8Array() });
    const { entries, unreadable } = valueOf(await tab.outbox.all());
    expect([entries.map(({ id }) => id), unreadable]).toEqual([[b.id], 1]);
  });

  it('tells of each committed change until unsubscribed', async () => {
    let calls = 0;
    const stop = tab.outbox.onChange(() => (calls += 1));
    const entry = await first();
    expect(calls).toBe(1);
    await tab.outbox.save({ ...entry, dueAt: NOW + 1 }, 1, NO_EFFECTS);
    expect(calls).toBe(2);
    await tab.outbox.save({ ...entry, dueAt: NOW + 2 }, 1, NO_EFFECTS);
    expect(calls).toBe(2);
    await tab.database.deployment.put({ name: 'theme', value: 'dark' });
    expect(calls).toBe(2);
    stop();
    await enqueued(1);
    expect(calls).toBe(2);
  });
});

describe('a running batch and the lock', () => {
  it('goes on, with the batches it depends on and its journal; then everything is dropped', async () => {
    const [created] = await enqueued(1);
    if (!created) throw new Error('none');
    await tab.outbox.save({ ...created, state: DONE }, 1, NO_EFFECTS);
    const [unrelated] = await enqueued(1);
    if (!unrelated) throw new Error('none');
    await tab.outbox.save({ ...unrelated, state: DONE }, 1, NO_EFFECTS);
    const id = randomId<BatchId>();
    const running = entryOf(id, 0, { dependsOn: [created.id] });
    valueOf(await tab.enqueue(draftOf(0, { id, entries: [running] })));

    expect(valueOf(await tab.outbox.runningBatches())).toEqual(new Set([id]));
    const keep = valueOf(await tab.outbox.batchesToKeep());
    expect(keep).toEqual(new Set([id, created.batch]));
    await tab.session.lock(keep);
    tab.outbox.forget();

    expect(tab.session.sealer()).toBeNull();
    expect((await tab.outbox.unsettled()).map(({ entry }) => entry.id)).toEqual([running.id]);
    expect((await tab.outbox.settled([created.id, unrelated.id])).map((entry) => entry.id)).toEqual([created.id]);
    expect(await tab.outbox.save({ ...running, state: DONE }, 1, NO_EFFECTS)).toBe(2);

    tab.session.release(valueOf(await tab.outbox.runningBatches()));
    expect(tab.session.batchKeys.held()).toEqual([]);
    expect(tab.session.journalSealer()).toBeNull();
    tab.session.unlock(keys);
    expect(valueOf(await tab.journal.read()).at(-1)?.event).toMatchObject({ kind: 'entry-settled', entry: running.id });
  });

  it('keeps nothing when nothing runs', async () => {
    const entry = await first();
    await tab.outbox.save({ ...entry, state: { kind: 'held', reason: 'x' } }, 1, NO_EFFECTS);
    expect(valueOf(await tab.outbox.batchesToKeep())).toEqual(new Set());
  });
});

it('is the store that the sync loop asks for', async () => {
  const store: OutboxStore & OutboxHand = outboxStore(tab);
  const entry = await first();
  expect(await store.save({ ...entry, state: DONE }, 1, { links: [['c' as never, 5]], entries: [] })).toBe(2);
  expect(await store.serverIdOf('c' as never)).toBe(5);
  expect(await store.serverIdOf('d' as never)).toBeNull();
  expect((await store.documentBytes('x' as never)).ok).toBe(false);
  expect((await store.stored(entry.id))?.revision).toBe(2);
});
