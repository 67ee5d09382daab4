import type { FormLayout, LayoutTable } from './form-layout';

/** The tables of one form that were measured together: one year, print and size, each copy once. */
export type KnownTables = readonly [LayoutTable, ...LayoutTable[]];

/** Sets of tables in the order in which they are written; two sources that contradict one another are two sets. */
export function knownTables({ tables }: FormLayout): readonly KnownTables[] {
  const sets: [LayoutTable, ...LayoutTable[]][] = [];
  for (const table of tables) {
    const set = sets.find((known) => isOfSet(known[0], table) && !known.some((other) => isSamePlace(other, table)));
    if (set) set.push(table);
    else sets.push([table]);
  }
  return sets;
}

const isOfSet = (a: LayoutTable, b: LayoutTable): boolean =>
  a.print === b.print &&
  a.taxYears.join() === b.taxYears.join() &&
  a.pageSize.join() === b.pageSize.join() &&
  a.disputed === b.disputed;

const isSamePlace = (a: LayoutTable, b: LayoutTable): boolean =>
  a.signer === b.signer && a.page === b.page && a.pageCount === b.pageCount;
