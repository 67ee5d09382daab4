import { describe, expect, it } from 'vitest';
import { comparativeTable, parseAmount } from '../../../src/core/documents/comparative-table';
import type { PageText, TextLine } from '../../../src/core/documents/page-text';
import { returnFacts } from '../../../src/core/documents/return-facts';
import { line, page } from './test-page';

/** Words that end at given places, as amounts in columns do. Fictitious figures. */
function row(y: number, label: string, cells: readonly (readonly [text: string, right: number])[]): TextLine {
  const words = [
    ...line(label, 30, y).words,
    ...cells.map(([text, right]) => ({ text, rect: [right - text.length * 5, y, text.length * 5, 8] as const })),
  ];
  return { text: words.map(({ text }) => text).join(' '), rect: [30, y, 560, 8], words };
}

const HEADER = 'Lic:33113/29.12/25 30 avr 2026 #1962';
const YEARS = [2021, 2022, 2023, 2024, 2025].map((year, index) => [String(year), 280 + 70 * index] as const);
const summary = (rows: readonly TextLine[], years = YEARS, header = HEADER): PageText =>
  page([line(header, 30, 760), line('Sommaire comparatif - T1', 30, 740), row(720, 'Lignes', years), ...rows]);

describe('a comparison over several years', () => {
  const table = comparativeTable(
    summary([
      row(700, '15000 Revenu total', [
        ['41 000,00', 280],
        ['42 500,10', 350],
        ['43 000,00', 420],
        ['44 000,00', 490],
        ['45 678,90', 560],
      ]),
      row(686, '48400 Remboursement', [
        ['900,00', 280],
        ['-', 420],
        ['1 250,00', 560],
      ]),
    ]),
  );

  it('reads by line number and year', () => {
    expect(table?.years).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(table?.amount('15000', 2025)).toBe(45678.9);
    expect(table?.amount('15000', 2022)).toBe(42500.1);
    expect(table?.amount('48400', 2025)).toBe(1250);
  });

  it('nil is 0; not printed is not known', () => {
    expect(table?.amount('48400', 2023)).toBe(0);
    expect(table?.amount('48400', 2022)).toBeNull();
    expect(table?.amount('48500', 2025)).toBeNull();
    expect(table?.amount('15000', 2019)).toBeNull();
  });

  it('years in the other order, figures parted by the reader', () => {
    const reversed = [...YEARS].map(([year], index) => [year, 560 - 70 * index] as const);
    const parted = row(700, '15000 Revenu total', [
      ['45', 265],
      ['678,90', 280 + 18],
    ]);
    expect(comparativeTable(summary([parted], reversed))?.amount('15000', 2025)).toBe(45678.9);
  });

  it.each([
    ['without the software’s header', summary([], YEARS, 'Cabinet fictif')],
    ['with two years only', summary([], YEARS.slice(0, 2))],
  ])('none %s', (_, printed) => expect(comparativeTable(printed)).toBeNull());
});

describe('the refund of a return', () => {
  it('is the return’s own year’s, not the oldest column’s', () => {
    expect(
      returnFacts([
        summary([
          row(700, '48400 Remboursement', [
            ['900,00', 280],
            ['1 250,00', 560],
          ]),
        ]),
      ]).refund,
    ).toBe(1250);
    expect(
      returnFacts([
        summary([
          row(700, '48500 Solde à payer', [
            ['900,00', 280],
            ['77,00', 560],
          ]),
        ]),
      ]).refund,
    ).toBe(-77);
  });

  it('is not known when that year prints none', () => {
    expect(returnFacts([summary([row(700, '48400 Remboursement', [['900,00', 280]])])]).refund).toBeNull();
  });
});

it.each([
  ['1 234,56', 1234.56],
  ['1,234.56', 1234.56],
  ['1234', 1234],
  ['(1 234)', -1234],
  ['-12,50', -12.5],
  ['12.50-', -12.5],
  ['néant', 0],
  ['–', 0],
  ['45\u00a0678,90 $', 45678.9],
  ['2025-04-30', null],
  ['T183', null],
  ['', null],
] as const)('amount %s', (text, amount) => expect(parseAmount(text)).toBe(amount));
