import type { ClientType, Software } from './client';
import { COLUMN_ALIASES } from './column-aliases';
import { hasNameColumn, mapColumns, type ColumnMapping } from './column-mapping';
import type { HeaderRow } from './find-header-row';
import type { ListField } from './list-field';
import { normaliseHeader } from './normalise-header';
import { isReasonHeader } from './reason-column';
import type { ReadOverrides } from './source-reading';
import type { Cell, TableRow } from './table';

/** What an office said of the columns of one header set, for one software and type. Holds headers, never a client. */
export interface SavedMapping {
  readonly software: Software;
  readonly clientType: ClientType;
  readonly columns: readonly { readonly header: string; readonly field: ListField | null }[];
  /** How a file of these columns was read when a person decided it; the header row is known by its headers. */
  readonly reading?: SavedReading;
}

export type SavedReading = Pick<ReadOverrides, 'encoding' | 'delimiter' | 'sheet'>;

/** Equal for the same headers in any order, case and accents; our own column of reasons is none of theirs. */
export const headerSetKey = (headers: readonly Cell[]): string =>
  headers
    .filter((header) => !isReasonHeader(header))
    .map((header) => normaliseHeader(String(header)))
    .toSorted()
    .join('\n');

export const sameMapping = (a: SavedMapping, b: SavedMapping): boolean =>
  a.software === b.software &&
  a.clientType === b.clientType &&
  headerSetKey(a.columns.map(({ header }) => header)) === headerSetKey(b.columns.map(({ header }) => header));

export interface SavedHeader extends HeaderRow {
  readonly saved: SavedMapping;
}

/** The row that is the header of a saved mapping, with its fields; it goes before what the aliases know. */
export function findSavedHeader(rows: readonly TableRow[], saved: readonly SavedMapping[]): SavedHeader | null {
  if (saved.length === 0) return null;
  const byKey = new Map(saved.map((mapping) => [headerSetKey(mapping.columns.map(({ header }) => header)), mapping]));
  for (const [index, { cells }] of rows.slice(0, 40).entries()) {
    const found = byKey.get(headerSetKey(cells));
    if (!found) continue;
    const mapping = fieldsByHeader(cells, found);
    return { index, mapping, score: mapping.filter((field) => field !== null).length, saved: found };
  }
  return null;
}

/** By name, whatever the order; columns of one name are told apart by their order. */
function fieldsByHeader(cells: readonly Cell[], { columns }: SavedMapping): ColumnMapping {
  const left = columns.map(({ header, field }) => ({ key: normaliseHeader(header), field }));
  return cells.map((cell) => {
    const at = left.findIndex(({ key }) => key === normaliseHeader(String(cell)));
    return at < 0 ? null : (left.splice(at, 1)[0]?.field ?? null);
  });
}

/** The fields a column of such a list can be, in the order of the alias table. */
export function fieldsFor(clientType: ClientType): ListField[] {
  return [
    ...new Set(COLUMN_ALIASES.flatMap(({ field, only }) => (only === undefined || only === clientType ? [field] : []))),
  ];
}

/** True when it says no more of the columns than the aliases do. */
export function isAliasMapping({ clientType, columns }: SavedMapping): boolean {
  const known = mapColumns(
    columns.map(({ header }) => header),
    clientType,
  );
  return columns.every(({ field }, column) => field === known[column]);
}

/** What keeps a mapping from being used: no name, nothing beside the name, one field in two columns. */
export function mappingProblem(mapping: ColumnMapping): 'no-name' | 'name-alone' | 'twice' | null {
  const fields = mapping.filter((field) => field !== null);
  if (new Set(fields).size < fields.length) return 'twice';
  if (!hasNameColumn(mapping)) return 'no-name';
  return fields.length < 2 ? 'name-alone' : null;
}
