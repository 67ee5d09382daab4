import { expect, it } from 'vitest';
import { findDtMaxHeader, findTaxYear } from '../../../src/core/documents/find-tax-year';
import { detectForms } from '../../../src/core/forms/detect-form';
import { line, page } from './test-page';

const yearOf = (...lines: Parameters<typeof page>[0]) => {
  const pages = [page(lines)];
  return findTaxYear(pages, detectForms(pages));
};

it.each([
  ['Tax year 2025', 2025],
  ['Année d’imposition : 2023', 2023],
  ['2024 tax year', 2024],
  ['Date 2026-03-15', null],
  ['T183 E (25)', 2025],
  ['TP-1000.TE (2025-10)', null],
  ['Lic:33113/28.21/24 30 avr 2025 #1962', 2024],
] as const)('%s → %s', (text, expected) => expect(yearOf(text)).toBe(expected));

it('a year in a box under its caption', () => {
  expect(yearOf(line('Année d’imposition', 400, 700), line('2025', 410, 684), line('2026', 40, 684))).toBe(2025);
});

it('the day of printing above the caption is not the year', () => {
  const printed = line('Lic:1/1.1/25 7 mars 2026 #1', 400, 712);
  expect(yearOf(printed, line('Année d’imposition', 400, 700), line('2025', 410, 684))).toBe(2025);
  expect(yearOf(line('March 7, 2026', 400, 712), line('Tax year', 400, 700))).toBeNull();
});

it('the label wins over the edition, the edition over the header', () => {
  expect(yearOf('Lic:1/1.1/22 x #1', 'T183 F (23)', 'Année d’imposition 2025')).toBe(2025);
  expect(yearOf('Lic:1/1.1/22 x #1', 'T183 F (23)')).toBe(2023);
});

it('reads the DT Max header of both known versions', () => {
  expect(findDtMaxHeader(page(['Lic:33113/28.21/24  30 avr 2025  #1962']))).toEqual({
    taxYear: 2024,
    clientNumber: '1962',
  });
  expect(findDtMaxHeader(page(['Lic:00000/29.12/25 10 mars 2026']))).toEqual({ taxYear: 2025, clientNumber: null });
  expect(findDtMaxHeader(page(['License 12/34/56']))).toBeNull();
});
