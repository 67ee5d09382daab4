import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../src/core/clients/column-mapping';
import { maritalStatus } from '../../../src/core/clients/marital-status';
import { readRows } from '../../../src/core/clients/read-rows';
import type { ClientType } from '../../../src/core/clients/client';
import { parseEmailCell } from '../../../src/core/identifiers/email-cell';
import { parseTrustAccount } from '../../../src/core/identifiers/trust-account';
import { parseYearEnd } from '../../../src/core/identifiers/year-end';

/** Fictitious lists, `;` between cells. */
function read(header: string, lines: readonly string[], clientType: ClientType = 'individuals') {
  const headers = header.split(';');
  return readRows({
    clientType,
    mapping: mapColumns(headers, clientType),
    headers,
    rows: lines.map((line, index) => ({ source: index + 2, cells: line.split(';') })),
    epoch1904: false,
    scope: 'dt-max',
    today: '2026-03-16',
  });
}
const codes = (row: ReturnType<typeof read>[number] | undefined) => row?.issues.map(({ code }) => code);

describe('year-ends in every writing', () => {
  it.each([
    ['2025-12-31', '12-31'],
    ['31/12/2025', '12-31'],
    ['12/31/2025', '12-31'],
    ['31 déc. 2025', '12-31'],
    ['31/12', '12-31'],
    ['12-31', '12-31'],
    ['06/30', '06-30'],
    ['30/6', '06-30'],
    ['--12-31', '12-31'],
    ['1231', '12-31'],
    ['0630', '06-30'],
    ['630', '06-30'],
    ['31 décembre', '12-31'],
    ['le 30 juin', '06-30'],
    ['December 31st', '12-31'],
    ['31-Dec', '12-31'],
    ['fin d’août', null],
    ['fin juin', '06-30'],
    ['décembre', '12-31'],
    ['12', '12-31'],
    ['2025-06', '06-30'],
    ['juin 2025', '06-30'],
    ['45838', '06-30'],
    ['29 février', '02-28'],
    ['2024-02-29', '02-28'],
    ['15/08', '08-15'],
    ['31/06', null],
    ['décembre juin', null],
    ['bientôt', null],
    ['13', null],
  ])('%j → %j', (cell, expected) => expect(parseYearEnd(cell, false, 'day-first')).toBe(expected));

  it('an undecided pair follows the order of the list', () => {
    expect(parseYearEnd('04/05', false, 'day-first')).toBe('05-04');
    expect(parseYearEnd('04/05', false, 'month-first')).toBe('04-05');
    expect(parseYearEnd(45_838 - 1462, true, 'day-first')).toBe('06-30');
  });
});

describe('an e-mail cell', () => {
  const plain = { kind: 'email', others: [], tidied: false, doubtful: false };
  it.each([
    ['a@b.example', { ...plain, address: 'a@b.example' }],
    [' A@B.example. ', { ...plain, address: 'a@b.example', tidied: true }],
    ['a @ b.example', { ...plain, address: 'a@b.example', tidied: true }],
    ['Éloi Alizé <a@b.example>', { ...plain, address: 'a@b.example', tidied: true }],
    ["« Éloi » < 'a@b.example>", { ...plain, address: 'a@b.example', tidied: true }],
    ['a@b.example (bureau)', { ...plain, address: 'a@b.example', tidied: true }],
    ['a@b.example; c@d.example', { ...plain, address: 'a@b.example', others: ['c@d.example'] }],
    ['a@b.example ou c@d.example', { ...plain, address: 'a@b.example', others: ['c@d.example'] }],
    ['a@b.example, A@B.example', { ...plain, address: 'a@b.example', tidied: true }],
    ['a@gmail.con', { ...plain, address: 'a@gmail.con', doubtful: true }],
    ['éloi alizé@b.example', { kind: 'malformed' }],
    ['a@b,example', { kind: 'malformed' }],
    ['a@b.example, alizé', { kind: 'malformed' }],
    ['sur demande', { kind: 'malformed' }],
    ['', { kind: 'absent' }],
  ])('%j', (cell, expected) => expect(parseEmailCell(cell)).toEqual(expected));
});

describe('numbers of corporations and trusts', () => {
  it.each([
    ['T12345678', 'T12345678'],
    ['t-1234 5678', 'T12345678'],
    ['T1234567', 'T1234567'],
    ['12345678', 'T12345678'],
    ['T123', null],
    ['TX1234567', null],
  ])('trust number %j → %j', (cell, expected) => expect(parseTrustAccount(cell)).toBe(expected));

  it('each is read for what it is, in whichever column it was typed', () => {
    const header = "No client;Raison sociale;Numéro d'entreprise;NEQ;Numéro de fiducie;Fin d'exercice";
    const rows = read(
      header,
      [
        '1;Moulin inc.;1190000001;;;',
        '2;Scierie inc.;;123026635 RC0001;;',
        '3;Le Mirage;T12345678;;;31 décembre',
        '4;Le Songe;;;T-8765 4321;',
        '5;Forge inc.;12345;99;T1;un jour',
      ],
      'corporations',
    );
    expect(
      rows.map(({ client: c }) => [c.kind, c.businessNumber, c.programAccount, c.enterpriseNumber, c.trustAccount]),
    ).toEqual([
      ['corporation', null, null, '1190000001', null],
      ['corporation', '123026635', 'RC0001', null, null],
      ['trust', null, null, null, 'T12345678'],
      ['trust', null, null, null, 'T87654321'],
      ['corporation', null, null, null, null],
    ]);
    expect(rows[2]?.client.yearEnd).toBe('12-31');
    expect(codes(rows[4])).toEqual([
      'bn-malformed',
      'neq-malformed',
      'trust-account-malformed',
      'email-missing',
      'year-end-malformed',
    ]);
  });

  it('the signing officer, and a trustee', () => {
    const [row] = read(
      'No client;Raison sociale;NE;Signataire autorisé;Titre;Courriel du signataire;Fiduciaire',
      ['1;Moulin inc.;123026635RC0001;ALIZÉ, ÉLOI;Président;eloi@example.com;Nord Bise'],
      'corporations',
    );
    expect(row?.client.officer).toEqual({ name: 'Éloi Alizé', title: 'Président', email: 'eloi@example.com' });
    expect(row?.client.representative).toEqual({ name: 'Nord Bise', title: null, email: null });
  });
});

describe('people', () => {
  it('a masked SIN is no SIN, and is said', () => {
    const [row] = read('Nom;Prénom;NAS;Courriel', ['Alizé;Éloi;*****4286;a@b.example']);
    expect([row?.client.sin, codes(row)]).toEqual([null, ['sin-masked']]);
  });

  it('one list writes its dates alike: a month above twelve in second place proves the order of all', () => {
    const header = 'Nom;Prénom;Date de naissance;Courriel';
    const births = (lines: readonly string[]) => read(header, lines).map(({ client }) => client.birthDate);
    expect(births(['Alizé;Éloi;03/04/1980;', 'Bise;Nord;05/25/1981;'])).toEqual(['1980-03-04', '1981-05-25']);
    expect(births(['Alizé;Éloi;03/04/1980;', 'Bise;Nord;25/05/1981;'])).toEqual(['1980-04-03', '1981-05-25']);
    expect(births(['Alizé;Éloi;03/04/1980;'])).toEqual(['1980-04-03']);
  });

  it('marital status in words and codes', () => {
    const words = ['Célibataire', 'Mariée', 'Conjoint de fait', 'Séparé(e)', 'Divorcée', 'Veuve', 'Common-law', '2'];
    expect(words.map(maritalStatus)).toEqual([
      'single',
      'married',
      'common-law',
      'separated',
      'divorced',
      'widowed',
      'common-law',
      'common-law',
    ]);
    expect(maritalStatus('pacsé')).toBeNull();
  });

  it('a deceased client is not invited; the representative is kept', () => {
    const rows = read('Nom;Prénom;Date de décès;Liquidateur;Courriel du liquidateur;Courriel', [
      'Alizé;Éloi;2025-11-02;BISE, Nord;nord@example.com;eloi@example.com',
      'Foehn;Line;Oui;;;line@example.com',
      'Autan;Zoé;Non;;;zoe@example.com',
    ]);
    expect(rows.map(({ client }) => [client.deceased, client.deathDate])).toEqual([
      [true, '2025-11-02'],
      [true, null],
      [false, null],
    ]);
    expect(rows[0]?.client.representative).toEqual({ name: 'Nord Bise', title: null, email: 'nord@example.com' });
    expect(rows.map((row) => codes(row)?.includes('deceased'))).toEqual([true, true, false]);
  });

  it('a dependant who is a minor, or has no e-mail of their own, is not invited', () => {
    const rows = read('No client;Nom;Prénom;Lien;Date de naissance;Courriel', [
      '1;Alizé;Éloi;Chef de famille;1980-01-01;famille@example.com',
      '1;;Zoé;Personne à charge;2012-05-05;zoe@example.com',
      '1;;Line;Personne à charge;;famille@example.com',
      '1;;Anne;Personne à charge;1950-01-01;anne@example.com',
      '1;;Max;Personne à charge;2008-03-16;max@example.com',
      '1;;Luc;Personne à charge;2008-03-17;luc@example.com',
    ]);
    expect(rows.map((row) => codes(row)?.includes('dependant-not-invited'))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it('the spouse on the same row, by a whole name, with their own telephone', () => {
    const rows = read('No client;Nom;Prénom;Téléphone;Courriel;Conjoint;Courriel du conjoint;Tél. du conjoint', [
      '1;Alizé;Éloi;514 555-0101;eloi@example.com;Bise, Nord;nord@example.com;514 555-0102',
    ]);
    expect(rows.map(({ client: c }) => [c.name.full, c.email, c.phone, c.relation])).toEqual([
      ['Éloi Alizé', 'eloi@example.com', '+15145550101', null],
      ['Nord Bise', 'nord@example.com', '+15145550102', 'spouse'],
    ]);
  });

  it('a surname in capitals before the first name, and forms of address', () => {
    const names = ['ALIZÉ Éloi', 'DE LA BISE Marie-Ève', 'M. Éloi Alizé', 'Mme BISE Anne', 'M. et Mme Éloi Alizé'];
    expect(
      read(
        'Nom complet;Courriel',
        names.map((name) => `${name};`),
      ).map(({ client }) => client.name),
    ).toEqual([
      { full: 'Éloi Alizé', first: 'Éloi', last: 'Alizé' },
      { full: 'Marie-Ève de la Bise', first: 'Marie-Ève', last: 'de la Bise' },
      { full: 'Éloi Alizé', first: null, last: null },
      { full: 'Anne Bise', first: 'Anne', last: 'Bise' },
      { full: 'M. et Mme Éloi Alizé', first: null, last: null },
    ]);
  });

  it('postal codes: digits typed as letters, and codes of elsewhere', () => {
    const rows = read('Nom;Prénom;Province;Code postal;Courriel', [
      'Alizé;Éloi;QC;GIM 6P9;',
      'Bise;Nord;FL;33139;',
      'Foehn;Line;QC;33139;',
    ]);
    expect(rows.map(({ client }) => client.address.postalCode)).toEqual(['G1M 6P9', '33139', null]);
    expect(rows.map((row) => codes(row)?.filter((code) => code.startsWith('postal')))).toEqual([
      ['postal-code-restored'],
      [],
      ['postal-code-malformed'],
    ]);
  });
});
