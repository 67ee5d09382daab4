import { read, type CellObject, type WorkBook } from 'xlsx';
import { appError } from '../../src/core/app-error';
import type { ClientType } from '../../src/core/clients/client';
import { findHeaderRow } from '../../src/core/clients/find-header-row';
import { findSavedHeader, type SavedMapping } from '../../src/core/clients/saved-mapping';
import type { SheetChoice, SheetReason } from '../../src/core/clients/source-reading';
import type { Cell, Table, TableRow } from '../../src/core/clients/table';
import { err, ok, type Result } from '../../src/core/result';
import { sheetFacts, type SheetFacts } from './sheet-facts';
import type { WorkbookKind } from './sniff-kind';
import { packWorkbook, unpackWorkbook } from './unpack-workbook';

/** A sheet says it goes to column XFD for one stray cell; no list is that wide. */
const MOST_COLUMNS = 512;

export interface ReadWorkbook {
  readonly table: Table;
  readonly sheet: string;
  readonly why: SheetReason;
  readonly sheets: readonly SheetChoice[];
  readonly facts: SheetFacts;
}

export interface WorkbookChoice {
  readonly clientType: ClientType;
  readonly saved?: readonly SavedMapping[];
  readonly chosen?: string | undefined;
}

interface Sheet extends SheetChoice {
  readonly table: Table;
  /** The office's mapping that knows its header. */
  readonly saved: SavedMapping | null;
}

/**
 * The sheet of a workbook that reads best as a client list: one whose header the office mapped, else most headers known,
 * visible before hidden, the first of equals (the first sheet when none is known). Raw values: numbers stay numbers,
 * dates stay day serials, a formula is its stored value. A `chosen` sheet is taken whatever it holds;
 * `import/unreadable-xlsx` when the book has no such sheet.
 */
export function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  kind: WorkbookKind,
  { clientType, saved = [], chosen }: WorkbookChoice,
): Result<ReadWorkbook> {
  const parts = kind === 'xls' ? null : unpackWorkbook(bytes);
  if (kind !== 'xls' && !parts) return err(appError('import/unreadable-xlsx'));
  const book = openBook(parts ? packWorkbook(parts) : bytes);
  if (!book.ok) return book;
  const epoch1904 = book.value.Workbook?.WBProps?.date1904 === true;
  const sheets = book.value.SheetNames.map((name, index): Sheet => {
    const table = { rows: sheetRows(book.value, name), epoch1904 };
    return {
      name,
      table,
      rows: table.rows.length,
      headers: findHeaderRow(table.rows, clientType)?.score ?? 0,
      hidden: (book.value.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      saved: findSavedHeader(table.rows, saved)?.saved ?? null,
    };
  });
  const picked = pickSheet(sheets, chosen);
  if (!picked) return err(appError('import/unreadable-xlsx'));
  const { sheet, why } = picked;
  return ok({
    table: sheet.table,
    sheet: sheet.name,
    why,
    sheets: sheets.map(({ name, rows, headers, hidden }) => ({ name, rows, headers, hidden })),
    facts: sheetFacts(book.value, sheet.name, parts),
  });
}

function openBook(bytes: Uint8Array<ArrayBuffer>): Result<WorkBook> {
  try {
    return ok(
      read(bytes, {
        type: 'array',
        dense: true,
        // SheetJS gives a formula without a stored value the value 0 when it keeps formulas.
        cellFormula: false,
        cellHTML: false,
        cellText: false,
        cellNF: false,
        cellDates: false,
        // For hidden rows and columns.
        cellStyles: true,
      }),
    );
  } catch (error) {
    // An old .xls says so only once it is read; what SheetJS throws otherwise may quote the file.
    if (error instanceof Error && /password/iu.test(error.message)) return err(appError('import/workbook-password'));
    return err(appError('import/unreadable-xlsx'));
  }
}

function pickSheet(
  sheets: readonly Sheet[],
  chosen: string | undefined,
): { readonly sheet: Sheet; readonly why: SheetReason } | null {
  if (chosen !== undefined) {
    const sheet = sheets.find(({ name }) => name === chosen);
    return sheet ? { sheet, why: 'chosen' } : null;
  }
  const remembered =
    sheets.find(({ name, saved }) => saved?.reading?.sheet === name) ?? sheets.find(({ saved }) => saved !== null);
  if (remembered) return { sheet: remembered, why: sheets.length === 1 ? 'only' : 'remembered' };
  const [best] = sheets.toSorted((a, b) => b.headers - a.headers || Number(a.hidden) - Number(b.hidden));
  const first = sheets[0];
  if (!best || !first) return null;
  if (sheets.length === 1) return { sheet: best, why: 'only' };
  return best.headers > 0 ? { sheet: best, why: 'headers' } : { sheet: first, why: 'first' };
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
