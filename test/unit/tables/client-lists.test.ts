import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import type { ClientType, Software } from '../../../src/core/clients/client';
import { readRows } from '../../../src/core/clients/read-rows';
import { NO_SIGNING_FACTS } from '../../../src/core/clients/signing-facts';
import { readClientList } from '../../../workers/tables/read-client-list';

/** The day on which these lists are read. */
const TODAY = '2026-03-16';
const trap = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/traps/${name}`, import.meta.url)));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function read(bytes: Uint8Array<ArrayBuffer>, software: Software = 'dt-max', clientType: ClientType = 'individuals') {
  const list = readClientList(bytes, software, clientType);
  if (!list.ok) throw new Error(list.error.code);
  const { header, headers, rows, epoch1904 } = list.value;
  return {
    list: list.value,
    rows: readRows({ clientType, mapping: header.mapping, headers, rows, epoch1904, scope: software, today: TODAY }),
  };
}

const refusal = (
  bytes: Uint8Array<ArrayBuffer>,
  software: Software = 'dt-max',
  clientType: ClientType = 'individuals',
) => {
  const list = readClientList(bytes, software, clientType);
  return list.ok ? null : list.error;
};

describe('what is no client list is refused by name', () => {
  it.each([
    ['empty.csv', 'dt-max', { code: 'import/empty-file' }],
    ['no-known-header.csv', 'dt-max', { code: 'import/no-known-header' }],
    ['only-header.csv', 'dt-max', { code: 'import/no-rows' }],
    ['pdf-named-csv.csv', 'dt-max', { code: 'import/wrong-kind', details: { expected: 'csv', found: 'pdf' } }],
    ['t2-return.csv', 'dt-max', { code: 'import/return-not-list' }],
    ['t2-return.csv', 'taxprep', { code: 'import/return-not-list' }],
    ['dates-1904.xlsx', 'dt-max', { code: 'import/wrong-kind', details: { expected: 'csv', found: 'xlsx' } }],
    ['empty.xlsx', 'taxprep', { code: 'import/empty-file' }],
    ['csv-named-xlsx.xlsx', 'taxprep', { code: 'import/wrong-kind', details: { expected: 'xlsx', found: 'csv' } }],
    ['nested-folders.zip', 'taxprep', { code: 'import/wrong-kind', details: { expected: 'xlsx', found: 'zip' } }],
    ['damaged.pdf', 'taxprep', { code: 'import/wrong-kind', details: { expected: 'xlsx', found: 'pdf' } }],
  ] as const)('%s for %s', (name, software, error) => expect(refusal(trap(name), software)).toEqual(error));

  it('a workbook cut short is unreadable', () =>
    expect(refusal(trap('truncated.xlsx'), 'taxprep')?.code).toBe('import/unreadable-xlsx'));

  it('blank text, binary text and a quote that is never closed', () => {
    expect(refusal(utf8(' \r\n\t\r\n'))).toEqual({ code: 'import/empty-file' });
    expect(refusal(Uint8Array.from({ length: 400 }, (_byte, index) => index % 7))?.code).toBe('import/unreadable-csv');
    expect(refusal(utf8('Nom;Prénom;NAS\n"Alizé;Éloi;\nBise;Nord;\n'))?.code).toBe('import/unreadable-csv');
  });

  it('an OLE container (.xls, or a workbook with a password)', () => {
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    expect(refusal(ole, 'taxprep')).toEqual({ code: 'import/wrong-kind', details: { expected: 'xlsx', found: 'ole' } });
  });

  it('a list of the other type', () => {
    expect(refusal(trap('corporations.csv'))).toEqual({
      code: 'import/mixed-list',
      details: { individuals: 0, corporations: 2 },
    });
  });
});

describe('encodings and delimiters', () => {
  it.each([
    ['utf8-bom.csv', 'utf-8', ';', 8],
    ['utf8-english-headers.csv', 'utf-8', ',', 8],
    ['utf16le-tab.csv', 'utf-16le', '\t', 8],
    ['cp1252-semicolon.csv', 'windows-1252', ';', 9],
    ['title-rows.csv', 'windows-1252', ';', 8],
  ])('%s', (name, encoding, delimiter, count) => {
    const { list, rows } = read(trap(name));
    expect([list.encoding, list.delimiter, rows.length]).toEqual([encoding, delimiter, count]);
    expect(rows[0]?.client).toEqual({
      kind: 'individual',
      clientNumber: '1001',
      name: { full: 'Geneviève Aubépine', first: 'Geneviève', last: 'Aubépine' },
      sin: '999085582',
      businessNumber: null,
      programAccount: null,
      enterpriseNumber: null,
      birthDate: '1981-04-17',
      email: 'genevieve.aubepine@example.com',
      phone: '+14185550100',
      address: {
        street: '1906, côte du Faux-Semblant',
        unit: null,
        city: 'Québec',
        province: 'QC',
        postalCode: 'G1M 6P9',
        country: null,
      },
      language: 'fr',
      accountManager: 'Solène Sittelle',
      household: 'dt-max:1001',
      relation: 'head',
      ...NO_SIGNING_FACTS,
    });
  });

  it('windows-1252 keeps œ and the curly apostrophe', () => {
    const { rows } = read(trap('cp1252-semicolon.csv'));
    expect(rows.at(-1)?.client).toMatchObject({
      name: { full: 'Anne-L’Or Cœurjoli' },
      address: { street: '1, rue de l’Œillet' },
    });
  });

  it('French text comes back from UTF-16 big endian and from UTF-16 without a mark', () => {
    const text = 'Nom;Prénom;NAS\r\nAlizé;Éloi;046 454 286\r\n';
    const utf16 = (mark: boolean, little: boolean): Uint8Array<ArrayBuffer> => {
      const full = (mark ? '\ufeff' : '') + text;
      const view = new DataView(new ArrayBuffer(full.length * 2));
      for (let i = 0; i < full.length; i++) view.setUint16(i * 2, full.charCodeAt(i), little);
      return new Uint8Array(view.buffer);
    };
    for (const [mark, little] of [
      [true, false],
      [true, true],
      [false, true],
      [false, false],
    ] as const) {
      const { list, rows } = read(utf16(mark, little));
      expect(list.encoding).toBe(little ? 'utf-16le' : 'utf-16be');
      expect(rows[0]?.client).toMatchObject({ name: { full: 'Éloi Alizé' }, sin: '046454286' });
    }
  });

  it('decimal commas and commas in headers do not mislead the choice', () => {
    const { list, rows } = read(
      utf8(
        'Nom, Prénom;NAS;Solde, en dollars;Frais\n"ALIZÉ, Éloi";046454286;1,50;2,75\nBISE, Nord;130692544;3,50;4,75\n',
      ),
    );
    expect(list.delimiter).toBe(';');
    expect(rows.map(({ client }) => client.name.full)).toEqual(['Éloi Alizé', 'Nord Bise']);
  });

  it('pipes', () => expect(read(utf8('Nom|Prénom|NAS\nAlizé|Éloi|046454286')).list.delimiter).toBe('|'));
});

describe('rows of a file', () => {
  it('keep the line they start on, across title rows, blank lines and quoted line breaks', () => {
    expect(read(trap('title-rows.csv')).list.headerRow).toBe(4);
    expect(read(trap('title-rows.csv')).rows.map(({ source }) => source)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    const { rows } = read(trap('quoted-newline.csv'));
    expect(rows.map(({ source, client }) => [source, client.name.full, client.email])).toEqual([
      [2, 'Éloi Alizé', 'eloi.alize@example.com'],
      [4, 'Nord Bise', 'nord.bise@example.com'],
    ]);
  });

  it('« NOM, Prénom » in capitals, and `*` for no first name', () => {
    expect(
      read(trap('full-name-column.csv')).rows.map(({ client: { name } }) => [name.first, name.last, name.full]),
    ).toEqual([
      ['Geneviève', 'Aubépine', 'Geneviève Aubépine'],
      ['Jean-Philippe', 'Gagnebois', 'Jean-Philippe Gagnebois'],
      ['François', 'St-Érable', 'François St-Érable'],
      ['Marie-Ève', 'de la Bruyère', 'Marie-Ève de la Bruyère'],
      ['Étienne', "D'Épinette", "Étienne D'Épinette"],
      ['Rosaire', 'Saint-Mélèze', 'Rosaire Saint-Mélèze'],
      [null, 'Zéphyr', 'Zéphyr'],
    ]);
  });

  it('repeated headers and a total line are not clients', () => {
    const text = 'Nom;Prénom;NAS\nAlizé;Éloi;046454286\nNom;Prénom;NAS\nBise;Nord;130692544\nTotal : 2;;\n';
    expect(read(utf8(text)).rows.map(({ client }) => client.name.full)).toEqual(['Éloi Alizé', 'Nord Bise']);
  });

  it('corporations: legal name as written, number and program account, NEQ, trust by name', () => {
    const { list, rows } = read(trap('corporations.csv'), 'dt-max', 'corporations');
    expect(list.header.mapping).toEqual([
      'clientNumber',
      'name',
      'businessNumber',
      'enterpriseNumber',
      'yearEnd',
      'street',
      'city',
      'province',
      'postalCode',
      'email',
      'language',
      'accountManager',
    ]);
    expect(rows.map(({ client }) => client)).toMatchObject([
      {
        kind: 'corporation',
        name: { full: '9475-3381 Québec inc.' },
        businessNumber: '123026635',
        programAccount: 'RC0001',
      },
      { kind: 'corporation', name: { full: 'Boulangerie Le Pain Imaginaire ltée' }, businessNumber: '900000001' },
    ]);
    const wrong = read(
      utf8('No client;Raison sociale;NE;Courriel\n1;Moulin inc.;123026636 RC0001;a@b.example\n'),
      'dt-max',
      'corporations',
    );
    expect(wrong.rows[0]?.issues).toEqual([{ code: 'bn-luhn', severity: 'warning', field: 'businessNumber' }]);
    expect(wrong.rows[0]?.client.businessNumber).toBe('123026636');
    const trust = read(utf8('No client;Raison sociale;NE\n1;Fiducie familiale du Mirage;\n'), 'dt-max', 'corporations');
    expect(trust.rows[0]?.client.kind).toBe('trust');
  });
});

describe('workbooks', () => {
  it('the sheet that holds the list, under English headers, SIN as numbers', () => {
    const { list, rows } = read(trap('second-sheet-english.xlsx'), 'taxprep');
    expect([list.kind, list.sheet, list.headerRow]).toEqual(['xlsx', 'Clients', 1]);
    expect(
      rows.map(({ client }) => [client.clientNumber, client.name.full, client.sin, client.accountManager]),
    ).toEqual([
      ['1010', 'Marie-Ève De la Bruyère', '939632154', 'Solène Sittelle'],
      ['1030', "Chloé L'Heureux-Huart", '088967955', 'Nadia Colibri'],
      ['1033', 'Maxime Desormeaux-Pic', '920817483', 'Olivier Grand-Duc'],
      ['1045', 'Hélène Nyctale', '050362318', 'Nadia Colibri'],
      ['1060', 'Nathalie Grand-Héron', '015892458', 'Olivier Grand-Duc'],
    ]);
    expect(rows.map(({ issues }) => issues.some(({ code }) => code === 'sin-zero-restored'))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it('dates of the 1904 system', () => {
    expect(read(trap('dates-1904.xlsx'), 'taxprep').rows.map(({ client }) => client.birthDate)).toEqual([
      '1990-03-21',
      '1993-07-27',
      '1988-04-14',
      '1962-01-24',
      '1977-12-21',
    ]);
  });
});

it.each(['xlsx', 'xlsb', 'biff8', 'ods'] as const)('the same list as %s gives the same rows', (bookType) => {
  const cells = [
    ['Code du client', 'Nom', 'Prénom', 'NAS', 'Courriel'],
    ['0012', 'Œillet-Fictif', 'Éloi', 46454286, 'eloi@example.com'],
  ];
  const book = utils.book_new(utils.aoa_to_sheet(cells), 'Clients');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
  const { list, rows } = read(bytes, 'taxprep');
  expect([list.kind, list.sheet, list.headerRow]).toEqual([bookType === 'biff8' ? 'xls' : bookType, 'Clients', 1]);
  expect(rows.map(({ client }) => [client.clientNumber, client.name.full, client.sin, client.email])).toEqual([
    ['0012', 'Éloi Œillet-Fictif', '046454286', 'eloi@example.com'],
  ]);
});

describe('a damaged or hostile workbook', () => {
  const original = trap('second-sheet-english.xlsx');
  const sizes = (edit: (view: DataView, at: number) => void): Uint8Array<ArrayBuffer> => {
    const bytes = original.slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) edit(view, at);
    return bytes;
  };

  it.each([
    ['says it unpacks to gigabytes', sizes((view, at) => view.setUint32(at + 24, 0x7fffffff, true))],
    ['says it unpacks to less than it does', sizes((view, at) => view.setUint32(at + 24, 10, true))],
    ['has a wrong checksum', sizes((view, at) => view.setUint32(at + 16, 1, true))],
    ['is protected', sizes((view, at) => view.setUint16(at + 8, 1, true))],
    ['points outside itself', sizes((view, at) => view.setUint32(at + 42, 0xfffffff0, true))],
  ])('%s: refused', (_what, bytes) => {
    expect(refusal(bytes, 'taxprep')).toEqual({ code: 'import/unreadable-xlsx' });
  });
});
