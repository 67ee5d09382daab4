import type { SettlementEffects } from '../core/outbox/batch-draft';
import { isSettled } from '../core/outbox/is-settled';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import type { JournalEvent } from '../core/journal/journal-event';
import { LINK_TABLES, putLinks } from './client-links';
import type { OutboxParts } from './outbox-parts';
import { sealedEntry, UNSETTLED_LANES } from './outbox-record';
import type { OutboxRecord } from './records';
import { StorageError, storageError } from './storage-error';

const TABLES = ['outbox', ...LINK_TABLES] as const;

/**
 * Writes one entry with what settles with it, if its stored revision is still `expected`; answers the new revision, or
 * `null` when it is not (or its batch's key is gone), and then nothing was written. A settled entry gets its line in
 * the journal in the same transaction. An entry depending on this one is left alone when it was settled or claimed
 * meanwhile: what someone decided about it stays.
 */
export async function saveEntry(
  parts: OutboxParts,
  entry: OutboxEntry,
  expected: number,
  effects: SettlementEffects,
): Promise<number | null> {
  const { database, keys, journal, now } = parts;
  const sealer = await keys.sealerFor(entry.batch);
  if (sealer === null) return null;
  const record = await sealedEntry(sealer, entry, expected + 1);
  const dependents = await sealedDependents(parts, effects.entries);
  const write = async (): Promise<number | undefined> => {
    const stored = await database.outbox.get(entry.id);
    if (stored?.revision !== expected) return undefined;
    await database.outbox.put(record);
    for (const dependent of dependents) {
      const found = await database.outbox.get(dependent.id);
      if (found === undefined || !isOpenTo(found)) continue;
      await database.outbox.put({ ...dependent, revision: found.revision + 1 });
    }
    await putLinks(database, effects.links);
    return record.revision;
  };
  if (!isSettled(entry.state)) return inOneTransaction(parts, write);
  const settled = await journal.together(now(), [settledEvent(entry)], TABLES, write);
  if (settled.ok) return settled.value ?? null;
  if (settled.error.code === 'vault/locked') return null;
  throw new StorageError(settled.error, settled.error.code);
}

async function inOneTransaction(parts: OutboxParts, write: () => Promise<number | undefined>): Promise<number | null> {
  try {
    return (await parts.database.transaction('rw', [...TABLES], write)) ?? null;
  } catch (error) {
    throw new StorageError(storageError(error), error);
  }
}

async function sealedDependents(parts: OutboxParts, entries: readonly OutboxEntry[]): Promise<readonly OutboxRecord[]> {
  const records = await Promise.all(
    entries.map(async (entry) => {
      const sealer = await parts.keys.sealerFor(entry.batch);
      return sealer === null ? [] : [await sealedEntry(sealer, entry, 0)];
    }),
  );
  return records.flat();
}

const isOpenTo = (record: OutboxRecord): boolean =>
  record.lane !== 'sending' && UNSETTLED_LANES.some((lane) => lane === record.lane);

const settledEvent = ({ batch, id, state }: OutboxEntry): JournalEvent =>
  state.kind === 'by-hand'
    ? { kind: 'hand-marked', batch, entry: id, marks: state.marks.map(({ name, on, how }) => ({ name, on, how })) }
    : { kind: 'entry-settled', batch, entry: id, outcome: state.kind };
