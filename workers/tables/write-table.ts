import Papa from 'papaparse';
import * as XLSX from 'xlsx';
import type { Delimiter } from '../../src/core/clients/source-reading';
import type { Cell } from '../../src/core/clients/table';

export type TableFormat = 'csv' | 'xlsx';

/** A spreadsheet would run these as a formula. */
const FORMULA = /^[=+\-@\t\r]/u;
/** A spreadsheet would take the zeros away. */
const LEADING_ZERO = /^0\d+$/u;

/**
 * Cells → a file for a spreadsheet. No cell can become a formula, and no number loses its zeros: in a CSV, which has no
 * types, a formula's first character gets an apostrophe before it and `0012` is written `="0012"` (what Excel itself
 * writes); in a workbook every text is typed as text. CSV is UTF-8 with its mark, CRLF, and our own reader reads both
 * writings back.
 */
export function writeTable(rows: readonly (readonly Cell[])[], format: TableFormat, delimiter: Delimiter = ';'): Blob {
  if (format === 'csv') {
    const safe = rows.map((cells) => cells.map(csvCell));
    return new Blob(['\ufeff', Papa.unparse(safe, { delimiter, newline: '\r\n' }), '\r\n'], {
      type: 'text/csv;charset=utf-8',
    });
  }
  const sheet = XLSX.utils.aoa_to_sheet(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? cell : { t: 's', v: cell, z: '@' }))),
  );
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Lignes');
  const bytes = XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

function csvCell(cell: Cell): string {
  const text = String(cell);
  if (LEADING_ZERO.test(text)) return `="${text}"`;
  return FORMULA.test(text) ? `'${text}` : text;
}
