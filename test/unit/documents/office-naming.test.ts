import { describe, expect, it } from 'vitest';
import { namingShares, tryTemplate } from '../../../src/core/documents/nomenclature/naming-shares';
import {
  namingOf,
  templateFor,
  withNaming,
  withoutNaming,
} from '../../../src/core/documents/nomenclature/office-naming';
import type { OfficeNaming } from '../../../src/core/documents/nomenclature/office-naming';
import { parseOfficeTemplate } from '../../../src/core/documents/nomenclature/office-template';

const ALL: OfficeNaming = { form: 'by-content', pattern: '{lastName}, {firstName} ({clientNumber})' };
const LETTERS: OfficeNaming = { form: 'CLIENT-LETTER', pattern: 'Lettre_{clientNumber}' };
const kept = [ALL, LETTERS];

describe('one nomenclature per type of document', () => {
  it('the type’s own stands for it, else the one for all', () => {
    expect(namingOf(kept, 'CLIENT-LETTER')).toBe(LETTERS);
    expect(namingOf(kept, 'T183')).toBe(ALL);
    expect(namingOf([LETTERS], 'T183')).toBeNull();
  });

  it('the newer takes the place of the one of its type, and of no other', () => {
    const newer: OfficeNaming = { form: 'CLIENT-LETTER', pattern: 'L_{clientNumber}' };
    expect(withNaming(kept, newer)).toEqual([ALL, newer]);
    expect(withoutNaming(kept, 'by-content')).toEqual([LETTERS]);
  });

  it.each([
    ['detect', ALL.pattern],
    ['N9', ALL.pattern],
    ['N1', undefined],
  ] as const)('%s reads by %s', (naming, pattern) => {
    expect(templateFor(kept, 'T183', naming)?.pattern).toBe(pattern);
  });

  it('a pattern that no longer stands (an older version’s token) reads nothing', () => {
    expect(templateFor([{ form: 'by-content', pattern: '{nom}' }], 'T183', 'N9')).toBeNull();
  });
});

describe('what each nomenclature makes of a batch', () => {
  const names = [
    'T183/046454286 - Ève Côté.pdf',
    '130692544 - Luc Côté.pdf',
    '2025 T183 - Anne Roy.pdf',
    'Roy, Anne (20).pdf',
    'brouillon.pdf',
  ];
  const own = parseOfficeTemplate(ALL.pattern);
  if (!own.ok) throw new Error(own.error.code);

  it('counts the names that each reads by itself, with the first as it was read', () => {
    const shares = namingShares(names, own.value);
    expect(shares.map(({ naming }) => naming)).toEqual(['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9']);
    expect(Object.fromEntries(shares.map(({ naming, count }) => [naming, count]))).toMatchObject({
      N1: 2,
      N5: 1,
      N9: 1,
      N2: 0,
    });
    expect(shares[0]?.example).toMatchObject({ fileName: names[0], parsed: { name: 'Ève Côté' } });
    expect(shares[1]?.example).toBeNull();
  });

  it('has no line for the office’s own where there is none', () => {
    expect(namingShares(names, null).some(({ naming }) => naming === 'N9')).toBe(false);
  });

  it('a template tried says which names it does not read', () => {
    const { share, unread } = tryTemplate(names, own.value);
    expect(share).toMatchObject({ count: 1, example: { parsed: { name: 'Anne Roy', clientNumber: '20' } } });
    expect(unread).toEqual(names.filter((name) => name !== 'Roy, Anne (20).pdf'));
  });
});
