import { describe, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { FormCode } from '../../../src/core/forms/form-code';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';
import { identify } from '../../../src/core/documents/identify';
import type { PageText } from '../../../src/core/documents/page-text';
import { home } from './identified';
import { testClient } from './test-client';
import { page } from './test-page';

const eve = testClient('eve', 'Ève Côté', {
  sin: '046454286',
  clientNumber: '10',
  household: 'h10',
  address: home('G1M 6P9'),
});
const luc = testClient('luc', 'Luc Côté', { sin: '130692544', clientNumber: '10', household: 'h10' });
const anne = testClient('anne', 'Anne Roy', { sin: '999085582', clientNumber: '20' });
const blank = testClient('blank', 'Paul Noir', { clientNumber: '30', address: home('H2X 1Y4') });
const twinA = testClient('twin-a', 'Marc Blanc', { sin: '056719602', address: home('G1A 1A1') });
const twinB = testClient('twin-b', 'Marc Blanc', { sin: '978408086', address: home('J4B 5E5') });
const office = new ClientDirectory([eve, luc, anne, blank, twinA, twinB]);

const SIN_CELL = 'Numéro d’assurance sociale';
const form = (...lines: string[]) => page(['Prénom Nom de famille', SIN_CELL, ...lines]);

function ask(
  name: string,
  pages: readonly PageText[],
  over: { onePerson?: boolean; form?: FormCode; assigned?: LocalClient; office?: ClientDirectory } = {},
) {
  const found = identify({
    file: parseFileName(name, 'detect'),
    facts: documentFacts(pages),
    directory: over.office ?? office,
    stem: stemOf(name),
    form: over.form ?? ((over.onePerson ?? true) ? 'T183' : 'T1'),
    assigned: over.assigned ?? null,
  });
  return { ...found, client: found.client?.id ?? null, candidates: found.candidates.map(({ id }) => id) };
}

describe('all voices agree', () => {
  it.each([
    ['full', 'full SIN and name', '046454286 - Ève Côté.pdf', form('Ève Côté', '046 454 286'), 'ready'],
    ['masked', 'last 3 and name', '046454286 - Ève Côté.pdf', form('Ève Côté', 'XXX XXX 286'), 'ready'],
    ['masked', 'last 4 and name', '2025 T183 - Ève Côté.pdf', form('Ève Côté', '*** **4 286'), 'ready'],
    ['name-and-postal-code', 'postal code', '2025 T183 - Ève Côté.pdf', form('Ève Côté', 'Québec QC G1M 6P9'), 'ready'],
    ['unique-name', 'name only', '2025 T183 - Ève Côté.pdf', form('Ève Côté'), 'confirm'],
    ['none', 'a scan', '046454286 - Ève Côté.pdf', page([]), 'check'],
  ] as const)('%s: %s', (grade, _, name, content, status) => {
    expect(ask(name, [content])).toMatchObject({ client: 'eve', grade, status });
  });

  it('a text that bears nothing of the client takes nobody: the client is offered', () => {
    expect(ask('2025 T183 - Ève Côté.pdf', [page(['Bonjour'])])).toMatchObject({
      client: null,
      candidates: ['eve'],
      status: 'unmatched',
    });
  });

  it('the client number of a DT Max header stands for the postal code', () => {
    const content = form('Ève Côté', 'Lic:1/29.12/25 10 mars 2026 #10');
    expect(ask('2025 T183 - Ève Côté.pdf', [content])).toMatchObject({
      grade: 'name-and-client-number',
      status: 'ready',
    });
  });

  it('names in capitals, in NFD, last name first, in cells above one another', () => {
    const content = page([SIN_CELL, 'Nom de famille', 'COTE', 'Prénom', 'E\u0300VE', '046-454-286']);
    expect(ask('046454286 - COTE, Ève.pdf', [content])).toMatchObject({
      client: 'eve',
      grade: 'full',
      status: 'ready',
    });
  });

  it('the SIN alone, with another name on the page, is looked at', () => {
    const found = ask('046454286 - Ève Côté.pdf', [page([SIN_CELL, '046 454 286', 'Zoé Inconnue'])]);
    expect(found).toMatchObject({ grade: 'full', status: 'check' });
    expect(found.evidence).toContainEqual({ code: 'other-name-for-sin', supports: false });
  });
});

describe('a contradiction blocks', () => {
  it.each([
    ['another client’s SIN', '046454286 - Ève Côté.pdf', [form('Ève Côté', '999 085 582')]],
    ['the spouse’s SIN', '046454286 - Ève Côté.pdf', [form('Ève Côté', '130 692 544')]],
    ['both SINs', '046454286 - Ève Côté.pdf', [form('Ève Côté', '046 454 286', '999 085 582')]],
    ['a SIN that is nobody’s', '046454286 - Ève Côté.pdf', [form('Ève Côté', '978 408 078')]],
    ['another masked SIN', '046454286 - Ève Côté.pdf', [form('Ève Côté', 'XXX XXX 544')]],
    [
      'a second page of another client, SIN and all',
      '046454286 - Ève Côté.pdf',
      [form('Ève Côté', '046 454 286'), { ...form('Anne Roy', '999 085 582'), page: 2 }],
    ],
    [
      'a second page of another client, masked',
      '046454286 - Ève Côté.pdf',
      [form('Ève Côté', '046 454 286'), { ...form('Anne Roy', 'XXX XXX 582'), page: 2 }],
    ],
    [
      'a second page of another client, by name alone',
      '046454286 - Ève Côté.pdf',
      [form('Ève Côté', '046 454 286'), { ...form('Anne Roy'), page: 2 }],
    ],
    ['the name says one, the content another', '2025 T183 - Ève Côté.pdf', [form('Anne Roy', '999 085 582')]],
    ['a namesake: the name’s client has another SIN', '2025 T183 - Anne Roy.pdf', [form('Anne Roy', '978 408 078')]],
    [
      'another client number in a DT Max header',
      '046454286 - Ève Côté.pdf',
      [form('Ève Côté', '046 454 286', 'Lic:1/29.12/25 10 mars 2026 #20')],
    ],
  ] as const)('%s', (_, name, pages) => {
    expect(ask(name, pages)).toMatchObject({ grade: 'contradiction', status: 'blocked' });
  });

  it('the foreign page is named', () => {
    const pages = [form('Ève Côté', '046 454 286'), { ...form('Anne Roy', '999 085 582'), page: 2 }];
    expect(ask('046454286 - Ève Côté.pdf', pages).evidence).toContainEqual({
      code: 'foreign-sin',
      supports: false,
      page: 2,
    });
  });

  it('a page printed from the spouse’s return, where spouses have numbers of their own', () => {
    const yves = testClient('yves', 'Yves Noël', { sin: '130692544', clientNumber: '11', household: 'h10' });
    const pages = (number: string) => [
      form('Ève Côté', '046 454 286', 'Lic:1/29.12/25 10 mars 2026 #10'),
      { ...page([`Lic:1/29.12/25 10 mars 2026 #${number}`, 'Sommaire principal', 'Ève Côté']), page: 2 },
    ];
    const judge = (number: string) =>
      ask('046454286 - Ève Côté.pdf', pages(number), { onePerson: false, office: new ClientDirectory([eve, yves]) });
    expect(judge('11')).toMatchObject({ status: 'blocked', grade: 'contradiction' });
    expect(judge('10')).toMatchObject({ status: 'ready', grade: 'full' });
  });

  it('a letter to somebody else that names the client below', () => {
    const letter = (...head: string[]) => [page([...head, '12, rue Fictive', 'Lettre de mission', 'Ève Côté'])];
    const judge = (...head: string[]) =>
      ask('2025 Lettre de mission - Ève Côté.pdf', letter(...head), { form: 'ENGAGEMENT' });
    expect(judge('Anne Roy')).toMatchObject({ status: 'blocked', grade: 'contradiction' });
    expect(judge('Ève Côté').status).toBe('confirm');
    expect(judge('Anne Roy et', 'Ève Côté').status).toBe('confirm');
  });

  it('a company’s return with a page of another one, known by its number alone', () => {
    const pins = testClient('pins', '6297-3050 Québec inc.', { kind: 'corporation', businessNumber: '123026635' });
    const lacs = testClient('lacs', 'Gestion des Lacs', { kind: 'corporation', businessNumber: '123456782' });
    const companies = new ClientDirectory([pins, lacs]);
    const own = page(['Nom de la société 6297-3050 Québec inc.', 'Numéro d’entreprise (NE) 123026635 RC0001']);
    const judge = (...lines: string[]) =>
      ask('6297-3050 Québec inc. - 123026635 - T2.pdf', [own, { ...page(lines), page: 2 }], {
        onePerson: false,
        office: companies,
      });
    expect(judge('Business number (BN) 123456782 RC0001')).toMatchObject({ status: 'blocked', grade: 'contradiction' });
    // Beside the company's own name it is one that the form rightly shows.
    expect(judge('6297-3050 Québec inc.', 'Sociétés associées', '123456782 RC0001').grade).toBe('full');
    expect(judge('Business number (BN) 999999998 RC0001').grade).toBe('full');
  });

  it('an assignment silences the file name, never the content', () => {
    expect(ask('copie.pdf', [form('Anne Roy', '999 085 582')], { assigned: eve })).toMatchObject({ status: 'blocked' });
    expect(ask('copie.pdf', [form('Bonjour')], { assigned: eve })).toMatchObject({ client: 'eve', status: 'ready' });
  });
});

describe('forms that rightly show others', () => {
  it('a spouse is noted, a stranger of the office is looked at', () => {
    const spouse = ask('046454286 - Ève Côté.pdf', [form('Ève Côté', '046 454 286', '130 692 544')], {
      onePerson: false,
    });
    expect(spouse).toMatchObject({ grade: 'full', status: 'ready' });
    expect(spouse.evidence).toContainEqual({ code: 'foreign-sin', supports: false, page: 1 });
    const stranger = ask('046454286 - Ève Côté.pdf', [form('Ève Côté', '046 454 286', '999 085 582')], {
      onePerson: false,
    });
    expect(stranger).toMatchObject({ grade: 'full', status: 'check' });
  });
});

describe('nobody, or several', () => {
  it('a SIN and a name that speak of two people match nobody', () => {
    expect(ask('046454286 - Anne Roy.pdf', [page(['Bonjour'])])).toMatchObject({ client: null, status: 'unmatched' });
  });

  it('an unknown person is unmatched', () => {
    expect(ask('918273640 - Zoé Inconnue.pdf', [form('Zoé Inconnue', '918 273 640')])).toMatchObject({
      status: 'unmatched',
    });
  });

  it('two clients of one name: told apart by what the content shows, else both are offered', () => {
    expect(ask('2025 T183 - Marc Blanc.pdf', [form('Marc Blanc', '978 408 086')])).toMatchObject({
      client: 'twin-b',
      status: 'ready',
    });
    expect(ask('2025 T183 - Marc Blanc.pdf', [form('Marc Blanc', 'G1A 1A1')])).toMatchObject({
      client: 'twin-a',
      status: 'ready',
    });
    const open = ask('2025 T183 - Marc Blanc.pdf', [form('Marc Blanc')]);
    expect(open).toMatchObject({ client: null, status: 'unmatched', candidates: ['twin-a', 'twin-b'] });
  });

  it('namesakes whose SINs end alike, and a masked SIN: an address alone decides nothing, both are said', () => {
    const rest = { sin: '046454286', clientNumber: '41', address: home('G1A 1A1') };
    const here = testClient('here', 'Rose Pin', rest);
    const there = testClient('there', 'Rose Pin', {
      ...rest,
      sin: '130692286',
      clientNumber: '42',
      address: home('J4B 5E5'),
    });
    const roses = new ClientDirectory([here, there]);
    const inOffice = (name: string, ...lines: string[]) => ask(name, [form('Rose Pin', ...lines)], { office: roses });

    const found = inOffice('Rose Pin - XXX XXX 286.pdf', 'XXX XXX 286', 'Québec QC G1A 1A1');
    expect(found).toMatchObject({ client: 'here', candidates: ['here', 'there'], grade: 'masked', status: 'check' });
    expect(found.evidence).toContainEqual({ code: 'two-clients-possible', supports: false });

    // A number of their own tells them apart: in the file name, whole or the tax software's, or in the page's header.
    const told = { client: 'here', candidates: [], status: 'ready' };
    expect(inOffice('046454286 - Rose Pin.pdf', 'XXX XXX 286', 'Québec QC G1A 1A1')).toMatchObject(told);
    expect(inOffice('41 - Rose Pin.pdf', 'XXX XXX 286', 'Québec QC G1A 1A1')).toMatchObject(told);
    expect(
      inOffice('Rose Pin - XXX XXX 286.pdf', 'XXX XXX 286', 'Québec QC G1A 1A1', 'Lic:1/29.12/25 10 mars 2026 #41'),
    ).toMatchObject(told);
  });

  it('a client whose list has no SIN is matched by name and postal code, and by the file name’s SIN', () => {
    const found = ask('978408078 - Paul Noir.pdf', [form('Paul Noir', '978 408 078', 'H2X 1Y4')]);
    expect(found).toMatchObject({ client: 'blank', grade: 'name-and-postal-code', status: 'ready' });
    expect(ask('2025 T183 - Paul Noir.pdf', [form('Paul Noir', 'H2X 1Y4')])).toMatchObject({
      client: 'blank',
      grade: 'name-and-postal-code',
      status: 'ready',
    });
  });

  it('a number before the name that is no client’s does not hide the name', () => {
    expect(ask('5555 - Anne Roy.pdf', [form('Anne Roy', '999 085 582')])).toMatchObject({
      client: 'anne',
      status: 'ready',
    });
    expect(ask('10 - Anne Roy.pdf', [form('Anne Roy', '999 085 582')])).toMatchObject({ status: 'check' });
  });

  it('initials with the full SIN inside are no contradiction', () => {
    expect(ask('2025 T183 - A. Roy.pdf', [form('Anne Roy', '999 085 582')])).toMatchObject({
      client: 'anne',
      grade: 'full',
    });
  });

  it('initials are a near name: offered, never taken', () => {
    expect(ask('2025 T183 - A. Roy.pdf', [form('Bonjour')])).toMatchObject({ client: null, candidates: ['anne'] });
  });

  it('a file name that says nothing: the SIN decides, a name alone is confirmed', () => {
    expect(ask('scan0001.pdf', [form('Anne Roy', '999 085 582')])).toMatchObject({
      client: 'anne',
      grade: 'full',
      status: 'ready',
    });
    expect(ask('scan0001.pdf', [form('Anne Roy')])).toMatchObject({
      client: 'anne',
      grade: 'unique-name',
      status: 'confirm',
    });
  });
});
