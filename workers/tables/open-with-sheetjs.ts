import { read, type CellObject, type WorkBook } from 'xlsx';
import { appError } from '../../src/core/app-error';
import type { Cell, TableRow } from '../../src/core/clients/table';
import { err, ok, type Result } from '../../src/core/result';
import { MOST_COLUMNS, type OpenedBook } from './opened-book';
import { sheetFacts } from './sheet-facts';
import { packWorkbook, type WorkbookParts } from './unpack-workbook';

/**
 * Any workbook, through SheetJS: `parts` of an archive, or the bytes of an old `.xls`. Errors:
 * `import/workbook-password`, `import/unreadable-xlsx`.
 */
export function openWithSheetJs(source: WorkbookParts | Uint8Array<ArrayBuffer>): Result<OpenedBook> {
  const parts = source instanceof Uint8Array ? null : source;
  let book: WorkBook;
  try {
    book = read(source instanceof Uint8Array ? source : packWorkbook(source), {
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
    });
  } catch (error) {
    // An old .xls says so only once it is read; what SheetJS throws otherwise may quote the file.
    if (error instanceof Error && /password/iu.test(error.message)) return err(appError('import/workbook-password'));
    return err(appError('import/unreadable-xlsx'));
  }
  return ok({
    epoch1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: book.SheetNames.map((name, index) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows: sheetRows(book, name),
      facts: () => sheetFacts(book, name, parts),
    })),
  });
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
