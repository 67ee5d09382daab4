import type { TableRow } from '../../src/core/clients/table';
import type { SheetFacts } from './sheet-facts';

/** A workbook whose sheets were read, by whichever reader. */
export interface OpenedBook {
  readonly epoch1904: boolean;
  readonly sheets: readonly OpenedSheet[];
}

export interface OpenedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with something in them. */
  readonly rows: readonly TableRow[];
  facts(): SheetFacts;
}

/** A sheet says it goes to column XFD for one stray cell; no list is that wide. */
export const MOST_COLUMNS = 512;
