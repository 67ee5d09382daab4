import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { expect, it } from 'vitest';
import { cellText, cellValue } from '../../../src/core/clients/cell-text';
import { nameSum, nameTokens } from '../../../src/core/clients/name-tokens';
import { readRows } from '../../../src/core/clients/read-rows';
import { RowMemo } from '../../../src/core/clients/row-memo';
import { parseDate } from '../../../src/core/identifiers/date';
import { parseEmailCell } from '../../../src/core/identifiers/email-cell';
import { parsePhone } from '../../../src/core/identifiers/phone';
import { readClientList } from '../../../workers/tables/read-client-list';
import { people, toCsv } from './client-list-maker';

// What a long list goes through has a quick way for the usual case: it answers what the long way answers.
const RUNS = { numRuns: process.env['TEST_LONG'] ? 20_000 : 1_000 };

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...' \u00a0\u202f\u200b\ufeff\t"\'=-@+.,ÉéœŒæßŉıİÀ«»×'),
      fc.constantFrom('e\u0301', 'Å', 'N/A', 's. o.', 'néant', '--', 'Tremblay', '046454286', '㎒', 'ﬁ'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

it('a cell', () => {
  const slow = (cell: string): string =>
    cell
      .normalize('NFC')
      .replace(/[\s\u00a0\u202f\u200b\ufeff]+/gu, ' ')
      .trim()
      .replace(/^="?([^"]*)"?$/u, '$1')
      .replace(/^'(?=[\d+=@-])/u, '');
  fc.assert(
    fc.property(text, (cell) => {
      expect(cellText(cell)).toBe(slow(cell));
      const nothing = /^(?:-+|—|n\/?a|n\/?d|s\.?\s?o\.?|aucune?|none|néant)$/iu.test(slow(cell));
      expect(cellValue(cell)).toBe(nothing ? '' : slow(cell));
    }),
    RUNS,
  );
});

it('the words of a name', () => {
  const slow = (name: string): string[] =>
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // After the marks are off: « ǣ » is a ligature too.
      .replace(/œ/gu, 'oe')
      .replace(/æ/gu, 'ae')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((token) => token !== '');
  fc.assert(
    fc.property(text, (name) => {
      expect(nameTokens(name)).toEqual(slow(name));
      const letters = [...slow(name).join('')].reverse().join(' ');
      expect(nameSum(letters)).toBe(nameSum(name));
    }),
    RUNS,
  );
});

it('an e-mail cell, as it is read when anything in it is unusual', () => {
  const part = fc.constantFrom('a', 'jean', '.', '..', '-', '_', '+', '1', 'B', ' ', 'é', "'", ';', '(', 'bureau');
  const domain = fc.constantFrom(
    'example.com',
    'exemple.qc.ca',
    'gmail.con',
    'a',
    '-a.ca',
    'a-.ca',
    'x.c',
    'B.ca',
    '.ca',
  );
  const cell = fc
    .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom('@', '@', '@', ' @ ', ''), domain)
    .map(([parts, at, end]) => parts.join('') + at + end);
  fc.assert(
    fc.property(cell, (said) => {
      // A mark that is taken off again sends the cell the long way.
      const long = parseEmailCell(`<${said}>`);
      const short = parseEmailCell(said);
      if (short.kind === 'email' && !short.tidied && long.kind === 'email')
        expect({ ...long, tidied: false }).toEqual(short);
      else if (/^[a-z\d.+_-]+@[a-z\d.-]+$/.test(said)) expect(long.kind).toBe(short.kind);
    }),
    RUNS,
  );
});

it('a date is a day that exists', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1840, max: 2210 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1850 && year < 2200;
      expect(parseDate(`${year}-${month}-${day}`)).toBe(exists ? date.toISOString().slice(0, 10) : null);
    }),
    RUNS,
  );
});

it('a telephone number, as the library reads it', () => {
  const digits = (length: number) =>
    fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((d) => d.join(''));
  const written = fc
    .tuple(
      fc.constantFrom('', '(', '1 ', '+1 ', ' '),
      digits(3),
      fc.constantFrom('', ' ', '-', '.', ') ', ')', ')-', '  '),
      digits(3),
      fc.constantFrom('', ' ', '-', '.', '--'),
      digits(4),
      fc.constantFrom('', ' ', ' x12', '5'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(written, (cell) => {
      const phone = parsePhoneNumberFromString(cell.trim(), 'CA');
      const slow = phone?.isPossible() ? { e164: phone.number, national: phone.formatNational() } : null;
      expect(parsePhone(cell)).toEqual(slow);
    }),
    RUNS,
  );
});

it('a list read again after some cells changed', () => {
  fc.assert(
    fc.property(
      people(12),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', '13/02/1980', 'Zoé'))),
      (list, edits) => {
        const found = readClientList(new TextEncoder().encode(toCsv(list)), 'dt-max', 'individuals');
        if (!found.ok) return;
        const { header, headers, rows, epoch1904 } = found.value;
        const request = {
          clientType: 'individuals',
          mapping: header.mapping,
          headers,
          epoch1904,
          scope: 'dt-max',
          today: '2026-03-16',
        } as const;
        const memo = new RowMemo();
        readRows({ ...request, rows, memo });
        const edited = rows.map((row, at) => {
          const own = edits.filter(([which]) => which % rows.length === at);
          if (own.length === 0) return row;
          const cells = [...row.cells];
          for (const [, column, said] of own) cells[column % cells.length] = said;
          return { ...row, cells };
        });
        expect(readRows({ ...request, rows: edited, memo })).toEqual(readRows({ ...request, rows: edited }));
      },
    ),
    { numRuns: 150 },
  );
});
