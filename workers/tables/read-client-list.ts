import { appError, type AppError } from '../../src/core/app-error';
import type { ClientType, Software } from '../../src/core/clients/client';
import { findSavedHeader, type SavedMapping } from '../../src/core/clients/saved-mapping';
import { mapColumns } from '../../src/core/clients/column-mapping';
import { findHeaderRow, type HeaderRow } from '../../src/core/clients/find-header-row';
import { isReturnExport } from '../../src/core/clients/return-export';
import { DELIMITERS, type ReadOverrides, type SourceKind } from '../../src/core/clients/source-reading';
import type { Cell, Table, TableRow } from '../../src/core/clients/table';
import { err, ok, type Result } from '../../src/core/result';
import { chooseDelimiter } from './choose-delimiter';
import { decodeText } from './decode-text';
import { parseCsv } from './parse-csv';
import { readWorkbook } from './read-workbook';
import { sniffKind, WORKBOOK_KINDS, type WorkbookKind } from './sniff-kind';

/** A client list holds text: beyond this it is something else. */
export const MOST_LIST_BYTES = 64 * 1024 * 1024;

export interface ClientList {
  readonly kind: SourceKind;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly header: HeaderRow;
  /** 1-based line or sheet row of the header. */
  readonly headerRow: number;
  readonly headers: readonly Cell[];
  /** Below the header. */
  readonly rows: readonly TableRow[];
  readonly epoch1904: boolean;
}

/**
 * Bytes of a dropped file → its rows under a known header. DT Max exports `.csv`, Taxprep a workbook (`.xlsx`; `.xls`,
 * `.xlsb` and `.ods` are read as well); the content is judged, not the name. `saved`: the office's mappings for this
 * software and type, which go before the aliases; `overrides` win over what is detected. Errors: `import/wrong-kind`
 * {expected, found}, `import/empty-file`, `import/unreadable-csv`, `import/unreadable-xlsx`,
 * `import/workbook-password`, `import/return-not-list`, `import/no-known-header`, `import/no-rows`, and
 * `import/mixed-list` {individuals, corporations} when its header is one of the other type.
 */
export function readClientList(
  bytes: Uint8Array<ArrayBuffer>,
  software: Software,
  clientType: ClientType,
  saved: readonly SavedMapping[] = [],
  overrides: ReadOverrides = {},
): Result<ClientList> {
  const expected = software === 'dt-max' ? 'csv' : 'xlsx';
  const found = sniffKind(bytes);
  if (found === 'empty') return err(appError('import/empty-file'));
  if (expected === 'csv') {
    if (found === 'binary') return err(appError('import/unreadable-csv'));
    return found === 'text' ? readCsv(bytes, clientType, saved, overrides) : err(wrongKind(expected, found));
  }
  if (found === 'protected') return err(appError('import/workbook-password'));
  const workbook = WORKBOOK_KINDS.find((kind) => kind === found);
  if (workbook) return readSheets(bytes, workbook, clientType, saved, overrides);
  if (found === 'text' && isReturnExport(decodeText(bytes.subarray(0, 65_536)).text))
    return err(appError('import/return-not-list'));
  return err(wrongKind(expected, found === 'text' ? 'csv' : found));
}

const wrongKind = (expected: string, found: string) => appError('import/wrong-kind', { expected, found });

function readCsv(
  bytes: Uint8Array,
  clientType: ClientType,
  saved: readonly SavedMapping[],
  overrides: ReadOverrides,
): Result<ClientList> {
  const { text, encoding } = decodeText(bytes, overrides.encoding);
  if (!/\S/u.test(text)) return err(appError('import/empty-file'));
  if (isReturnExport(text)) return err(appError('import/return-not-list'));
  const delimiter =
    overrides.delimiter ??
    DELIMITERS.find((one) => findSavedHeader(parseCsv(text, one, 60).rows, saved) !== null) ??
    chooseDelimiter(text, clientType);
  if (delimiter === null) {
    const other = chooseDelimiter(text, otherType(clientType));
    const rows = other === null ? [] : parseCsv(text, other).rows;
    return err(noHeader({ rows, epoch1904: false }, clientType));
  }
  const { rows, unclosedQuote } = parseCsv(text, delimiter);
  if (unclosedQuote) return err(appError('import/unreadable-csv', { rows: rows.length }));
  const list = underHeader({ rows, epoch1904: false }, clientType, saved, overrides.headerRow);
  return list.ok ? ok({ kind: 'csv', encoding, delimiter, ...list.value }) : list;
}

function readSheets(
  bytes: Uint8Array<ArrayBuffer>,
  kind: WorkbookKind,
  clientType: ClientType,
  saved: readonly SavedMapping[],
  overrides: ReadOverrides,
): Result<ClientList> {
  const book = readWorkbook(bytes, kind, clientType, overrides.sheet);
  if (!book.ok) return book;
  const { table, sheet } = book.value;
  if (table.rows.length === 0) return err(appError('import/empty-file'));
  const list = underHeader(table, clientType, saved, overrides.headerRow);
  return list.ok ? ok({ kind, sheet, ...list.value }) : list;
}

const otherType = (clientType: ClientType): ClientType =>
  clientType === 'individuals' ? 'corporations' : 'individuals';

/** A list of corporations dropped as individuals, or the reverse, has a header that the other type knows. */
function noHeader(table: Table, clientType: ClientType): AppError {
  const header = findHeaderRow(table.rows, otherType(clientType));
  if (!header) return appError('import/no-known-header');
  const rows = table.rows.length - header.index - 1;
  const [individuals, corporations] = clientType === 'individuals' ? [0, rows] : [rows, 0];
  return appError('import/mixed-list', { individuals, corporations });
}

function underHeader(
  table: Table,
  clientType: ClientType,
  saved: readonly SavedMapping[],
  chosenRow: number | undefined,
): Result<Pick<ClientList, 'header' | 'headerRow' | 'headers' | 'rows' | 'epoch1904'>> {
  const header =
    chosenRow === undefined
      ? (findSavedHeader(table.rows, saved) ?? findHeaderRow(table.rows, clientType))
      : headerAt(table, clientType, chosenRow);
  const row = header ? table.rows[header.index] : undefined;
  if (!header || !row) return err(noHeader(table, clientType));
  const rows = table.rows.slice(header.index + 1);
  if (rows.length === 0) return err(appError('import/no-rows'));
  return ok({ header, headerRow: row.source, headers: row.cells, rows, epoch1904: table.epoch1904 });
}

/** The row that a person says is the header, known or not; `null` when the table has no such row. */
function headerAt(table: Table, clientType: ClientType, source: number): HeaderRow | null {
  const index = table.rows.findIndex((row) => row.source === source);
  const row = table.rows[index];
  if (!row) return null;
  const mapping = mapColumns(row.cells, clientType);
  return { index, mapping, score: mapping.filter((field) => field !== null).length };
}
