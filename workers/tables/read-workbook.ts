import { read, type CellObject, type WorkBook } from 'xlsx';
import { appError } from '../../src/core/app-error';
import type { ClientType } from '../../src/core/clients/client';
import { findHeaderRow } from '../../src/core/clients/find-header-row';
import type { Cell, Table, TableRow } from '../../src/core/clients/table';
import { err, ok, type Result } from '../../src/core/result';
import { repackWorkbook } from './repack-workbook';
import type { WorkbookKind } from './sniff-kind';

/** A sheet says it goes to column XFD for one stray cell; no list is that wide. */
const MOST_COLUMNS = 512;

export interface ReadWorkbook {
  readonly table: Table;
  readonly sheet: string;
}

/**
 * The sheet of a workbook that reads best as a client list, the first of equals (the first sheet when none does). Raw
 * values: numbers stay numbers, dates stay day serials, a formula is its stored value. A `chosen` sheet is taken whatever it holds; `import/unreadable-xlsx` when the book has no such sheet.
 */
export function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  kind: WorkbookKind,
  clientType: ClientType,
  chosen?: string,
): Result<ReadWorkbook> {
  const unpacked = kind === 'xls' ? bytes : repackWorkbook(bytes);
  if (!unpacked) return err(appError('import/unreadable-xlsx'));
  let book: WorkBook;
  try {
    book = read(unpacked, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: false,
      cellDates: false,
    });
  } catch (error) {
    // An old .xls says so only once it is read; what SheetJS throws otherwise may quote the file.
    if (error instanceof Error && /password/iu.test(error.message)) return err(appError('import/workbook-password'));
    return err(appError('import/unreadable-xlsx'));
  }
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true;
  let best: ReadWorkbook | null = null;
  let bestScore = -1;
  for (const sheet of book.SheetNames.filter((name) => chosen === undefined || name === chosen)) {
    const table = { rows: sheetRows(book, sheet), epoch1904 };
    const score = findHeaderRow(table.rows, clientType)?.score ?? 0;
    if (score > bestScore) [best, bestScore] = [{ table, sheet }, score];
  }
  return best ? ok(best) : err(appError('import/unreadable-xlsx'));
}

function sheetRows(book: WorkBook, sheet: string): TableRow[] {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = book.Sheets[sheet]?.['!data'] ?? [];
  const rows: TableRow[] = [];
  data.forEach((cells, index) => {
    if (!cells) return;
    const values = Array.from(cells.slice(0, MOST_COLUMNS), cellOf);
    if (values.some((value) => typeof value === 'number' || /\S/u.test(value)))
      rows.push({ source: index + 1, cells: values });
  });
  return rows;
}

function cellOf(cell: CellObject | undefined): Cell {
  if (cell?.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  if (typeof cell.v === 'number' || typeof cell.v === 'string') return cell.v;
  return String(cell.v);
}
