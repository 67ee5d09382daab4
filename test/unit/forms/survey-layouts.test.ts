import { describe, expect, it } from 'vitest';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { PageText } from '../../../src/core/documents/page-text';
import type { FormCode } from '../../../src/core/forms/form-code';
import type { FormInDocument } from '../../../src/core/forms/form-in-document';
import { learnLayout } from '../../../src/core/forms/office-layout';
import type { OfficeLayout } from '../../../src/core/forms/office-layout';
import { readLayouts, writeLayouts } from '../../../src/core/forms/office-layout-file';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import { surveyLayouts } from '../../../src/core/forms/survey-layouts';
import { tryLayout } from '../../../src/core/forms/try-layout';
import { line, page } from '../documents/test-page';

/** A T183 whose labels stand `dx`, `dy` points from where ImpôtExpert's 2025 print has them. */
const t183 = ({ dx = 0, dy = 0, year = 2025, time = null as number | null, at = 1 } = {}): PageText =>
  page(
    [
      line(`T183 F (${year - 2000})`, 40, 760),
      line(`Année d’imposition ${year}`, 40, 740),
      line('Signature du particulier nommé à la partie A', 40 + dx, 103 + dy),
      line('2026-03-15', 330 + dx, 89 + dy + 10),
      line('Année Mois Jour', 330 + dx, 89 + dy),
      {
        text: 'HH MM SS',
        rect: [449 + dx, 79 + (time ?? dy), 80, 8],
        words: ['HH', 'MM', 'SS'].flatMap((text, box) => line(text, 449 + dx + 27 * box, 79 + (time ?? dy)).words),
      },
    ],
    { page: at },
  );

const found = (pages: readonly PageText[], form: FormCode = 'T183'): FormInDocument => {
  const { forms, taxYear } = documentFacts(pages);
  const seen = forms.filter((sighting) => sighting.form === form).map((sighting) => sighting.page);
  return { form, taxYear, pages, forms, seen };
};

const FIELDS: readonly PlacedField[] = [
  { kind: 'signature', signer: 'taxpayer', page: 1, rect: [60, 140, 180, 30] },
  { kind: 'time', part: 'hh', signer: 'taxpayer', page: 1, rect: [449, 95, 22, 14] },
];
const learn = (pages: readonly PageText[], year = 2025, fields = FIELDS): OfficeLayout => {
  const layout = learnLayout('T183', year, pages, 1, fields);
  if (layout === null) throw new Error('nothing was learned');
  return layout;
};
/** As layouts were kept before every label was noted. */
const keptBefore = ({ form, taxYear, print, fields, labels }: OfficeLayout): OfficeLayout => ({
  form,
  taxYear,
  print,
  fields,
  labels,
});
const cornersOf = (fields: readonly PlacedField[]) =>
  fields.map(({ kind, part, rect: [x, y] }) => [part ?? kind, Math.round(x), Math.round(y)]);

describe('every layout of a form over one of its documents', () => {
  it('printed labels, tables of every year and print, the office’s, newest first', () => {
    const offices = [learn([t183({ year: 2023 })], 2023), learn([t183()])];
    const survey = surveyLayouts(found([t183()]), offices);
    expect(survey.map(({ source, fit, calibrated }) => [source, fit, calibrated])).toEqual([
      [{ kind: 'labels' }, 'fits', false],
      [{ kind: 'table', taxYears: [2025, 2025], print: 'ImpôtExpert', disputed: false }, 'fits', false],
      [{ kind: 'table', taxYears: [2023, 2023], print: 'ImpôtExpert', disputed: false }, 'other-page-size', false],
      [{ kind: 'office', taxYear: 2025, dtMax: false }, 'fits', true],
      [{ kind: 'office', taxYear: 2023, dtMax: false }, 'fits', true],
    ]);
    expect(new Set(survey.map(({ id }) => id)).size).toBe(survey.length);
  });

  it('where each puts its fields, and how far the labels are from it', () => {
    const [labels, table, older] = surveyLayouts(found([t183({ dx: 3, dy: -2 })]), []);
    expect(cornersOf(labels?.fields ?? [])).toEqual([
      ['signature', 43, 111],
      ['hh', 452, 87],
      ['mm', 479, 87],
      ['ss', 506, 87],
    ]);
    // Domain facts §5: the signature at (40, 113), HH at (449, 89), MM at (476, 89), SS at (501, 89).
    expect(cornersOf(table?.fields ?? [])).toEqual([
      ['signature', 40, 113],
      ['hh', 449, 89],
      ['mm', 476, 89],
      ['ss', 501, 89],
    ]);
    expect(table?.moves.map(({ what, dx, dy }) => [what, dx, dy])).toEqual([
      ['signature', 3, -2],
      ['hh', 3, -2],
      ['mm', 3, -2],
      ['ss', 5, -2],
    ]);
    expect([labels?.offset, table?.offset, older?.offset]).toEqual([0, 5, 39]);
  });

  it('two sources that contradict one another are two layouts, shown and never used', () => {
    const te = (at: number) =>
      page([line('TP-1000.TE (2025-01)', 40, 760), line('Signature du particulier', 38, 195), line('Date', 333, 195)], {
        page: at,
      });
    const survey = surveyLayouts(found([te(1), te(2), te(3), te(4)], 'TP-1000.TE'), []);
    const tables = survey.filter(({ source }) => source.kind === 'table');
    expect(tables.map(({ source }) => source.kind === 'table' && source.disputed)).toEqual([false, true, true]);
    expect(tables.map(({ fields }) => fields.map((field) => [field.kind, field.page, field.rect[1]]))).toEqual([
      [
        ['signature', 2, 298],
        ['date', 2, 301],
        ['signature', 4, 298],
        ['date', 4, 301],
      ],
      [
        ['signature', 2, 205],
        ['signature', 4, 205],
      ],
      [
        ['signature', 2, 95],
        ['signature', 4, 95],
      ],
    ]);
  });

  it('a document without the form’s labels: the tables, without a word of how far they are', () => {
    const blank = page([line('T183 F (25)', 40, 760)]);
    const survey = surveyLayouts(found([blank]), []);
    expect(survey.map(({ fit, offset, shift }) => [fit, offset, shift.kind])).toEqual([
      ['nothing', null, 'refused'],
      ['fits', null, 'refused'],
      ['other-page-size', null, 'refused'],
    ]);
  });

  it('a form inside a larger document keeps its own pages', () => {
    const cover = page(['Chère cliente fictive'], { page: 1 });
    const [labels, table] = surveyLayouts(found([cover, t183({ at: 2 })]), []);
    expect(labels?.fields.map((field) => field.page)).toEqual([2, 2, 2, 2]);
    expect(table?.fields.map((field) => field.page)).toEqual([2, 2, 2, 2]);
    expect(table?.offset).toBe(2);
  });

  it('a form without a layout of the product has the office’s alone', () => {
    const office = { ...learn([t183()]), form: 'INVOICE', labels: [], anchors: [] } as const;
    expect(surveyLayouts({ ...found([t183()]), form: 'INVOICE', seen: [] }, [office]).map(({ id }) => id)).toEqual([
      'office-0',
    ]);
  });
});

describe('the shift for a new year', () => {
  it('is what every label moved by since the office kept its layout', () => {
    const last = learn([t183({ year: 2025 })]);
    const [, , , office] = surveyLayouts(found([t183({ year: 2026, dx: 4, dy: 31 })]), [last]);
    expect(office?.shift).toEqual({ kind: 'proposed', dx: 4, dy: 31, spread: 0, labels: 5 });
  });

  it('is refused where the labels moved apart', () => {
    const [, , , office] = surveyLayouts(found([t183({ year: 2026, dy: 31, time: 12 })]), [learn([t183()])]);
    expect(office?.shift).toEqual({ kind: 'refused', reason: 'disagreement', spread: 19, labels: 5 });
  });

  it('has the signature’s label alone in a layout kept before the others were noted', () => {
    const old = keptBefore(learn([t183()]));
    const [, , , office] = surveyLayouts(found([t183({ year: 2026, dy: 31 })]), [old]);
    expect(office?.shift).toEqual({ kind: 'proposed', dx: 0, dy: 31, spread: 0, labels: 1 });
  });

  it('has nothing to go by without labels', () => {
    const blank = { ...keptBefore(learn([t183()])), labels: [{ page: 1, at: null }] };
    expect(surveyLayouts(found([t183()]), [blank])[3]?.shift).toEqual({ kind: 'refused', reason: 'no-label' });
  });
});

describe('a layout tried on documents', () => {
  const layout = learn([t183()]);
  const tried = (document: FormInDocument | null) => tryLayout(layout, document);

  it.each([
    ['the same print', t183(), 'agrees', 0, true],
    ['a label within the tolerance', t183({ dy: 6 }), 'agrees', 6, true],
    ['a label beyond it', t183({ dx: 2, dy: 7 }), 'moved', 7, true],
    ['another year', t183({ year: 2024 }), 'other-year', 0, true],
    ['another page size', { ...t183(), width: 595, height: 842 }, 'other-print', 0, true],
    ['no label', page([line('T183 F (25)', 40, 760), 'Année d’imposition 2025']), 'no-label', null, false],
  ] as const)('%s', (_, document, verdict, distance, labelFound) => {
    const said = tried(found([document]));
    expect([said.verdict, said.distance, said.labelFound]).toEqual([verdict, distance, labelFound]);
    expect(cornersOf(said.fields)).toEqual([
      ['signature', 60, 140],
      ['hh', 449, 95],
    ]);
  });

  it('a document that does not bear the form', () => {
    expect(tried(null)).toEqual({ verdict: 'other-form', labelFound: false, distance: null, fields: [] });
  });
});

it('the labels go along in the file for the other workstations, and a broken one is refused', () => {
  const layout = learn([t183()]);
  expect(layout.anchors?.map(({ what }) => what)).toEqual(['signature', 'date', 'hh', 'mm', 'ss']);
  expect(readLayouts(writeLayouts([layout]))).toEqual({ ok: true, value: [layout] });
  const broken = { ...layout, anchors: [{ what: 'elsewhere', signer: 'taxpayer', page: 1, at: [1, 2, 3, 4] }] };
  expect(readLayouts(writeLayouts([broken as unknown as OfficeLayout]))).toMatchObject({
    ok: false,
    error: { code: 'layout/unreadable-file' },
  });
});
