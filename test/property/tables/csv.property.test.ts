import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { DELIMITERS } from '../../../src/core/clients/source-reading';
import { parseCsv } from '../../../workers/tables/parse-csv';

const RUNS = { numRuns: process.env['TEST_LONG'] ? 50_000 : 4_000 };

/** Rows with the line they start on, as PapaParse alone tells them. */
function byPapa(text: string, delimiter: string, atMost: number) {
  const parsed = Papa.parse<string[]>(text, { delimiter, preview: atMost });
  const rows: { readonly source: number; readonly cells: readonly string[] }[] = [];
  let line = 1;
  for (const cells of parsed.data) {
    if (cells.some((cell) => /\S/u.test(cell))) rows.push({ source: line, cells });
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0);
  }
  return { rows, unclosedQuote: parsed.errors.some(({ code }) => code === 'MissingQuotes') };
}

function expectAsPapa(text: string, delimiter: (typeof DELIMITERS)[number], atMost: number): void {
  const ours = parseCsv(text, delimiter, atMost);
  const papa = byPapa(text, delimiter, atMost);
  // Of a text with an unclosed quote nothing but that is used.
  if (atMost === 0) expect(ours.unclosedQuote).toBe(papa.unclosedQuote);
  expect(ours.rows.map(({ source, cells }) => ({ source, cells }))).toEqual(papa.rows);
}

const delimiter = fc.constantFrom(...DELIMITERS);
const atMost = fc.constantFrom(0, 0, 1, 3);

it('any text is split as PapaParse splits it', () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', ' ', '"', '""', ';', ',', '\t', '|', '\n', '\r\n', '\r', '\u00a0', '1'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  fc.assert(fc.property(text, delimiter, atMost, expectAsPapa), RUNS);
});

it('a written list is split as PapaParse splits it', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'Tremblay', '046454286', ' ', 'O"Neil', 'né, à', 'a;b'),
    fc.constantFrom('"Tremblay"', '"a;b"', '"a,b"', '"dit ""Ti-Jean"""', '"deux\r\nlignes"', '"deux\nlignes"', '""'),
  );
  const list = fc.tuple(
    delimiter,
    fc.constantFrom('\r\n', '\n', '\r'),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 })),
  );
  fc.assert(
    fc.property(list, atMost, ([by, newline, rows], most) => {
      expectAsPapa(rows.map((row) => row.join(by)).join(newline), by, most);
    }),
    RUNS,
  );
});
