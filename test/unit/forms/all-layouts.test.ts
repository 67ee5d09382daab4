import { describe, expect, it } from 'vitest';
import type { PageText, TextLine } from '../../../src/core/documents/page-text';
import { FORM_CATALOG } from '../../../src/core/forms/catalog';
import type { FormCode } from '../../../src/core/forms/form-code';
import { FORM_LAYOUTS } from '../../../src/core/forms/layouts';
import { pagesOfForm } from '../../../src/core/forms/pages-of-form';
import { placeFields } from '../../../src/core/forms/place-fields';
import { line, page } from '../documents/test-page';

const place = (form: FormCode, pages: readonly PageText[], year: number | null = null) => {
  const layout = FORM_LAYOUTS[form];
  if (!layout) throw new Error(`no layout for ${form}`);
  return placeFields(layout, pages, year);
};
const fieldsOf = (placement: ReturnType<typeof place>) =>
  placement.kind === 'placed'
    ? placement.fields.map(({ kind, part, signer, page: number, rect }) => [
        part ?? kind,
        signer,
        number,
        rect[0],
        rect[1],
      ])
    : placement;

/** One line, as printed. */
const CAPTIONS: TextLine = {
  text: 'HH MM SS',
  rect: [449, 100, 62, 8],
  words: [line('HH', 449, 100), line('MM', 476, 100), line('SS', 501, 100)].flatMap(({ words }) => words),
};

/** The signature's label at (40, 100), the date's at (330, 100), captions of the time at 449, 476 and 501. */
const signed = (label: string, date: string | null, over: { time?: boolean; mark?: string } = {}): PageText =>
  page([
    line(over.mark ?? 'Certification', 40, 400),
    line(label, 40, 100),
    ...(date === null ? [] : [line(date, 330, 100)]),
    ...(over.time === true ? [CAPTIONS] : []),
  ]);

const TIME = { time: true };
const over = (signer: string) => [
  ['signature', signer, 1, 40, 110],
  ['date', signer, 1, 330, 110],
];
const timed = (signer: string) => [
  ...over(signer),
  ['hh', signer, 1, 449, 110],
  ['mm', signer, 1, 476, 110],
  ['ss', signer, 1, 501, 110],
];
const DECLARED = { mark: 'Je déclare que les renseignements fournis dans cette déclaration sont exacts' };

describe('each form, by its labels in French and English', () => {
  it.each([
    ['T183', signed('Signature du particulier nommé à la partie A', 'Année Mois Jour', TIME), timed('taxpayer')],
    ['T183', signed('Signature of individual identified in Part A', 'Year Month Day', TIME), timed('taxpayer')],
    [
      'T183CORP',
      signed('Signature d’un signataire autorisé de la société', 'Date (aaaa/mm/jj)', TIME),
      timed('officer'),
    ],
    [
      'T183CORP',
      signed('Signature of an authorized signing officer of the corporation', 'Date (yyyy/mm/dd)', TIME),
      timed('officer'),
    ],
    [
      'T183TRUST',
      signed('Signature du fiduciaire, de l’exécuteur ou du liquidateur', 'Année Mois Jour', TIME),
      timed('representative'),
    ],
    [
      'T183TRUST',
      signed('Signature of trustee, executor or legal representative', 'Year Month Day', TIME),
      timed('representative'),
    ],
    ['TP-1000.TE', signed('Signature du particulier ou de son représentant', 'Date (AAAA-MM-JJ)'), over('taxpayer')],
    ['TP-1000.TE', signed('Signature of individual or representative', 'Date (YYYY-MM-DD)'), over('taxpayer')],
    ['CO-1000.TE', signed('Signature de la personne autorisée', 'Date'), over('officer')],
    ['CO-1000.TE', signed('Signature of authorized representative', 'Date'), over('officer')],
    ['MR-69', signed('Signature', 'Date', { mark: 'Autorisation' }), over('taxpayer')],
    ['MR-69', signed('Signature of the individual', 'Date', { mark: 'Power of attorney' }), over('taxpayer')],
    ['AUT-01', signed('Signature du particulier', 'Date (AAAAMMJJ)', { mark: 'Attestation' }), over('taxpayer')],
    ['AUT-01', signed('Signature of legal representative', 'Date (YYYYMMDD)'), over('taxpayer')],
    ['CRA-AUTH', signed('Signature du contribuable', 'Date', { mark: 'Autorisation' }), over('taxpayer')],
    ['CRA-AUTH', signed('Signature of taxpayer', 'Date'), over('taxpayer')],
    ['T1135', signed('Signez ici', 'Date (AAAAMMJJ)', { mark: 'Attestation' }), over('taxpayer')],
    ['T1135', signed('Authorized signature', 'Date (YYYYMMDD)'), over('taxpayer')],
    ['TP-274', signed('Signature', 'Date'), over('taxpayer')],
    ['TP-1', signed('Signature', 'Date', DECLARED), over('taxpayer')],
    [
      'T2',
      signed('Signature of the authorized signing officer of the corporation', 'Date (yyyy/mm/dd)'),
      over('officer'),
    ],
    ['T2', signed('Signature du signataire autorisé de la société', 'Date (aaaa/mm/jj)'), over('officer')],
    ['CO-17', signed('Signature de la personne autorisée', 'Date', DECLARED), over('officer')],
    ['ENGAGEMENT', signed('Signature du client', 'Date'), over('taxpayer')],
    ['ENGAGEMENT', signed('Client’s signature', 'Date'), over('taxpayer')],
  ] as const)('%s, case %#', (form, printed, fields) => {
    expect(fieldsOf(place(form, [printed]))).toEqual(fields);
  });

  it('none was checked on a real form yet, and each says so', () => {
    for (const layout of Object.values(FORM_LAYOUTS))
      expect([layout.form, layout.calibrated]).toEqual([layout.form, false]);
  });

  it('every form that is sent to be signed has a layout, signed by whom the catalog says', () => {
    for (const [form, { purpose, signers }] of Object.entries(FORM_CATALOG)) {
      if (purpose !== 'signature') continue;
      const needed = FORM_LAYOUTS[form as FormCode]?.blocks.filter(({ presence }) => presence === 'needed');
      expect([form, needed?.map(({ signer }) => signer)]).toEqual([form, signers]);
    }
  });
});

describe('fail closed', () => {
  it.each(Object.keys(FORM_LAYOUTS) as FormCode[])('%s without its labels', (form) => {
    expect(place(form, [page(['Certification', 'Chère cliente'])], 2021)).toEqual({
      kind: 'unplaced',
      reason: 'no-anchor-no-table',
    });
  });

  it.each(['T183CORP', 'T183TRUST'] as const)('%s without its time boxes', (form) => {
    const label = form === 'T183CORP' ? 'Signature of authorized signing officer' : 'Signature of trustee';
    expect(place(form, [signed(label, 'Year Month Day')]).kind).toBe('unplaced');
  });

  it('a signature without a date beside it', () => {
    expect(place('TP-1000.TE', [signed('Signature du particulier', null)]).kind).toBe('unplaced');
  });

  it('a label inside a sentence is a citation', () => {
    const cited = page([line('Faites apposer la signature du particulier avant le', 40, 300), line('Date', 330, 300)]);
    expect(place('TP-1000.TE', [cited]).kind).toBe('unplaced');
  });

  it('« mandate » holds no « Date »', () => {
    expect(place('TP-1000.TE', [signed('Signature of individual', 'Mandate')]).kind).toBe('unplaced');
  });
});

describe('TP-1000.TE', () => {
  const blank = (number: number) => page(['Revenu Québec'], { page: number });

  it('both copies are signed', () => {
    const copy = (number: number) => ({ ...signed('Signature du particulier', 'Date'), page: number });
    expect(fieldsOf(place('TP-1000.TE', [blank(1), copy(2), blank(3), copy(4)]))).toEqual([
      ['signature', 'taxpayer', 2, 40, 110],
      ['date', 'taxpayer', 2, 330, 110],
      ['signature', 'taxpayer', 4, 40, 110],
      ['date', 'taxpayer', 4, 330, 110],
    ]);
  });

  /** Domain facts §5. */
  it('2023 by the table: pages 2 and 4, or the only page', () => {
    const places = (number: number) => [
      ['signature', 'taxpayer', number, 38, 298],
      ['date', 'taxpayer', number, 333, 301],
    ];
    expect(fieldsOf(place('TP-1000.TE', [1, 2, 3, 4].map(blank), 2023))).toEqual([...places(2), ...places(4)]);
    expect(fieldsOf(place('TP-1000.TE', [blank(1)], 2023))).toEqual(places(1));
  });

  it('2023, date already printed: no field for it', () => {
    const dated = page([line('2024-04-12', 333, 303)], { page: 1 });
    expect(fieldsOf(place('TP-1000.TE', [dated], 2023))).toEqual([['signature', 'taxpayer', 1, 38, 298]]);
  });

  it('2024 and later: two sources disagree, so no table places anything', () => {
    expect(place('TP-1000.TE', [1, 2, 3, 4].map(blank), 2025)).toEqual({
      kind: 'unplaced',
      reason: 'no-anchor-no-table',
    });
  });
});

describe('an engagement letter', () => {
  it('the spouse’s line and initials only where they are printed', () => {
    const first = page([line('Initiales du client', 500, 40)]);
    const last = page(
      [
        line('Signature du client', 40, 200),
        line('Date', 330, 200),
        line('Signature du conjoint', 40, 100),
        line('Date', 330, 100),
      ],
      { page: 2 },
    );
    expect(fieldsOf(place('ENGAGEMENT', [first, last]))).toEqual([
      ['signature', 'taxpayer', 2, 40, 210],
      ['date', 'taxpayer', 2, 330, 210],
      ['signature', 'spouse', 2, 40, 110],
      ['date', 'spouse', 2, 330, 110],
      ['initials', 'taxpayer', 1, 500, 50],
    ]);
  });
});

it('name and title where their labels stand beside the signature', () => {
  const printed = page([
    line('Certification', 40, 400),
    line('Print name', 40, 130),
    line('Position or title', 330, 130),
    line('Sign here', 40, 100),
    line('Date (YYYYMMDD)', 330, 100),
  ]);
  expect(fieldsOf(place('T1135', [printed]))).toEqual([
    ...over('taxpayer'),
    ['name', 'taxpayer', 1, 40, 140],
    ['title', 'taxpayer', 1, 330, 140],
  ]);
});

it('the pages of a form: those that follow its code, up to its length, not beyond another form', () => {
  const pages = [1, 2, 3, 4, 5, 6].map((number) => ({ page: number }));
  const numbers = (own: number[], others: number[], length: number) =>
    pagesOfForm(pages, own, others, length).map((it) => it.page);
  expect(numbers([2], [], 2)).toEqual([2, 3]);
  expect(numbers([1], [2], 4)).toEqual([1]);
  expect(numbers([1, 4], [3], 2)).toEqual([1, 2, 4, 5]);
});
