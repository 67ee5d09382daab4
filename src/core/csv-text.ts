import { maskFileName } from './identifiers/mask-file-name';

/** A spreadsheet runs a cell that starts so; an apostrophe before it makes it text again. */
const FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as the CSV that a Quebec spreadsheet opens by itself: UTF-8 with its mark, semicolons, CRLF. Formulas are
 * disarmed, line feeds inside a cell kept in quotes, and nine digits that look like a SIN are masked.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('');
}

function cellText(value: string): string {
  const masked = maskFileName(value.normalize('NFC'));
  const safe = FORMULA.test(masked) ? `'${masked}` : masked;
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
