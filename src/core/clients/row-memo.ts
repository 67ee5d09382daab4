import type { DateOrder } from '../identifiers/date';
import type { ReadRow } from './read-row';
import type { TableRow } from './table';

/**
 * What the rows of one list were read as. One corrected cell, or a plan made right after the reading, must not read a
 * hundred thousand rows again. Holds for one mapping of the columns; another writing of dates empties it.
 */
export class RowMemo {
  #order: DateOrder | null = null;
  #read = new WeakMap<TableRow, readonly ReadRow[]>();

  /** The people of `row`, read by `read` unless this very row was read before. */
  people(row: TableRow, order: DateOrder, read: () => readonly ReadRow[]): readonly ReadRow[] {
    if (order !== this.#order) {
      this.#order = order;
      this.#read = new WeakMap();
    }
    const known = this.#read.get(row);
    if (known) return known;
    const people = read();
    this.#read.set(row, people);
    return people;
  }
}
