import { describe, expect, it } from 'vitest';
import { pageIdentifiers } from '../../../src/core/documents/page-identifiers';
import { line, page } from './test-page';

const nineOf = (text: string) => pageIdentifiers(page([text])).nineDigits.map(({ digits }) => digits);
const maskedOf = (text: string) => pageIdentifiers(page([text])).maskedSuffixes;

describe('nine digits', () => {
  it.each([
    ['NAS 046 454 286', ['046454286']],
    ['SIN: 046-454-286', ['046454286']],
    ['046454286', ['046454286']],
    ['0 4 6 4 5 4 2 8 6', ['046454286']],
    ['514 555 0100', []],
    ['1 046 454 286', []],
    ['046 454 286,00', []],
    ['$046 454 286', []],
    ['123 026 635 RC0001', []],
    ['9475-3381 Québec inc.', []],
    ['0464542861', []],
  ])('%s', (text, expected) => expect(nineOf(text)).toEqual(expected));

  it('a number of another column is not the start of this one', () => {
    const amounts = line('15000', 40, 600);
    const cell = line('046 454 286', 300, 600);
    const joined = {
      text: `${amounts.text} ${cell.text}`,
      rect: amounts.rect,
      words: [...amounts.words, ...cell.words],
    };
    expect(pageIdentifiers(page([joined])).nineDigits.map(({ digits }) => digits)).toEqual(['046454286']);
  });

  it('plausible only when the page speaks of SINs and Luhn holds', () => {
    const plausible = (...lines: string[]) => pageIdentifiers(page(lines)).nineDigits.map((it) => it.plausible);
    expect(plausible('Numéro d’assurance sociale', '046 454 286')).toEqual([true]);
    expect(plausible('Numéro d’assurance sociale', '046 454 287')).toEqual([false]);
    expect(plausible('Numéro de référence', '046 454 286')).toEqual([false]);
  });
});

describe('masked SINs', () => {
  it.each([
    ['XXX XXX 782', ['782']],
    ['••• ••• 782', ['782']],
    ['*** **6 782', ['6782']],
    ['*****6782', ['6782']],
    ['***-***-782', ['782']],
    ['XXXXX6782', ['6782']],
    ['MAXXX 782', []],
    ['XXX 782', []],
  ])('%s', (text, expected) => expect(maskedOf(text)).toEqual(expected));
});

it('business numbers, postal codes and the DT Max header', () => {
  const found = pageIdentifiers(
    page(['Lic:33113/28.21/24 30 avr 2025 #1962', 'NE 123026635 RC0001', 'Québec QC g1m6p9', 'A1D 2B3']),
  );
  expect(found).toMatchObject({ businessNumbers: ['123026635'], postalCodes: ['G1M 6P9'], clientNumber: '1962' });
});
