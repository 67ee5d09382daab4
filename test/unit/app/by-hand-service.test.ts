import { beforeEach, describe, expect, it } from 'vitest';
import { ByHandService } from '../../../src/app/by-hand-service';
import type { ServerClient } from '../../../src/core/clients/client';
import type { BatchId, LocalClientId } from '../../../src/core/ids';
import type { OutboxEntry, OutboxTask } from '../../../src/core/outbox/outbox-entry';
import { ok } from '../../../src/core/result';
import { checkRecord } from '../../../src/store/check-record';
import { randomId } from '../../../src/vault/random-id';
import {
  draftOf,
  entryOf,
  everything,
  freshProfile,
  newVaultKeys,
  NOW,
  openTab,
  valueOf,
} from '../store/store-harness';
import type { Tab } from '../store/store-harness';

const zoe = randomId<LocalClientId>();
const correction = (after: string, batch = randomId<BatchId>()): OutboxEntry =>
  entryOf(batch, 0, {
    task: { kind: 'hand-correction', client: zoe, correction: { field: 'email', before: 'a@exemple.test', after } },
    state: { kind: 'by-hand', marks: [] },
  });
const inGemBooks = (email: string): ServerClient => ({
  ...{ id: 7, code: '7', name: 'Zoé Fictive', inactive: false, email, address: '', address2: '', city: '', state: '' },
  ...{ zipcode: '', phone: '', language: null, accountManagerId: null, invitation: 'unknown' },
});

let tab: Tab;
let server: readonly ServerClient[];
let asked: OutboxTask[];
let byHand: ByHandService;
beforeEach(async () => {
  freshProfile();
  asked = [];
  tab = await openTab(await newVaultKeys());
  server = [inGemBooks('a@exemple.test')];
  byHand = new ByHandService({
    repositories: tab,
    server: {
      freshClients: async () => {
        await byHand.recogniseIn(server);
        return ok(server);
      },
    },
    clock: { now: () => NOW },
    dayOf: () => '2026-04-30',
    ask: async (tasks) => {
      asked.push(...tasks.map(({ task }) => task));
      return ok(null);
    },
  });
});

async function imported(entry: OutboxEntry): Promise<OutboxEntry> {
  valueOf(await tab.enqueue(draftOf(0, { id: entry.batch, entries: [entry], links: [[zoe, 7]] })));
  return entry;
}
const marksOf = async (entry: OutboxEntry) => (await tab.outbox.stored(entry.id))?.entry.state;

describe('« À corriger dans GEM-BOOKS »', () => {
  it('is noted with its day, taken back, and each is a line of the journal', async () => {
    const entry = await imported(correction('b@exemple.test'));
    expect(valueOf(await tab.outbox.counts())).toEqual({ pending: 0, held: 0, rejected: 0, done: 0 });
    valueOf(await byHand.mark(entry.id, 'done', '2026-04-29'));
    expect(await marksOf(entry)).toEqual({
      kind: 'by-hand',
      marks: [{ name: 'done', on: '2026-04-29', at: NOW, how: 'hand' }],
    });
    valueOf(await byHand.unmark(entry.id, 'done'));
    expect(await byHand.standing()).toHaveLength(1);
    const events = valueOf(await tab.journal.read()).map(({ event }) => event);
    expect(events.slice(-2)).toEqual([
      {
        kind: 'hand-marked',
        batch: entry.batch,
        entry: entry.id,
        marks: [{ name: 'done', on: '2026-04-29', how: 'hand' }],
      },
      { kind: 'hand-marked', batch: entry.batch, entry: entry.id, marks: [] },
    ]);
  });

  it('is marked by itself only once GEM-BOOKS, read anew, shows the value', async () => {
    const entry = await imported(correction('b@exemple.test'));
    expect(valueOf(await byHand.recognise())).toBe(0);
    server = [inGemBooks('B@exemple.test')];
    expect(valueOf(await byHand.recognise())).toBe(1);
    expect(await marksOf(entry)).toMatchObject({ marks: [{ name: 'done', how: 'recognised', on: '2026-04-30' }] });
    expect(valueOf(await byHand.recognise())).toBe(0);
  });

  it('is asked for once however often the list comes, and another value takes its place', async () => {
    const first = await imported(correction('b@exemple.test'));
    expect(await byHand.withoutRepeats([correction('b@exemple.test')])).toEqual([]);
    const second = correction('c@exemple.test');
    expect(await byHand.withoutRepeats([second])).toEqual([second]);
    await imported(second);
    await byHand.withdrawReplaced([second]);
    expect(await marksOf(first)).toEqual({ kind: 'cancelled', at: NOW });
    expect((await byHand.standing()).map(({ id }) => id)).toEqual([second.id]);
    // Marked done, and yet the next list finds the old value in GEM-BOOKS: it is asked for again.
    valueOf(await byHand.mark(second.id, 'done', '2026-04-30'));
    const again = correction('c@exemple.test');
    expect(await byHand.withoutRepeats([again])).toEqual([again]);
  });

  it('lies sealed, in the shapes that are allowed', async () => {
    await imported(correction('b@exemple.test'));
    const tables = await everything(tab.database);
    const leaks = Object.entries(tables).flatMap(([table, records]) =>
      records.flatMap((one) => checkRecord(table, one)),
    );
    expect(leaks).toEqual([]);
    expect(JSON.stringify(tables)).not.toContain('exemple.test');
  });

  it('a client that GEM-BOOKS made twice of our one request is on the list, once, until it is gone', async () => {
    const batch = randomId<BatchId>();
    const body = { name: 'Zoé Fictive', code: 'IS-7', email: '', type: 'individual', address: '', phone: '' };
    await imported(
      entryOf(batch, 0, {
        task: { kind: 'client-create', client: zoe, body, minted: true },
        state: { kind: 'done', at: NOW, result: { kind: 'client', serverId: 7 } },
      }),
    );
    const own = { ...inGemBooks(''), code: 'IS-7' };
    const namesake = { ...own, id: 9, code: 'IS-9' };
    const spouse = { ...own, id: 10, name: 'Paul Fictif' };
    server = [own, namesake, spouse];
    await byHand.recognise();
    expect(asked).toEqual([]);

    server = [own, { ...own, id: 8, code: ' is-7', name: 'Zoé Fictive ' }, namesake, spouse];
    await byHand.recognise();
    const double = { field: 'double', before: '8', after: '' } as const;
    expect(asked).toEqual([{ kind: 'hand-correction', client: zoe, correction: double }]);

    const line = entryOf(randomId<BatchId>(), 0, {
      task: { kind: 'hand-correction', client: zoe, correction: double },
      state: { kind: 'by-hand', marks: [] },
    });
    await imported(line);
    expect(valueOf(await byHand.recognise())).toBe(0);
    expect(asked).toHaveLength(1);
    server = [own, namesake, spouse];
    expect(valueOf(await byHand.recognise())).toBe(1);
    expect(await marksOf(line)).toMatchObject({ marks: [{ name: 'done', how: 'recognised' }] });
  });
});
