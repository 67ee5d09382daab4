import type { ClientType } from './client';
import { hasNameColumn, mapColumns, type ColumnMapping } from './column-mapping';
import type { TableRow } from './table';

/** Title rows, logos and filters above a header never take more than this. */
const SEARCHED_ROWS = 40;
/** A name and one thing more: fewer is a coincidence of words. */
const LEAST_FIELDS = 2;

export interface HeaderRow {
  /** Index into the rows given. */
  readonly index: number;
  readonly mapping: ColumnMapping;
  /** Number of fields recognised. */
  readonly score: number;
}

/** The row with most recognised headers, the first of equals; `null` when none names a person and one thing more. */
export function findHeaderRow(rows: readonly TableRow[], clientType: ClientType): HeaderRow | null {
  let best: HeaderRow | null = null;
  for (const [index, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const mapping = mapColumns(row.cells, clientType);
    const score = mapping.reduce((sum, field) => sum + (field === null ? 0 : 1), 0);
    if (score >= LEAST_FIELDS && hasNameColumn(mapping) && score > (best?.score ?? 0)) best = { index, mapping, score };
  }
  return best;
}
