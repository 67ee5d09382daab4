import { cellText, cellValue } from './cell-text';
import type { ColumnMapping } from './column-mapping';
import type { ListField } from './list-field';
import type { RowIssue, RowIssueCode } from './row-issue';
import type { Cell, TableRow } from './table';

/** One row seen by field, and the doubts met while reading it. */
export class RowCells {
  readonly issues: RowIssue[] = [];
  readonly #columns = new Map<ListField, Cell | undefined>();

  constructor(row: TableRow, mapping: ColumnMapping) {
    mapping.forEach((field, column) => {
      if (field !== null) this.#columns.set(field, row.cells[column]);
    });
  }

  /** True when the list has a column for it. */
  has(field: ListField): boolean {
    return this.#columns.has(field);
  }

  cell(field: ListField): Cell | undefined {
    return this.#columns.get(field);
  }

  text(field: ListField): string {
    return cellText(this.#columns.get(field));
  }

  /** `text`, with the office's words for « nothing » read as blank. */
  value(field: ListField): string {
    return cellValue(this.#columns.get(field));
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
