import { describe, expect, it } from 'vitest';
import type { PageText, TextLine } from '../../../src/core/documents/page-text';
import { placeFields } from '../../../src/core/forms/place-fields';
import { T183_LAYOUT } from '../../../src/core/forms/t183';

/** A line of words at given places, 7 points high. */
const at = (y: number, ...words: readonly (readonly [text: string, x: number])[]): TextLine => ({
  text: words.map(([text]) => text).join(' '),
  rect: [words[0]?.[1] ?? 0, y, 100, 7],
  words: words.map(([text, x]) => ({ text, rect: [x, y, text.length * 3.5, 7] })),
});
const sentence = (y: number, x: number, text: string): TextLine =>
  at(y, ...text.split(' ').map((word, index) => [word, x + index * 30] as const));

const EN = 'Signature of individual identified in Part A or legal representative';
const FR = 'Signature du particulier nommé à la partie A ou de son représentant légal';
const bottom = (label: string, y = 103): TextLine[] => [
  sentence(y, 40, label),
  at(y - 11, ['2026-03-15', 330]),
  at(y - 24, ['Year/Month/Day', 330], ['HH', 449], ['MM', 476], ['SS', 501]),
];
const page = (lines: readonly TextLine[], over: Partial<PageText> = {}): PageText => ({
  page: 1,
  width: 612,
  height: 792,
  rotation: 0,
  lines,
  ...over,
});
const place = (pages: readonly PageText[], year: number | null = 2025) => placeFields(T183_LAYOUT, pages, year);
const rects = (placement: ReturnType<typeof place>) =>
  placement.kind === 'placed' ? placement.fields.map(({ kind, part, rect }) => [part ?? kind, ...rect]) : placement;

/** Domain facts §5. */
const FACTS_2025 = [
  ['signature', 40, 113, 190, 28],
  ['hh', 449, 89, 22, 14],
  ['mm', 476, 89, 22, 14],
  ['ss', 501, 89, 22, 14],
];

describe('anchors', () => {
  it.each([EN, FR, EN.toUpperCase(), EN.replace('Part A', 'Part B'), FR.replace('nommé', 'désigné')])('%s', (label) => {
    expect(rects(place([page(bottom(label))]))).toEqual(FACTS_2025);
  });

  it('words parted otherwise, or run together', () => {
    const lines = [
      at(103, ['Signatureof', 40], ['individual', 90], ['iden', 130], ['tified', 145], ['inPart', 170], ['A', 200]),
      ...bottom(EN).slice(1),
    ];
    expect(rects(place([page(lines)]))).toEqual(FACTS_2025);
  });

  it('the lowest of several: a declaration may cite the label', () => {
    expect(rects(place([page([sentence(400, 40, EN), ...bottom(EN)])]))).toEqual(FACTS_2025);
  });

  it('another column on the same line does not move the place', () => {
    const shifted = [sentence(103, 40, EN), at(92, ['2026-03-15', 330])];
    const row = at(79, ['Reference', 40], ['Year/Month/Day', 330], ['HH', 449], ['MM', 476], ['SS', 501]);
    expect(rects(place([page([...shifted, row])]))).toEqual(FACTS_2025);
  });

  it('says how it knows, and that it was never checked on a real form', () => {
    expect(place([page(bottom(EN))])).toMatchObject({ basis: 'anchor-and-table', calibrated: false });
    expect(place([page(bottom(EN))], 2024)).toMatchObject({ basis: 'anchor' });
    expect(place([page([])])).toMatchObject({ basis: 'table' });
  });
});

describe('cross-check with the table', () => {
  it.each([
    [6, 'placed'],
    [-6, 'placed'],
    [7, 'unplaced'],
    [-7, 'unplaced'],
  ] as const)('%i points off: %s', (off, kind) => {
    expect(place([page(bottom(EN, 103 + off))]).kind).toBe(kind);
  });

  it('a moved time box alone is a disagreement too', () => {
    const moved = [...bottom(EN).slice(0, 2), at(79, ['Year/Month/Day', 330], ['HH', 449], ['MM', 486], ['SS', 501])];
    expect(place([page(moved)])).toEqual({ kind: 'unplaced', reason: 'disagreement' });
  });

  it('no table for the year or the page size: neither anchor nor table, unplaced', () => {
    const unplaced = { kind: 'unplaced', reason: 'no-anchor-no-table' };
    expect(place([page([])], 2024)).toEqual(unplaced);
    expect(place([page([])], null)).toEqual(unplaced);
    expect(place([page([], { width: 595, height: 842 })])).toEqual(unplaced);
  });
});

describe('date', () => {
  it('printed with slashes, or over boxes: no field', () => {
    for (const date of [at(92, ['2026/03/15', 330]), at(92, ['2026', 330], ['03', 355], ['15', 370])]) {
      const lines = [sentence(103, 40, EN), date, ...bottom(EN).slice(2)];
      expect(rects(place([page(lines)]))).toEqual(FACTS_2025);
    }
  });

  it('blank: a field over its label', () => {
    const lines = [sentence(103, 40, EN), ...bottom(EN).slice(2)];
    const [signature, ...time] = FACTS_2025;
    expect(rects(place([page(lines)]))).toEqual([signature, ['date', 330, 89, 72, 14], ...time]);
  });

  it('a date elsewhere on the page is not the date of the signature', () => {
    const lines = [at(92, ['2026-03-15', 60]), sentence(103, 40, EN), ...bottom(EN).slice(2)];
    expect(rects(place([page(lines)]))).toContainEqual(['date', 330, 89, 72, 14]);
  });

  it('neither label nor date, and no table to say that it is printed: unplaced', () => {
    const lines = [sentence(103, 40, EN), at(79, ['HH', 449], ['MM', 476], ['SS', 501])];
    expect(place([page(lines)], 2024)).toEqual({ kind: 'unplaced', reason: 'no-anchor-no-table' });
  });
});

describe('time', () => {
  it('one « HH:MM:SS » is one field', () => {
    const lines = [...bottom(EN).slice(0, 2), at(79, ['Year/Month/Day', 330], ['HH:MM:SS', 449])];
    expect(rects(place([page(lines)], 2024))).toContainEqual(['all', 449, 89, 22, 14]);
  });

  it('no captions: from the table, or unplaced without one', () => {
    const lines = [...bottom(EN).slice(0, 2), at(79, ['Year/Month/Day', 330])];
    expect(place([page(lines)])).toMatchObject({ kind: 'placed', basis: 'table' });
    expect(place([page(lines)], 2024)).toEqual({ kind: 'unplaced', reason: 'no-anchor-no-table' });
  });
});

it('the second page of a form keeps its number', () => {
  const pages = [page([sentence(500, 40, 'Instructions')]), page(bottom(EN), { page: 2 })];
  const placement = place(pages, 2024);
  expect(placement.kind === 'placed' && placement.fields.map((field) => field.page)).toEqual([2, 2, 2, 2]);
});
