import { describe, expect, it } from 'vitest';
import { markDuplicates } from '../../../src/core/clients/duplicates';
import { readRows } from '../../../src/core/clients/read-rows';
import { mapColumns } from '../../../src/core/clients/column-mapping';
import { anImported } from './support/clients';

function read(header: string, ...lines: readonly string[]) {
  const headers = header.split(';');
  return readRows({
    clientType: 'individuals',
    mapping: mapColumns(headers, 'individuals'),
    headers,
    rows: lines.map((line, index) => ({ source: index + 2, cells: line.split(';') })),
    epoch1904: false,
    scope: 'dt-max',
    today: '2026-03-16',
  });
}

const codes = (row: { readonly issues: readonly { readonly code: string }[] } | undefined) =>
  row?.issues.map(({ code }) => code);

describe('households', () => {
  const HEADER = 'No client;Nom;Prénom;Lien;Rue;Ville;Code postal;Courriel';

  it('of one client number inherit blank names and addresses from the head, marked', () => {
    const [spouse, head, child, apart] = read(
      HEADER,
      '7;;Anne;Conjoint;;;;anne@b.example',
      '7;Alizé;Éloi;Chef de famille;1, rue X;Lévis;G6V 1A1;eloi@b.example',
      '7;;Zoé;Personne à charge;;;;',
      '7;Bise;Nord;Conjoint;2, rue Y;Québec;G1A 1A1;',
    );
    expect(spouse?.client).toMatchObject({
      name: { full: 'Anne Alizé', last: 'Alizé' },
      household: 'dt-max:7',
      relation: 'spouse',
    });
    expect(spouse?.client.address).toEqual(head?.client.address);
    expect(codes(spouse)).toEqual(['household-inherited', 'household-inherited']);
    expect(child?.client.name.full).toBe('Zoé Alizé');
    expect(child?.client.email).toBeNull();
    expect(apart?.client).toMatchObject({ name: { full: 'Nord Bise' }, address: { street: '2, rue Y' } });
    expect(codes(head)).toEqual([]);
  });

  it('without a number, spouse and dependants follow their head', () => {
    const rows = read(
      'Nom;Prénom;Lien;Rue',
      'Alizé;Éloi;Head;1, rue X',
      ';Anne;Spouse;',
      'Bise;Nord;Head;2, rue Y',
      ';Luc;Dependant;',
    );
    expect(rows.map(({ client }) => [client.name.full, client.address.street, client.household])).toEqual([
      ['Éloi Alizé', '1, rue X', 'dt-max:row-2'],
      ['Anne Alizé', '1, rue X', 'dt-max:row-2'],
      ['Nord Bise', '2, rue Y', 'dt-max:row-4'],
      ['Luc Bise', '2, rue Y', 'dt-max:row-4'],
    ]);
  });

  it('a person alone has none, and a postal code of one’s own is not overwritten', () => {
    expect(read(HEADER, '7;Alizé;Éloi;;1, rue X;;;')[0]?.client.household).toBeNull();
    const [, other] = read(HEADER, '7;Alizé;Éloi;Chef;1, rue X;Lévis;G6V 1A1;', '7;Bise;Nord;Conjoint;;;H2X 1Y4;');
    expect(other?.client.address).toMatchObject({ street: null, postalCode: 'H2X 1Y4' });
  });

  it('a taxpayer and a spouse on one row are two people', () => {
    const rows = read(
      'No client;Nom;Prénom;NAS;Rue;Prénom du conjoint;Nom du conjoint;NAS du conjoint',
      '7;Alizé;Éloi;046454286;1, rue X;Anne;;130692544',
      '8;Bise;Nord;;2, rue Y;;;',
    );
    expect(rows.map(({ client }) => [client.name.full, client.sin, client.address.street, client.relation])).toEqual([
      ['Éloi Alizé', '046454286', '1, rue X', null],
      ['Anne Alizé', '130692544', '1, rue X', 'spouse'],
      ['Nord Bise', null, '2, rue Y', null],
    ]);
  });
});

describe('doubts of a row', () => {
  it.each([
    ['123456789', '123456789', ['sin-luhn']],
    ['46454286', '046454286', ['sin-zero-restored']],
    ['="046454286"', '046454286', []],
    ["'046454286", '046454286', []],
    ['000000000', null, ['sin-absent']],
    ['', null, ['sin-absent']],
    ['*** *** 286', null, ['sin-masked']],
  ])('NAS %j', (cell, sin, issues) => {
    const [row] = read('Nom;Prénom;NAS;Courriel', `Alizé;Éloi;${cell};a@b.example`);
    expect([row?.client.sin, codes(row)]).toEqual([sin, issues]);
  });

  it('each field that cannot be read says so, and the row goes on', () => {
    const [row] = read(
      'Nom;Prénom;Courriel;Téléphone;Code postal;Date de naissance;Langue',
      'Alizé;Éloi;a@b;123;12345;31/02/2001;Klingon',
    );
    expect(row?.issues).toEqual([
      { code: 'email-malformed', severity: 'warning', field: 'email' },
      { code: 'date-malformed', severity: 'warning', field: 'birthDate' },
      { code: 'phone-malformed', severity: 'warning', field: 'phone' },
      { code: 'postal-code-malformed', severity: 'warning', field: 'postalCode' },
      { code: 'language-unknown', severity: 'warning', field: 'language' },
    ]);
    expect(row?.client).toMatchObject({
      email: null,
      phone: null,
      birthDate: null,
      language: null,
      address: { postalCode: null },
    });
  });

  it('words for « nothing » are blank; a foreign address keeps its own code; the first telephone that reads is taken', () => {
    const [row] = read(
      'Nom;Prénom;Courriel;Code postal;Pays;Tél. rés.;Cellulaire;Langue;Province',
      'Alizé;Éloi;N/D;75001;France;aucun;514 555-0123;A;P.Q.',
    );
    expect(row?.client).toMatchObject({
      email: null,
      phone: '+15145550123',
      language: 'en',
      address: { postalCode: '75001', country: 'France', province: 'QC' },
    });
    expect(codes(row)).toEqual(['email-missing']);
  });

  it('a row without a name is an error', () => {
    const [row] = read('Nom;Prénom;NAS', '*;*;046454286');
    expect(row?.issues).toContainEqual({ code: 'name-missing', severity: 'error', field: 'name' });
  });

  it('a shared e-mail is said on each row', () => {
    const rows = read(
      'Nom;Prénom;Courriel',
      'Alizé;Éloi;a@b.example',
      'Alizé;Anne;A@B.example',
      'Bise;Nord;n@b.example',
    );
    expect(rows.map(codes)).toEqual([['email-shared'], ['email-shared'], []]);
  });
});

describe('duplicates', () => {
  const row = (source: number, client: ReturnType<typeof anImported>) => ({ source, client, issues: [] });
  const marks = (rows: ReturnType<typeof markDuplicates>) =>
    rows.map(({ issues, duplicate }) => [issues.map(({ code, severity }) => `${code} ${severity}`), duplicate]);

  it('one SIN, one name: the fullest row stands, whatever the order', () => {
    const thin = row(2, anImported('Éloi Alizé', { sin: '046454286' }));
    const full = row(3, anImported('Alizé Éloi', { sin: '046454286', email: 'a@b.example' }));
    expect(marks(markDuplicates([thin, full]))).toEqual([
      [['duplicate-row check'], false],
      [[], false],
    ]);
    expect(marks(markDuplicates([full, thin]))).toEqual([
      [[], false],
      [['duplicate-row check'], false],
    ]);
  });

  it('word for word: only noted', () => {
    const client = anImported('Éloi Alizé', { sin: '046454286' });
    expect(marks(markDuplicates([row(2, client), row(3, { ...client })]))).toEqual([
      [[], false],
      [['duplicate-row note'], true],
    ]);
  });

  it('one SIN under two names: both to be checked', () => {
    const rows = [
      row(2, anImported('Éloi Alizé', { sin: '046454286' })),
      row(3, anImported('Nord Bise', { sin: '046454286' })),
    ];
    expect(marks(markDuplicates(rows))).toEqual([
      [['sin-duplicate check'], false],
      [['sin-duplicate check'], false],
    ]);
  });

  it('one name and birth date, unless two SINs say otherwise', () => {
    const birthDate = '1980-01-02';
    const same = [anImported('Éloi Alizé', { birthDate, sin: '046454286' }), anImported('ALIZÉ, Éloi', { birthDate })];
    expect(marks(markDuplicates(same.map((client, index) => row(index, client))))).toEqual([
      [[], false],
      [['duplicate-row check'], false],
    ]);
    const two = [
      anImported('Éloi Alizé', { birthDate, sin: '046454286' }),
      anImported('Éloi Alizé', { birthDate, sin: '130692544' }),
    ];
    expect(marks(markDuplicates(two.map((client, index) => row(index, client))))).toEqual([
      [[], false],
      [[], false],
    ]);
  });
});
