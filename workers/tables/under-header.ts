import { appError, type AppError } from '../../src/core/app-error';
import type { ClientType } from '../../src/core/clients/client';
import { cellText } from '../../src/core/clients/cell-text';
import { mapColumns } from '../../src/core/clients/column-mapping';
import { findHeaderRow, type HeaderRow } from '../../src/core/clients/find-header-row';
import { findSavedHeader, type SavedMapping } from '../../src/core/clients/saved-mapping';
import type { HeaderReason, ReadingEvidence } from '../../src/core/clients/source-reading';
import type { SourceNote } from '../../src/core/clients/source-note';
import { tableNotes } from '../../src/core/clients/table-notes';
import type { Cell, Table, TableRow } from '../../src/core/clients/table';
import { maskFileName } from '../../src/core/identifiers/mask-file-name';
import { err, ok, type Result } from '../../src/core/result';

const FIRST_ROWS = 12;
/** Characters of a row shown for a person to know it by. */
const SHOWN_CHARACTERS = 160;

export interface ListUnderHeader {
  readonly header: HeaderRow;
  /** 1-based line or sheet row of the header. */
  readonly headerRow: number;
  readonly headers: readonly Cell[];
  /** Below the header. */
  readonly rows: readonly TableRow[];
  readonly epoch1904: boolean;
  readonly why: HeaderReason;
  readonly firstRows: ReadingEvidence['firstRows'];
  readonly notes: readonly SourceNote[];
  /** The office's mapping that named the columns. */
  readonly saved: SavedMapping | null;
}

export interface UnderHeaderRequest {
  readonly table: Table;
  readonly clientType: ClientType;
  readonly saved: readonly SavedMapping[];
  readonly chosenRow: number | undefined;
  /** The table tells numbers from text. */
  readonly typed: boolean;
}

/** The rows below the header. Errors: `import/no-known-header`, `import/no-rows`, and `import/mixed-list` when the header is one of the other type. */
export function underHeader({
  table,
  clientType,
  saved,
  chosenRow,
  typed,
}: UnderHeaderRequest): Result<ListUnderHeader> {
  const candidates = chosenRow === undefined ? table.rows : table.rows.filter(({ source }) => source === chosenRow);
  const remembered = findSavedHeader(candidates, saved);
  const found =
    remembered ?? (chosenRow === undefined ? findHeaderRow(table.rows, clientType) : asHeader(candidates, clientType));
  const row = found ? candidates[found.index] : undefined;
  if (!found || !row) return err(noHeader(table, clientType));
  const index = table.rows.indexOf(row);
  const rows = table.rows.slice(index + 1);
  if (rows.length === 0) return err(appError('import/no-rows'));
  const { epoch1904 } = table;
  const { mapping } = found;
  return ok({
    header: { ...found, index },
    headerRow: row.source,
    headers: row.cells,
    rows,
    epoch1904,
    why: chosenRow !== undefined ? 'chosen' : remembered ? 'remembered' : 'headers',
    firstRows: firstRows(table.rows, index),
    notes: tableNotes({ clientType, mapping, headers: row.cells, rows, titleRows: index, epoch1904, typed }),
    saved: remembered?.saved ?? null,
  });
}

/** A list of corporations dropped as individuals, or the reverse, has a header that the other type knows. */
export function noHeader(table: Table, clientType: ClientType): AppError {
  const header = findHeaderRow(table.rows, otherType(clientType));
  if (!header) return appError('import/no-known-header');
  const rows = table.rows.length - header.index - 1;
  const [individuals, corporations] = clientType === 'individuals' ? [0, rows] : [rows, 0];
  return appError('import/mixed-list', { individuals, corporations });
}

export const otherType = (clientType: ClientType): ClientType =>
  clientType === 'individuals' ? 'corporations' : 'individuals';

/** The row that a person says is the header, known or not; `null` when the table has no such row. */
function asHeader([row]: readonly TableRow[], clientType: ClientType): HeaderRow | null {
  if (!row) return null;
  const mapping = mapColumns(row.cells, clientType);
  return { index: 0, mapping, score: mapping.filter((field) => field !== null).length };
}

function firstRows(rows: readonly TableRow[], header: number): ReadingEvidence['firstRows'] {
  const shown = rows.slice(0, FIRST_ROWS);
  const more = header >= FIRST_ROWS ? rows.slice(header, header + 1) : [];
  return [...shown, ...more].map(({ source, cells }) => ({
    row: source,
    text: maskFileName(cells.map(cellText).join(' | ')).slice(0, SHOWN_CHARACTERS),
  }));
}
