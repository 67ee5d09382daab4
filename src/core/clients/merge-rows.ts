import type { ImportedClient } from './client';
import type { JudgedRow } from './duplicates';
import type { ReadRow } from './read-row';
import { rowKey, type RowKey } from './row-key';

/** What is chosen as a whole when two rows are one person. A business number goes with its program account. */
export const MERGE_FIELDS = [
  'clientNumber',
  'name',
  'sin',
  'businessNumber',
  'birthDate',
  'email',
  'phone',
  'address',
  'language',
  'accountManager',
] as const satisfies readonly (keyof ImportedClient)[];
export type MergeField = (typeof MERGE_FIELDS)[number];

export interface RowMerge {
  readonly into: RowKey;
  /** Fields whose value is this row's; for the others the other row's stands, its blanks filled from this one. */
  readonly take: readonly MergeField[];
}

export interface MergedRows {
  /** As given, those that others were merged into changed. */
  readonly rows: readonly ReadRow[];
  /** Rows that act no more, as they are to be judged: said, and nothing else. */
  readonly absorbed: ReadonlyMap<ReadRow, JudgedRow>;
}

/** Puts each merged row into the row it was merged into. A merge whose rows are gone, or that goes in a circle, is none. */
export function mergeRows(rows: readonly ReadRow[], merges: ReadonlyMap<RowKey, RowMerge>): MergedRows {
  if (merges.size === 0) return { rows, absorbed: new Map() };
  const byKey = new Map(rows.map((row) => [rowKey(row), row]));
  const clients = new Map<RowKey, ImportedClient>();
  const absorbed = new Map<ReadRow, JudgedRow>();
  for (const row of rows) {
    const key = rowKey(row);
    const merge = merges.get(key);
    const target = merge && standingKey(key, merges);
    const standing = target === undefined ? undefined : byKey.get(target);
    if (!merge || target === undefined || !standing) continue;
    clients.set(target, mergeClients(clients.get(target) ?? standing.client, row.client, merge.take));
    absorbed.set(row, {
      ...row,
      issues: [{ code: 'merged-row', severity: 'note' }],
      duplicate: true,
      twin: target,
    });
  }
  const merged = rows.map((row) => {
    const client = clients.get(rowKey(row));
    return client && !absorbed.has(row) ? { ...row, client, issues: settledIssues(row, client) } : row;
  });
  return { rows: merged, absorbed };
}

function standingKey(key: RowKey, merges: ReadonlyMap<RowKey, RowMerge>): RowKey | undefined {
  const passed = new Set<RowKey>();
  let at = key;
  for (let merge = merges.get(at); merge; merge = merges.get(at)) {
    if (passed.has(at)) return undefined;
    passed.add(at);
    at = merge.into;
  }
  return at;
}

/** `standing` with its blanks filled from `other`, and with `other`'s value where it is taken. */
export function mergeClients(
  standing: ImportedClient,
  other: ImportedClient,
  take: readonly MergeField[],
): ImportedClient {
  const filled = Object.fromEntries(
    Object.entries(standing).map(([field, value]) => [field, value ?? other[field as keyof ImportedClient]]),
  ) as unknown as ImportedClient;
  const taken = (field: MergeField): boolean => take.includes(field) && hasValue(other, field);
  const numbers = taken('businessNumber') || standing.businessNumber === null ? other : standing;
  return {
    ...filled,
    ...Object.fromEntries(take.filter(taken).map((field) => [field, other[field]])),
    address: taken('address') || !hasValue(standing, 'address') ? other.address : standing.address,
    name: taken('name') || standing.name.full === '' ? other.name : standing.name,
    businessNumber: numbers.businessNumber,
    programAccount: numbers.programAccount,
    household: standing.household,
    relation: standing.relation,
  };
}

export function hasValue(client: ImportedClient, field: MergeField): boolean {
  if (field === 'address') return Object.values(client.address).some((value) => value !== null);
  return field === 'name' ? client.name.full !== '' : client[field] !== null;
}

/** A blank that the other row filled is missing no more. */
const settledIssues = ({ issues }: ReadRow, client: ImportedClient): ReadRow['issues'] =>
  issues.filter(
    ({ code }) =>
      !(code === 'email-missing' && client.email !== null) &&
      !(code === 'sin-absent' && client.sin !== null) &&
      !(code === 'name-missing' && client.name.full !== ''),
  );
