import { describe, expect, it } from 'vitest';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { PageText } from '../../../src/core/documents/page-text';
import { placeDocument } from '../../../src/core/documents/place-document';
import { isSameOfficeLayout, learnLayout } from '../../../src/core/forms/office-layout';
import type { OfficeLayout } from '../../../src/core/forms/office-layout';
import { readLayouts, writeLayouts } from '../../../src/core/forms/office-layout-file';
import { newerWins } from '../../../src/core/newer-wins';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import { line, page } from '../documents/test-page';

const CAPTIONS = ['HH', 'MM', 'SS'].flatMap((text, index) => line(text, 449 + 27 * index, 89).words);
const t183 = (over: { label?: number; date?: boolean; year?: number; page?: number } = {}): PageText =>
  page(
    [
      line('T183 F (25)', 40, 760),
      line(`Année d’imposition ${over.year ?? 2025}`, 40, 740),
      line('Signature du particulier nommé à la partie A', 40, over.label ?? 103),
      ...(over.date === false ? [] : [line('2026-03-15', 330, 99)]),
      line('Année Mois Jour', 330, 89),
      { text: 'HH MM SS', rect: [449, 89, 80, 8], words: CAPTIONS },
    ],
    { page: over.page ?? 1 },
  );
const MOVED: readonly PlacedField[] = [
  { kind: 'signature', signer: 'taxpayer', page: 1, rect: [60.004, 140, 180, 30] },
  { kind: 'date', signer: 'taxpayer', page: 1, rect: [330, 97, 72, 14] },
  { kind: 'time', part: 'hh', signer: 'taxpayer', page: 1, rect: [449, 99, 22, 14] },
];

const place = (pages: readonly PageText[], offices: readonly OfficeLayout[], year = 2025) => {
  const facts = documentFacts(pages);
  return placeDocument(
    'T183',
    facts,
    year,
    facts.forms.map((sighting) => sighting.page),
    offices,
  );
};
const learn = (pages: readonly PageText[], first = 1, fields = MOVED): OfficeLayout => {
  const layout = learnLayout('T183', 2025, pages, first, fields);
  if (layout === null) throw new Error('nothing was learned');
  return layout;
};
const kinds = (placement: ReturnType<typeof place>) =>
  placement.kind === 'placed'
    ? placement.fields.map(({ kind, part, page: number, rect }) => [part ?? kind, number, rect[0], rect[1]])
    : placement;

describe('the office’s own layout', () => {
  it('goes before the product’s, and was checked by somebody', () => {
    expect(place([t183({ date: false })], [learn([t183({ date: false })])])).toMatchObject({
      basis: 'office',
      calibrated: true,
    });
    expect(kinds(place([t183({ date: false })], [learn([t183({ date: false })])]))).toEqual([
      ['signature', 1, 60, 140],
      ['date', 1, 330, 97],
      ['hh', 1, 449, 99],
    ]);
  });

  it('a date that this document has printed takes no field', () => {
    expect(kinds(place([t183()], [learn([t183({ date: false })])]))).toEqual([
      ['signature', 1, 60, 140],
      ['hh', 1, 449, 99],
    ]);
  });

  it('follows the form into a document of several', () => {
    const cover = page(['Chère cliente fictive'], { page: 1 });
    const layout = learn([t183({ date: false })]);
    expect(kinds(place([cover, t183({ date: false, page: 2 })], [layout]))).toEqual([
      ['signature', 2, 60, 140],
      ['date', 2, 330, 97],
      ['hh', 2, 449, 99],
    ]);
  });

  it('a label that moved since: unplaced, never placed where it was', () => {
    expect(place([t183({ label: 120 })], [learn([t183()])])).toEqual({ kind: 'unplaced', reason: 'disagreement' });
    expect(place([t183({ label: 108 })], [learn([t183()])]).kind).toBe('placed');
  });

  it.each([
    ['another year', () => place([t183({ year: 2024 })], [learn([t183()])], 2024)],
    ['another page size', () => place([{ ...t183(), width: 595, height: 842 }], [learn([t183()])])],
    [
      'another software’s print',
      () =>
        place(
          [t183()],
          [learn([{ ...t183(), lines: [line('Lic:33113/29.12/25 15 mars 2026 #12', 40, 780), ...t183().lines] }])],
        ),
    ],
  ])('does not hold for %s', (_, placed) => {
    expect(placed()).not.toMatchObject({ basis: 'office' });
  });

  it('learns nothing of fields before the form, or of none', () => {
    expect(learnLayout('T183', 2025, [page(['x']), t183({ page: 2 })], 2, MOVED)).toBeNull();
    expect(learnLayout('T183', 2025, [t183()], 1, [])).toBeNull();
  });

  it('a page turned by its printer: the same places as the eye sees them', () => {
    const origin: PageText = { ...t183({ date: false }), origin: [10, 20] };
    const shifted = origin.lines.map((it) => ({
      ...it,
      rect: [it.rect[0] + 10, it.rect[1] + 20, it.rect[2], it.rect[3]] as const,
      words: it.words.map((word) => ({
        ...word,
        rect: [word.rect[0] + 10, word.rect[1] + 20, word.rect[2], word.rect[3]] as const,
      })),
    }));
    expect(kinds(place([{ ...origin, lines: shifted }], [learn([t183({ date: false })])]))).toEqual([
      ['signature', 1, 70, 160],
      ['date', 1, 340, 117],
      ['hh', 1, 459, 119],
    ]);
  });
});

describe('as a file', () => {
  const layout = learn([t183()]);

  it('written and read again', () => {
    expect(readLayouts(writeLayouts([layout]))).toEqual({ ok: true, value: [layout] });
  });

  it('the newer wins', () => {
    const newer = { ...layout, fields: layout.fields.slice(0, 1) };
    expect(newerWins([layout, { ...layout, taxYear: 2024 }], [newer], isSameOfficeLayout)).toEqual([
      { ...layout, taxYear: 2024 },
      newer,
    ]);
  });

  const changed = (change: object) =>
    JSON.stringify({ format: 'impot-sync/signature-layouts', version: 1, layouts: [{ ...layout, ...change }] });
  it.each([
    ['not JSON', 'x', 'layout/unreadable-file'],
    ['something else', '{"format":"autre"}', 'layout/unreadable-file'],
    ['a newer version', '{"format":"impot-sync/signature-layouts","version":9,"layouts":[]}', 'layout/newer-version'],
    ['an unknown form', changed({ form: 'toString' }), 'layout/unreadable-file'],
    ['no field', changed({ fields: [] }), 'layout/unreadable-file'],
    [
      'a place that is no number',
      changed({ fields: [{ ...MOVED[0], rect: [1, 2, '3', 4] }] }),
      'layout/unreadable-file',
    ],
    ['a field without a size', changed({ fields: [{ ...MOVED[0], rect: [1, 2, 0, 4] }] }), 'layout/unreadable-file'],
    ['a time without its part', changed({ fields: [{ ...MOVED[0], kind: 'time' }] }), 'layout/unreadable-file'],
    ['an unknown software', changed({ print: { software: 'x', pageSize: [612, 792] } }), 'layout/unreadable-file'],
  ])('%s is refused whole', (_, text, code) => {
    expect(readLayouts(text)).toEqual({ ok: false, error: { code } });
  });
});
