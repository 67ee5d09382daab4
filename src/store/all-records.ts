import type { Table } from 'dexie';

/** One answer of IndexedDB is one task of the page: so many records take a few milliseconds of it. */
const PAGE = 250;

/**
 * Every record of the table, by its key, some at a time so that the page stays alive: `toArray` of 10,000 holds it for
 * most of a second. One transaction: what is read is one moment's.
 */
export function allRecords<T, Key extends string>(table: Table<T, Key>, keyOf: (record: T) => Key): PromiseLike<T[]> {
  return table.db.transaction('r', table, async () => {
    const all: T[] = [];
    for (let after: Key | null = null; ;) {
      const rest = after === null ? table.toCollection() : table.where(':id').above(after);
      const page: T[] = await rest.limit(PAGE).toArray();
      all.push(...page);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return all;
      after = keyOf(last);
    }
  });
}
