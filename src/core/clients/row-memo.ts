import type { DateOrder } from '../identifiers/date';
import type { ReadRow } from './read-row';
import type { TableRow } from './table';

/**
 * What the rows of one list were read as. One corrected cell, or a plan made right after the reading, must not read a
 * hundred thousand rows again. Holds for one mapping of the columns; another writing of dates empties it.
 */
export class RowMemo {
  #order: DateOrder | null = null;
  /** By place in the source: a row that is read again there takes the place of the one before. */
  #read = new Map<number, { readonly row: TableRow; readonly people: readonly ReadRow[] }>();

  /** The people of `row`, read by `read` unless this very row was read before. */
  people(row: TableRow, order: DateOrder, read: () => readonly ReadRow[]): readonly ReadRow[] {
    if (order !== this.#order) {
      this.#order = order;
      this.#read = new Map();
    }
    const known = this.#read.get(row.source);
    if (known?.row === row) return known.people;
    const people = read();
    this.#read.set(row.source, { row, people });
    return people;
  }
}
