import { Dexie } from 'dexie';
import type { Database } from './database';

/** A node of Dexie's tree of changed key ranges, as it also comes from another tab. */
interface Range {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly l?: Range | null;
  readonly r?: Range | null;
}

/** The primary keys that a change touched; `null` when it cannot name them one by one. */
export type ChangedKeys = readonly string[] | null;

/**
 * Calls back after each committed change of one of `tables`, in this tab or another, with the keys it touched in the
 * first of them. Answers the unsubscriber.
 */
export function watchTables(
  database: Database,
  tables: readonly [string, ...string[]],
  callback: (keys: ChangedKeys) => void,
): () => void {
  const prefixes = tables.map((table) => `idb://${database.name}/${table}/`);
  const listener = (changed: Record<string, unknown>): void => {
    const parts = Object.keys(changed);
    if (!prefixes.some((prefix) => parts.some((part) => part.startsWith(prefix)))) return;
    const named: string[] = [];
    callback(namedKeys(changed[prefixes[0] ?? ''], named) ? named : null);
  };
  Dexie.on.storagemutated.subscribe(listener);
  return () => {
    Dexie.on.storagemutated.unsubscribe(listener);
  };
}

function namedKeys(range: unknown, into: string[]): boolean {
  if (range === undefined || range === null) return true;
  const { from, to, l, r } = range as Range;
  if (from !== undefined) {
    if (typeof from !== 'string' || from !== to) return false;
    into.push(from);
  }
  return namedKeys(l, into) && namedKeys(r, into);
}
