/** A cell as its file holds it: text, or a spreadsheet's number (dates are day serials). Blank is `''`. */
export type Cell = string | number;

export interface TableRow {
  /** 1-based line (CSV) or sheet row (workbook) that the row starts on. */
  readonly source: number;
  readonly cells: readonly Cell[];
}

/** A client list after decoding and parsing, before any rule. Wholly blank rows are left out. */
export interface Table {
  readonly rows: readonly TableRow[];
  /** True when day serials count from 1904. */
  readonly epoch1904: boolean;
}
