import { cellText, cellValue } from './cell-text';
import type { ColumnMapping } from './column-mapping';
import type { ListField } from './list-field';
import type { RowIssue, RowIssueCode } from './row-issue';
import type { Cell } from './table';

/** One row seen by field, and the doubts met while reading it. */
export class RowCells {
  readonly issues: RowIssue[] = [];
  readonly #columns: ReadonlyMap<ListField, number>;
  readonly #cells: readonly Cell[];

  constructor(cells: readonly Cell[], mapping: ColumnMapping) {
    this.#columns = columnsOf(mapping);
    this.#cells = cells;
  }

  /** True when the list has a column for it. */
  has(field: ListField): boolean {
    return this.#columns.has(field);
  }

  cell(field: ListField): Cell | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : this.#cells[column];
  }

  text(field: ListField): string {
    return cellText(this.cell(field));
  }

  /** `text`, with the office's words for « nothing » read as blank. */
  value(field: ListField): string {
    return cellValue(this.cell(field));
  }

  /** Said, and the value left out. */
  warn(code: RowIssueCode, field: ListField): null {
    this.issues.push({ code, severity: 'warning', field });
    return null;
  }

  note(code: RowIssueCode, field: ListField): void {
    this.issues.push({ code, severity: 'note', field });
  }
}

const COLUMNS = new WeakMap<ColumnMapping, ReadonlyMap<ListField, number>>();

/** Made once for a list: each of its rows is seen by it. */
function columnsOf(mapping: ColumnMapping): ReadonlyMap<ListField, number> {
  const known = COLUMNS.get(mapping);
  if (known) return known;
  const columns = new Map<ListField, number>();
  mapping.forEach((field, column) => {
    if (field !== null) columns.set(field, column);
  });
  COLUMNS.set(mapping, columns);
  return columns;
}
