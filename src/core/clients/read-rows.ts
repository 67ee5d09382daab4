import type { ClientType } from './client';
import type { ColumnMapping } from './column-mapping';
import { markDuplicates, type JudgedRow } from './duplicates';
import { gatherHouseholds } from './household';
import { mergeRows, type RowMerge } from './merge-rows';
import type { RowKey } from './row-key';
import { RowMemo } from './row-memo';
import { isTotalRow } from './total-row';
import { markDependants } from './dependants';
import { dateOrderOf } from './read-date';
import { readRow, type ReadRow, type ReadRowOptions } from './read-row';
import { isRepeatedHeader } from './repeated-header';
import { readSpouse } from './read-spouse';
import type { Cell, TableRow } from './table';

export interface ReadRowsRequest {
  readonly clientType: ClientType;
  readonly mapping: ColumnMapping;
  readonly headers: readonly Cell[];
  /** Rows below the header. */
  readonly rows: readonly TableRow[];
  readonly epoch1904: boolean;
  /** Keeps households of different sources apart, e.g. `dt-max`. */
  readonly scope: string;
  /** ISO date: tells minors from adults. */
  readonly today: string;
  /** Rows that the technician merged into another, by key. */
  readonly merges?: ReadonlyMap<RowKey, RowMerge>;
  /** Of earlier readings of the same list, under the same mapping. */
  readonly memo?: RowMemo;
}

/** The whole list: rows, spouses split off, households, missing names, duplicates. Order of the source is kept. */
export function readRows(request: ReadRowsRequest): JudgedRow[] {
  const options: ReadRowOptions = { ...request, order: dateOrderOf(request.rows, request.mapping) };
  const { memo = new RowMemo() } = request;
  const read: ReadRow[] = [];
  for (const row of request.rows) {
    const people = memo.people(row, options.order, () => readPeople(row, request.headers, options));
    for (const person of people) read.push(person);
  }
  const families = gatherHouseholds(read, request.scope).map(requireName);
  const { rows, absorbed } = mergeRows(families, request.merges ?? new Map());
  const standing = absorbed.size === 0 ? rows : rows.filter((row) => !absorbed.has(row));
  const judged = markDuplicates(markSharedEmails(markDependants(standing, request.today)));
  if (absorbed.size === 0) return judged;
  let next = 0;
  return rows.flatMap((row) => absorbed.get(row) ?? judged.slice(next, ++next));
}

/** One person, two when the row holds a couple, none when it is no client. */
function readPeople(row: TableRow, headers: readonly Cell[], options: ReadRowOptions): readonly ReadRow[] {
  const { source, cells } = row;
  if (isRepeatedHeader(cells, headers) || isTotalRow(cells)) return [];
  // Split into its cells once.
  const split = { source, cells };
  const main = readRow(split, options);
  const spouse = readSpouse(split, main, options);
  return spouse ? [main, spouse] : [main];
}

function requireName(row: ReadRow): ReadRow {
  if (row.client.name.full !== '') return row;
  return { ...row, issues: [...row.issues, { code: 'name-missing', severity: 'error', field: 'name' }] };
}

/** Said, not judged: each adult of a couple who share an address still has their own envelope. */
function markSharedEmails(rows: readonly ReadRow[]): readonly ReadRow[] {
  const people = new Map<string, string>();
  const shared = new Set<string>();
  for (const { client } of rows) {
    if (client.email === null) continue;
    const person = client.sin ?? client.name.full;
    const first = people.get(client.email);
    if (first === undefined) people.set(client.email, person);
    else if (first !== person) shared.add(client.email);
  }
  if (shared.size === 0) return rows;
  return rows.map((row) =>
    row.client.email !== null && shared.has(row.client.email)
      ? { ...row, issues: [...row.issues, { code: 'email-shared', severity: 'note', field: 'email' }] }
      : row,
  );
}
