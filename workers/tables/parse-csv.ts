import Papa from 'papaparse';
import type { Delimiter } from '../../src/core/clients/source-reading';
import type { TableRow } from '../../src/core/clients/table';

export interface ParsedCsv {
  readonly rows: readonly TableRow[];
  /** A quote was opened and never closed: the rest of the file is inside one cell. */
  readonly unclosedQuote: boolean;
}

/** Splits text into rows and cells with the delimiter we chose; blank rows are left out. `atMost` rows when given. */
export function parseCsv(text: string, delimiter: Delimiter, atMost = 0): ParsedCsv {
  const parsed = Papa.parse<string[]>(text, { delimiter, preview: atMost });
  const rows: TableRow[] = [];
  let line = 1;
  for (const cells of parsed.data) {
    if (cells.some((cell) => /\S/u.test(cell))) rows.push({ source: line, cells });
    line++;
    for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) line += lineBreaks(cell);
  }
  return { rows, unclosedQuote: parsed.errors.some(({ code }) => code === 'MissingQuotes') };
}

const lineBreaks = (cell: string): number => cell.match(/\r\n|\n|\r/gu)?.length ?? 0;
