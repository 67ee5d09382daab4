import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxEntryId } from '../../../src/core/ids';
import type { OutboxEntry, OutboxState } from '../../../src/core/outbox/outbox-entry';
import { OutboxPicture } from '../../../src/store/outbox-picture';
import type { StoredEntry } from '../../../src/store/outbox-record';
import type { OutboxRecord } from '../../../src/store/records';
import { draftOf, entryOf, freshProfile, newVaultKeys, NOW, openTab, valueOf } from './store-harness';

const DONE: OutboxState = { kind: 'done', at: NOW, result: { kind: 'none' } };
const NO_EFFECTS = { links: [], entries: [] };

describe('the picture of the outbox in two tabs', () => {
  it('is what the disk has, whichever tab wrote, enqueued, locked or opened', async () => {
    const step = fc.record({
      act: fc.constantFrom('save', 'settle', 'enqueue', 'delete', 'forget', 'lock', 'look'),
      tab: fc.nat(1),
      at: fc.nat(30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        freshProfile();
        const keys = await newVaultKeys();
        const tabs = [await openTab(keys), await openTab(keys)] as const;
        for (const { act, tab: turn, at } of steps) {
          const tab = tabs[turn === 0 ? 0 : 1];
          const now = valueOf(await tab.outbox.all()).entries;
          const entry = now[at % Math.max(1, now.length)];
          if (act === 'enqueue') valueOf(await tab.enqueue(draftOf((at % 3) + 1)));
          else if (act === 'forget') tab.outbox.forget();
          else if (act === 'lock') {
            await tab.session.lock(new Set());
            tab.outbox.forget();
            expect(await tab.outbox.followed()).toEqual([]);
            tab.session.unlock(keys);
            tab.outbox.forget();
          } else if (entry !== undefined && act === 'delete') await tab.database.outbox.delete(entry.id);
          else if (entry !== undefined && (act === 'save' || act === 'settle')) {
            const revision = (await tab.outbox.stored(entry.id))?.revision ?? 0;
            const next = act === 'settle' ? { ...entry, state: DONE } : { ...entry, attempts: entry.attempts + 1 };
            await tab.outbox.save(next, revision, NO_EFFECTS);
          }
          if (act !== 'look') continue;
          for (const { outbox } of tabs) expect(await outbox.followed()).toEqual(valueOf(await outbox.all()).entries);
        }
        for (const { outbox, database } of tabs) {
          expect(await outbox.followed()).toEqual(valueOf(await outbox.all()).entries);
          database.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A disk whose reads are counted. */
function disk(count: number) {
  const entries = Array.from({ length: count }, (_, at) =>
    entryOf('b' as never, at, { id: `e-${at}` as OutboxEntryId }),
  );
  const records = new Map(entries.map((entry) => [entry.id, { entry, revision: 1 }]));
  const asked: (number | 'all')[] = [];
  const clock = { now: NOW };
  const recordOf = ({ entry, revision }: StoredEntry) => ({ id: entry.id, revision, entry }) as unknown as OutboxRecord;
  const pauses: Promise<void>[] = [];
  const picture = new OutboxPicture({
    async all() {
      asked.push('all');
      return [...records.values()].map(recordOf);
    },
    async byKey(ids) {
      asked.push(ids.length);
      return ids.map((id) => {
        const found = records.get(id);
        return found && recordOf(found);
      });
    },
    async open(found) {
      const opened = found.map((record) => ({
        entry: (record as unknown as { entry: OutboxEntry }).entry,
        revision: record.revision,
      }));
      await pauses.shift();
      return opened;
    },
    now: () => clock.now,
  });
  const write = (id: string, attempts: number): void => {
    const stored = records.get(id as OutboxEntryId);
    if (stored === undefined) throw new Error('none');
    records.set(stored.entry.id, { entry: { ...stored.entry, attempts }, revision: stored.revision + 1 });
  };
  return { picture, asked, clock, write, pauses };
}

const attemptsOf = (seen: readonly StoredEntry[], at: number) => seen[at]?.entry.attempts;

describe('what a look costs', () => {
  it('is what changed, and everything only the first time', async () => {
    const { picture, asked, write } = disk(5_000);
    await picture.current();
    write('e-7', 3);
    picture.hear(['e-7']);
    expect(attemptsOf(await picture.current(), 7)).toBe(3);
    await picture.current();
    expect(asked).toEqual(['all', 1]);
  });

  it('is everything when the change cannot be named, or names too many, or nothing was heard for half a minute', async () => {
    const { picture, asked, clock, write } = disk(3_000);
    await picture.current();
    write('e-1', 1);
    picture.hear(null);
    picture.hear(['e-2']);
    expect(attemptsOf(await picture.current(), 1)).toBe(1);
    picture.hear(Array.from({ length: 2_500 }, (_, at) => `e-${at}`));
    await picture.current();
    write('e-2', 9);
    clock.now += 29_000;
    expect(attemptsOf(await picture.current(), 2)).toBe(0);
    clock.now += 2_000;
    expect(attemptsOf(await picture.current(), 2)).toBe(9);
    expect(asked).toEqual(['all', 'all', 'all', 'all']);
  });

  it('reads again what changed during a look, and what was looked at when everything was forgotten', async () => {
    const { picture, asked, write, pauses } = disk(3);
    let goOn = (): void => undefined;
    pauses.push(new Promise((resolve) => (goOn = resolve)));
    const looking = picture.current();
    await new Promise((resolve) => setTimeout(resolve, 0));
    write('e-0', 5);
    picture.hear(['e-0']);
    goOn();
    expect(attemptsOf(await looking, 0)).toBe(0);
    expect(attemptsOf(await picture.current(), 0)).toBe(5);
    pauses.push(new Promise((resolve) => (goOn = resolve)));
    picture.hear(null);
    const again = picture.current();
    await new Promise((resolve) => setTimeout(resolve, 0));
    picture.forget();
    expect(picture.known.size).toBe(0);
    write('e-1', 6);
    goOn();
    expect(attemptsOf(await again, 1)).toBe(6);
    expect(asked).toEqual(['all', 1, 'all', 'all']);
  });

  it('fails with its source, and looks at everything after', async () => {
    const entry = entryOf('b' as never, 0);
    let fails = true;
    const picture = new OutboxPicture({
      all: async () => {
        if (fails) throw new Error('disk');
        return [];
      },
      byKey: async () => [],
      open: async () => [{ entry, revision: 1 }],
      now: () => NOW,
    });
    await expect(picture.current()).rejects.toThrow('disk');
    fails = false;
    expect(await picture.current()).toEqual([{ entry, revision: 1 }]);
  });
});
