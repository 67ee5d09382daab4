import { describe, expect, it } from 'vitest';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { evidenceMarks } from '../../../src/core/documents/evidence-marks';
import type { PageText } from '../../../src/core/documents/page-text';
import { testClient } from './test-client';
import { line, page } from './test-page';

const place = { street: null, unit: null, city: null, province: 'QC', country: null } as const;
const eve = testClient('eve', 'Ève Côté', {
  sin: '046454286',
  clientNumber: '10',
  address: { ...place, postalCode: 'G1M 6P9' },
});
const anne = testClient('anne', 'Anne Roy', { sin: '130692544', clientNumber: '20' });
const office = new ClientDirectory([eve, anne]);
const marksOf = (pages: readonly PageText[], client = eve, form: 'T1' | 'T183' = 'T183') =>
  evidenceMarks(documentFacts(pages), client, office, form);

describe('what speaks for the client is found where it is printed', () => {
  const shown = page([
    line('Lic:1/29.12/25 10 mars 2026 #10', 40, 780),
    'Numéro d’assurance sociale',
    line('Ève Côté', 40, 650),
    line('046 454 286', 300, 650),
    line('Québec QC G1M 6P9', 40, 630),
  ]);
  const marks = marksOf([shown]);

  it.each([
    ['content-name', 40, 650],
    ['content-sin', 300, 650],
    ['content-postal-code', 40 + 7 * 5 + 3 + 10 + 3 - 5, 630],
    ['content-client-number', 40, 780],
  ] as const)('%s', (code, x, y) => {
    const [mark, ...more] = marks.filter((it) => it.code === code);
    expect(more).toEqual([]);
    expect(mark).toMatchObject({ supports: true, page: 1 });
    const [left, bottom, width, height] = mark?.rect ?? [0, 0, 0, 0];
    // Around the baseline of 8-point text, letters that go below it included.
    expect(bottom).toBeLessThan(y);
    expect(bottom + height).toBeGreaterThan(y + 8);
    expect(height).toBeLessThan(14);
    if (code !== 'content-client-number') expect(Math.abs(left - x)).toBeLessThan(4);
    expect(width).toBeGreaterThan(8);
  });

  it('no value of the page crosses with them', () => {
    expect(JSON.stringify(marks)).not.toMatch(/046|454|286|Côté|G1M/);
  });

  it('a masked SIN, and a number of which a word is only the end', () => {
    const found = marksOf([page(['NAS', line('Ève Côté', 40, 650), line('NAS:XXX-XXX-286', 200, 650)])]);
    const mark = found.find(({ code }) => code === 'content-masked-sin');
    expect(mark?.supports).toBe(true);
    expect(mark?.rect[0]).toBeGreaterThan(200 + 3 * 5);
  });

  it('a page printed sideways: the places are turned back', () => {
    const sideways = { ...line('046 454 286', 300, 200), angle: 90 as const };
    const words = sideways.words.map(({ text }, index) => ({ text, rect: [292, 200 + 18 * index, 8, 15] as const }));
    const turned = page([{ ...sideways, rect: [292, 200, 8, 51], words }], {
      lines: [{ ...sideways, rect: [292, 200, 8, 51], words }],
    });
    const [mark] = marksOf([turned], eve, 'T1');
    const [x, y, width, height] = mark?.rect ?? [0, 0, 0, 0];
    expect(height).toBeGreaterThan(width);
    expect([x < 292 + 8, x + width > 292, y < 200 + 5, y + height > 245]).toEqual([true, true, true, true]);
  });
});

describe('what speaks for somebody else', () => {
  it('another client’s page: the SIN and the name', () => {
    const other = page(['Prénom Nom de famille', 'Numéro d’assurance sociale', 'Anne Roy', '130 692 544']);
    const own = page(['Prénom Nom de famille', 'Numéro d’assurance sociale', 'Ève Côté', '046 454 286']);
    const against = marksOf([own, { ...other, page: 2 }]).filter(({ supports }) => !supports);
    expect(against.map((mark) => [mark.page, mark.code]).sort()).toEqual([
      [2, 'content-name'],
      [2, 'foreign-sin'],
    ]);
  });

  it('and the same page speaks for her', () => {
    const other = page(['Prénom Nom de famille', 'Numéro d’assurance sociale', 'Anne Roy', '130 692 544']);
    const marks = marksOf([other], anne);
    expect(marks.every(({ supports }) => supports)).toBe(true);
    expect(marks.map(({ code }) => code).sort()).toEqual(['content-name', 'content-sin']);
  });

  it('amounts and dates are nobody’s', () => {
    expect(marksOf([page(['15000 42 773.00', '2026 04 30', '418 555 1234'])])).toEqual([]);
  });
});
