import { dateOfSerial, numericDateParts, parseDate, type DateOrder } from '../identifiers/date';
import { cellText, cellValue } from './cell-text';
import type { ColumnMapping } from './column-mapping';
import type { ListField } from './list-field';
import type { RowCells } from './row-cells';
import type { TableRow } from './table';

/** How dates are written in one list. */
export interface DateWriting {
  readonly epoch1904: boolean;
  readonly order: DateOrder;
}

/** Fields whose cell is a date: a workbook holds it as a number of days. */
export const DATE_FIELDS: readonly ListField[] = ['birthDate', 'deathDate', 'spouseBirthDate', 'yearEnd'];

/**
 * One export writes all its dates alike: a list where some second number is above 12 and no first one is has the month
 * first, so that « 03/04/1980 » in it is the 4th of March. Without such proof, day first, as in Quebec.
 */
export function dateOrderOf(rows: readonly TableRow[], mapping: ColumnMapping): DateOrder {
  const columns = mapping.flatMap((field, column) => (field !== null && DATE_FIELDS.includes(field) ? [column] : []));
  let monthFirst = false;
  for (const { cells } of rows) {
    for (const column of columns) {
      const parts = numericDateParts(cellText(cells[column]));
      if (parts === null) continue;
      if (parts[0] > 12) return 'day-first';
      monthFirst ||= parts[1] > 12;
    }
  }
  return monthFirst ? 'month-first' : 'day-first';
}

/** ISO date of a cell; `null` when blank, and with a warning when it cannot be read. */
export function readDate(cells: RowCells, field: ListField, { epoch1904, order }: DateWriting): string | null {
  const cell = cells.cell(field);
  if (typeof cell === 'number')
    return dateOfSerial(cell, epoch1904) ?? parseDate(String(cell)) ?? cells.warn('date-malformed', field);
  const text = cellValue(cell);
  if (text === '' || /^[0/.\s-]+$/u.test(text)) return null;
  // A serial that a CSV export kept as a number.
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? dateOfSerial(Number(text), epoch1904) : null;
  return serial ?? parseDate(text, order) ?? cells.warn('date-malformed', field);
}
