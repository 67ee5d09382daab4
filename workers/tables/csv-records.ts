import type { Delimiter } from '../../src/core/clients/source-reading';
import type { TableRow } from '../../src/core/clients/table';

const QUOTE = 0x22;

/** Text with how its cells and lines are separated. */
export interface CsvText {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly newline: string;
}

/**
 * One record of a text, split into cells when they are asked for: a hundred thousand rows of forty cells are four million
 * strings, of which a list needs a third, once.
 */
export class CsvRecord implements TableRow {
  readonly source: number;
  readonly #csv: CsvText;
  readonly #start: number;
  readonly #end: number;
  readonly #quoted: boolean;

  constructor(csv: CsvText, source: number, [start, end]: readonly [start: number, end: number], quoted: boolean) {
    this.source = source;
    this.#csv = csv;
    this.#start = start;
    this.#end = end;
    this.#quoted = quoted;
  }

  get cells(): readonly string[] {
    return this.#quoted
      ? quotedCells(this.#csv, this.#start, this.#end)
      : this.#csv.text.slice(this.#start, this.#end).split(this.#csv.delimiter);
  }
}

/** `recordEnd` has found every quote of it closed, and closed where a cell ends. */
function quotedCells({ text, delimiter }: CsvText, start: number, end: number): string[] {
  const cells: string[] = [];
  for (let from = start; ;) {
    const quoted = from < end && text.charCodeAt(from) === QUOTE;
    const after = quoted ? closingQuote(text, from) + 1 : from;
    const at = nextDelimiter(text, delimiter, after, end);
    cells.push(quoted ? text.slice(from + 1, after - 1).replaceAll('""', '"') : text.slice(from, at));
    if (at >= end) return cells;
    from = at + 1;
  }
}

/** Where the record that begins at `start` ends; `null` for quotes that only a forgiving reader makes something of. */
export function recordEnd({ text, delimiter, newline }: CsvText, start: number): number | null {
  const lineEnd = (from: number): number => {
    const at = text.indexOf(newline, from);
    return at < 0 ? text.length : at;
  };
  for (let from = start, end = lineEnd(start); ;) {
    if (text.charCodeAt(from) === QUOTE) {
      const closing = closingQuote(text, from);
      if (closing < 0) return null;
      from = closing + 1;
      if (from > end) end = lineEnd(from);
      if (from === end) return end;
      if (text[from] !== delimiter) return null;
    } else {
      from = nextDelimiter(text, delimiter, from, end);
      if (from === end) return end;
    }
    from += 1;
  }
}

/** `end` when there is none before it: text beyond, which may be all of the file, is not searched. */
function nextDelimiter(text: string, delimiter: Delimiter, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] !== delimiter) at++;
  return at;
}

/** Where the cell whose opening quote stands at `opening` is closed; -1 when it never is. */
function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}
