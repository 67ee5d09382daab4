import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';

const silent = { identifier: null, clientNumber: null, name: null, taxYear: null, form: null };
const sin = (digits: string) => ({ kind: 'sin', digits });

describe('detection', () => {
  it.each([
    ['123456789 - Simon Provencher.pdf', { naming: 'N1', identifier: sin('123456789'), name: 'Simon Provencher' }],
    ['046 454 286 - Ève Côté-Roy.PDF', { naming: 'N1', identifier: sin('046454286'), name: 'Ève Côté-Roy' }],
    ['046-454-286 – Ève Côté.pdf', { naming: 'N1', identifier: sin('046454286'), name: 'Ève Côté' }],
    ['*****1234 - Ève Côté.pdf', { naming: 'N1', identifier: { kind: 'masked', suffix: '1234' }, name: 'Ève Côté' }],
    ['XXX XXX 782 - Ève Côté.pdf', { naming: 'N1', identifier: { kind: 'masked', suffix: '782' }, name: 'Ève Côté' }],
    [
      '046454286 - Ève Côté - T183 2025.pdf',
      { naming: 'N1', identifier: sin('046454286'), name: 'Ève Côté', form: 'T183', taxYear: 2025 },
    ],
    [
      '*****0097 - St-Pierre M. - Lettre de mission 2025.pdf',
      {
        naming: 'N1',
        identifier: { kind: 'masked', suffix: '0097' },
        name: 'St-Pierre M.',
        form: 'ENGAGEMENT',
        taxYear: 2025,
      },
    ],
    ['Ève Côté - 046454286.pdf', { naming: 'N2', identifier: sin('046454286'), name: 'Ève Côté' }],
    ['Côté, Ève - 046 454 286.pdf', { naming: 'N2', identifier: sin('046454286'), name: 'Côté, Ève' }],
    ['1962 - Ève Côté.pdf', { naming: 'N3', clientNumber: '1962', name: 'Ève Côté' }],
    ['#1962.pdf', { naming: 'N3', clientNumber: '1962' }],
    ['PROV123456789001.pdf', { naming: 'N4', identifier: sin('123456789'), nameStart: 'PROV' }],
    ['2025 T183 - Erica Rocchi.pdf', { naming: 'N5', taxYear: 2025, form: 'T183', name: 'Erica Rocchi' }],
    ['2024 TP-1000.TE - Jean D’Arc.pdf', { naming: 'N5', taxYear: 2024, form: 'TP-1000.TE', name: 'Jean D’Arc' }],
    [
      'ROC01-T1-2025-Erica Rocchi-20260401.pdf',
      { naming: 'N6', clientNumber: 'ROC01', form: 'T1', taxYear: 2025, name: 'Erica Rocchi' },
    ],
    ['046454286_2025_T183.pdf', { naming: 'N7', identifier: sin('046454286'), taxYear: 2025, form: 'T183' }],
    ['TP-1.2025.046454286.pdf', { naming: 'N7', identifier: sin('046454286'), taxYear: 2025, form: 'TP-1' }],
    ['2025.T183.046454286.pdf', { naming: 'N7', identifier: sin('046454286'), taxYear: 2025, form: 'T183' }],
    [
      '123026635RC0001 Boulangerie du Coin 2025-06-30.pdf',
      { naming: 'N8', identifier: { kind: 'bn', digits: '123026635' }, name: 'Boulangerie du Coin', taxYear: 2025 },
    ],
  ] as const)('%s', (path, expected) => {
    expect(parseFileName(path, 'detect')).toEqual({ ...silent, ...expected });
  });

  it.each([
    ['a numbered company is no SIN', '9475-3381 Québec inc..pdf'],
    ['a name alone', 'Thomas Noisetier.pdf'],
    ['a scan', 'numérisation_0042.pdf'],
    ['an SIN alone', '046454286.pdf'],
    ['trailing words that say nothing known', '046454286 - Ève Côté - brouillon.pdf'],
  ])('%s: no nomenclature', (_, path) => {
    expect(parseFileName(path, 'detect')).toBeNull();
  });

  it('a numbered company after its SIN-like number stays a name', () => {
    const found = parseFileName('123026635 - 9475-3381 Québec inc..pdf', 'detect');
    expect(found).toMatchObject({ naming: 'N1', name: '9475-3381 Québec inc.' });
  });
});

it('ten digits are a client number at most, never a SIN', () => {
  expect(parseFileName('1234567890 - Ève Côté.pdf', 'detect')).toMatchObject({ naming: 'N3', identifier: null });
});

it('a chosen nomenclature is the only one tried', () => {
  expect(parseFileName('2025 T183 - Erica Rocchi.pdf', 'N1')).toBeNull();
  expect(parseFileName('123456789 - Simon Provencher.pdf', 'N5')).toBeNull();
  expect(parseFileName('2025 T183 - Erica Rocchi.pdf', 'N9')).toBeNull();
});

it('the stem is the last segment, composed, without download counter', () => {
  expect(stemOf('T183\\Québec/046454286 - E\u0300ve Co\u0302te\u0301 (2).pdf')).toBe('046454286 - Ève Côté');
});

it('N1 gives back whatever digits and name it was made of', () => {
  const word = fc.constantFrom('Ève', 'Jean-Guy', "D'Amour", 'St-Pierre', 'Côté', 'O’Neil', 'Nguyễn');
  const digits = fc.stringMatching(/^\d{9}$/);
  fc.assert(
    fc.property(digits, fc.constantFrom('', ' ', '-', '.'), word, word, (nine, separator, first, last) => {
      const written = [nine.slice(0, 3), nine.slice(3, 6), nine.slice(6)].join(separator);
      const found = parseFileName(`${written} - ${first} ${last}.pdf`, 'detect');
      expect(found).toEqual({
        ...silent,
        naming: 'N1',
        identifier: sin(nine),
        name: `${first} ${last}`.normalize('NFC'),
      });
    }),
  );
});

it('no name throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseFileName(text, 'detect')));
});
