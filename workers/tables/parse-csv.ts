import Papa from 'papaparse';
import type { Delimiter } from '../../src/core/clients/source-reading';
import type { TableRow } from '../../src/core/clients/table';
import { CsvRecord, recordEnd, type CsvText } from './csv-records';

export interface ParsedCsv {
  readonly rows: readonly TableRow[];
  /** A quote was opened and never closed: the rest of the file is inside one cell. */
  readonly unclosedQuote: boolean;
}

/**
 * Splits text into rows and cells with the delimiter we chose; blank rows are left out. `atMost` rows when given. A text
 * whose quotes are not closed where a cell ends is left to PapaParse, which makes the best of it.
 */
export function parseCsv(text: string, delimiter: Delimiter, atMost = 0): ParsedCsv {
  const csv = { text, delimiter, newline: lineEnding(text) };
  const rows = text === '' ? [] : records(csv, atMost === 0 ? Number.POSITIVE_INFINITY : atMost);
  return rows === null ? forgiving(csv, atMost) : { rows, unclosedQuote: false };
}

function records(csv: CsvText, atMost: number): TableRow[] | null {
  const { text, newline } = csv;
  const rows: TableRow[] = [];
  let quote = text.indexOf('"');
  let line = 1;
  for (let start = 0, read = 0; start <= text.length && read < atMost; read++) {
    const found = text.indexOf(newline, start);
    let end = found < 0 ? text.length : found;
    if (quote >= 0 && quote < start) quote = text.indexOf('"', start);
    const quoted = quote >= 0 && quote < end;
    if (quoted) {
      const ended = recordEnd(csv, start);
      if (ended === null) return null;
      end = ended;
    }
    const record = new CsvRecord(csv, line, [start, end], quoted);
    if (quoted ? isFilled(record.cells) : isFilledLine(csv, start, end)) rows.push(record);
    line += 1 + linesInside(text, start, end);
    start = end + newline.length;
  }
  return rows;
}

function forgiving({ text, delimiter, newline }: CsvText, atMost: number): ParsedCsv {
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: newline as '\n', preview: atMost });
  const rows: TableRow[] = [];
  let line = 1;
  for (const cells of parsed.data) {
    if (isFilled(cells)) rows.push({ source: line, cells });
    line++;
    for (const cell of cells) line += linesInside(cell, 0, cell.length);
  }
  return { rows, unclosedQuote: parsed.errors.some(({ code }) => code === 'MissingQuotes') };
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => /\S/u.test(cell));

function isFilledLine({ text, delimiter }: CsvText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // Visible ASCII settles nearly every line at its first character.
    if (code > 0x20 && code < 0x7f ? text[at] !== delimiter : code > 0x7e && /\S/u.test(text[at] ?? '')) return true;
  }
  return false;
}

function linesInside(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d) continue;
    if (code === 0x0d && at + 1 < end && text.charCodeAt(at + 1) === 0x0a) at++;
    lines++;
  }
  return lines;
}

/** Text in which how lines end is looked for. */
const JUDGED = 1024 * 1024;

/** As PapaParse tells them: what stands first outside quotes; « \r » alone only when most of them stand alone. */
function lineEnding(text: string): string {
  const bare = text.slice(0, JUDGED).replace(/"[^]*?"/gu, '');
  const first = bare.indexOf('\r');
  const feed = bare.indexOf('\n');
  if (first < 0 || (feed >= 0 && feed < first)) return '\n';
  const returns = bare.split('\r');
  const followed = returns.filter((piece) => piece.startsWith('\n')).length;
  return followed >= returns.length / 2 ? '\r\n' : '\r';
}
