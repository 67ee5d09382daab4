import type { ImportedClient } from './client';
import { nameAgreement } from './name-agreement';
import { nameSum, nameTokens } from './name-tokens';
import type { ReadRow } from './read-row';
import type { RowIssue } from './row-issue';
import { rowKey, type RowKey } from './row-key';

/** `duplicate`: the row repeats another, word for word, and does nothing of its own. */
export type JudgedRow = ReadRow & {
  readonly duplicate: boolean;
  /** The row of the file that is held to be the same person. */
  readonly twin?: RowKey;
};

/**
 * One person twice in a file. Same SIN or BN with an agreeing name, or same name and birth date: the fullest row stands,
 * the others are to be checked (`duplicate-row`), or only noted when nothing differs. Same SIN under two names
 * (`sin-duplicate`) is to be checked on every row. Independent of the order of the rows.
 */
export function markDuplicates(rows: readonly ReadRow[]): JudgedRow[] {
  const marks = new Map<ReadRow, RowIssue>();
  const repeated = new Set<ReadRow>();
  const twins = new Map<ReadRow, ReadRow>();
  for (const [field, groupsOf] of KEYS) {
    for (const group of groupsOf(rows)) {
      const [standing, ...others] = group.toSorted(byFullness);
      if (!standing) continue;
      // Two SINs are two people, whatever else agrees: a father and a son of one name keep their own.
      if (field === 'name' && new Set(group.map(({ client }) => client.sin).filter((sin) => sin !== null)).size > 1)
        continue;
      if (others.some((row) => nameAgreement(row.client.name.full, standing.client.name.full) !== 'agreeing')) {
        for (const row of group) {
          marks.set(row, { code: 'sin-duplicate', severity: 'check', field });
          twins.set(row, row === standing ? (others[0] ?? row) : standing);
        }
        continue;
      }
      for (const row of others) {
        if (marks.has(row)) continue;
        const same = contentOf(row.client) === contentOf(standing.client);
        if (same) repeated.add(row);
        marks.set(row, { code: 'duplicate-row', severity: same ? 'note' : 'check' });
        twins.set(row, standing);
      }
    }
  }
  return rows.map((row) => {
    const mark = marks.get(row);
    if (!mark) return { ...row, duplicate: false };
    const twin = twins.get(row);
    return {
      ...row,
      issues: [...row.issues, mark],
      duplicate: repeated.has(row),
      ...(twin ? { twin: rowKey(twin) } : {}),
    };
  });
}

const KEYS: readonly (readonly [field: string, groupsOf: (rows: readonly ReadRow[]) => ReadRow[][]])[] = [
  ['sin', (rows) => groupBy(rows, ({ sin }) => sin)],
  [
    'businessNumber',
    (rows) =>
      groupBy(
        rows,
        ({ businessNumber, programAccount }) => businessNumber && `${businessNumber}${programAccount ?? ''}`,
      ),
  ],
  [
    'name',
    // Names are compared only among rows that share the rest: taking them to words is what costs.
    (rows) =>
      groupBy(rows, ({ name, birthDate, clientNumber }) => (name.full === '' ? null : (birthDate ?? clientNumber)))
        .flatMap((group) => groupBy(group, ({ name }) => nameSum(name.full)))
        .flatMap((group) => groupBy(group, ({ name }) => nameTokens(name.full).toSorted().join(' '))),
  ],
];

/** Rows that share a key, two or more together; nearly every row of a long list shares none. */
function groupBy(rows: readonly ReadRow[], key: (client: ImportedClient) => string | number | null): ReadRow[][] {
  const first = new Map<string | number, ReadRow>();
  const groups = new Map<string | number, ReadRow[]>();
  for (const row of rows) {
    const value = key(row.client);
    if (value === null) continue;
    const before = first.get(value);
    if (!before) {
      first.set(value, row);
      continue;
    }
    const group = groups.get(value);
    if (group) group.push(row);
    else groups.set(value, [before, row]);
  }
  return [...groups.values()];
}

const contentOf = (client: ImportedClient): string => JSON.stringify(client);

function byFullness(a: ReadRow, b: ReadRow): number {
  const filled = ({ client }: ReadRow): number =>
    [...Object.values(client), ...Object.values(client.address)].filter((value) => value !== null).length;
  const [left, right] = [contentOf(a.client), contentOf(b.client)];
  return filled(b) - filled(a) || (left < right ? -1 : left > right ? 1 : 0);
}
