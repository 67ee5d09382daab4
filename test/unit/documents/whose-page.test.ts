import { describe, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';
import { identify } from '../../../src/core/documents/identify';
import type { PageText } from '../../../src/core/documents/page-text';
import type { FormCode } from '../../../src/core/forms/form-code';
import { testClient } from './test-client';
import { line, page } from './test-page';

const home = (postalCode: string): LocalClient['address'] => ({
  street: null,
  unit: null,
  city: null,
  province: 'QC',
  postalCode,
  country: null,
});
const couple = { clientNumber: '10', household: 'h10', address: home('G1M 6P9') };
const marie = testClient('marie', 'Marie Roy', { ...couple, sin: '046454286', relation: 'head' });
const eve = testClient('eve', 'Marie-Ève Roy', { ...couple, sin: '130692544', relation: 'spouse' });
const anne = testClient('anne', 'Anne Blanc', { sin: '999085582', clientNumber: '20' });
const blank = testClient('blank', 'Paul Noir', { clientNumber: '30', address: home('H2X 1Y4') });
const office = new ClientDirectory([marie, eve, anne, blank]);

function ask(name: string, form: FormCode, ...pages: readonly (readonly (string | ReturnType<typeof line>)[])[]) {
  const texts: PageText[] = pages.map((lines, index) => page(lines, { page: index + 1 }));
  const found = identify({
    file: parseFileName(name, 'detect'),
    stem: stemOf(name),
    facts: documentFacts(texts),
    directory: office,
    form,
    assigned: null,
  });
  return { status: found.status, grade: found.grade, client: found.client?.id ?? null };
}

const T1 = '5005-R F (25)';
const beside = (y: number, left: string, right: string) => {
  const [a, b] = [line(left, 40, y), line(right, 306, y)];
  return { text: `${left} ${right}`, rect: a.rect, words: [...a.words, ...b.words] };
};
const own = ['Identification', 'Prénom : Marie', 'Nom : Roy', 'NAS 046 454 286', T1];

describe('whose page it is', () => {
  it('a spouse’s return in two columns, among the client’s pages', () => {
    const theirs = [
      T1,
      beside(700, 'Contribuable', 'Conjoint'),
      beside(686, 'Marie-Ève Roy', 'Marie Roy'),
      beside(672, '130 692 544', '046 454 286'),
    ];
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, theirs)).toMatchObject({ status: 'blocked' });
  });

  it('a spouse’s return whose columns nobody could tell apart: the first number is the taxpayer’s', () => {
    const theirs = [T1, 'Prénom : Marie-Ève', 'NAS 130 692 544', 'Prénom : Marie', 'NAS 046 454 286'];
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, theirs)).toMatchObject({ status: 'blocked' });
  });

  it('the caption of the spouse’s number, in their column, does not end the columns', () => {
    const theirs = [
      T1,
      beside(700, 'Contribuable', 'Conjoint'),
      beside(686, 'Anne Blanc', 'Zoé Gris'),
      // 6 points apart: the caption on the left was cut where the column begins.
      beside(672, 'Numéro d’assurance sociale / Social insurance numb', 'NAS du conjoint'),
      beside(658, '999 085 582', '978 408 086'),
    ];
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, theirs)).toMatchObject({ status: 'blocked' });
  });

  it('a client whose number the list leaves blank: « Marié(e) » on the spouse’s page is no Marie', () => {
    const blankMarie = testClient('m', 'Marie Roy', { ...couple, relation: 'head' });
    const pages = [
      page([T1, 'Nom : Roy, Marie', 'NAS ___ ___ 286', 'Québec QC G1M 6P9']),
      page([T1, 'Nom : Roy, Robert', 'NAS ___ ___ 544', 'Etat civil Marie(e)', 'Conjoint', 'Roy, Marie'], { page: 2 }),
    ];
    const found = identify({
      file: parseFileName('XXX XXX 286 - Marie Roy.pdf', 'detect'),
      stem: 'XXX XXX 286 - Marie Roy',
      facts: documentFacts(pages),
      directory: new ClientDirectory([blankMarie, anne]),
      form: 'T1',
      assigned: null,
    });
    expect(found).toMatchObject({ status: 'blocked' });
  });

  it('the spouse’s summary, whose own number cannot be read: the client’s stands in the spouse’s column', () => {
    const theirs = [
      'Sommaire principal',
      beside(700, 'Particulier', 'Conjoint'),
      beside(686, 'Ève Brun', 'Marie Roy'),
      beside(672, 'illisible', '046 454 286'),
    ];
    const spouse = testClient('brun', 'Ève Brun', { ...couple, relation: 'spouse' });
    const name = '046454286 - Marie Roy.pdf';
    const found = identify({
      file: parseFileName(name, 'detect'),
      stem: stemOf(name),
      facts: documentFacts([page(own), page(theirs, { page: 2 })]),
      directory: new ClientDirectory([marie, spouse]),
      form: 'T1',
      assigned: null,
    });
    expect(found).toMatchObject({ status: 'blocked' });
  });

  it('another client’s slip contradicts, although it names a payer first; the client’s own does not', () => {
    const slip = (sin: string) => ['T4 – État de la rémunération payée', 'Nom de l’employeur : Boréal', `NAS ${sin}`];
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, slip('999 085 582'))).toMatchObject({ status: 'blocked' });
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, slip('046 454 286'))).toMatchObject({ status: 'ready' });
  });

  const election = (pensioner: string, transferee: string) => [
    'T1032 – Choix conjoint visant le fractionnement du revenu de pension',
    'Étape 1 – Pensionné',
    `NAS ${pensioner}`,
    'Époux ou conjoint de fait bénéficiaire',
    `NAS ${transferee}`,
  ];

  it('a joint election is of both spouses, whoever stands first; two strangers’ election contradicts', () => {
    const judge = (a: string, b: string) => ask('046454286 - Marie Roy.pdf', 'T1', own, election(a, b)).status;
    expect(judge('046 454 286', '130 692 544')).toBe('ready');
    expect(judge('130 692 544', '046 454 286')).toBe('ready');
    expect(judge('999 085 582', '130 692 544')).toBe('blocked');
  });

  it('a summary of the couple before a form that is one person’s', () => {
    const summary = [
      'Sommaire principal',
      beside(700, 'Particulier', 'Conjoint'),
      beside(686, '046 454 286', '130 692 544'),
    ];
    const t183 = ['T183 F (25)', 'Identification', 'Marie Roy', 'NAS 046 454 286'];
    expect(ask('046454286 - Marie Roy.pdf', 'T183', summary, t183)).toMatchObject({ status: 'ready', client: 'marie' });
  });
});

it('a trust and its trustee in columns beside one another: the trust is named, the trustee is not the taxpayer', () => {
  const trust = testClient('trust', 'Fiducie familiale Roy', {
    kind: 'trust',
    clientNumber: '40',
    address: home('J4B 5E5'),
  });
  const t3 = page([
    'T3RET F (25)',
    beside(700, 'Nom de la fiducie', 'Nom du fiduciaire'),
    beside(686, 'Fiducie familiale Roy', 'Anne Blanc'),
    'Québec QC J4B 5E5',
  ]);
  const found = identify({
    file: parseFileName('40 - Fiducie familiale Roy.pdf', 'detect'),
    stem: '40 - Fiducie familiale Roy',
    facts: documentFacts([t3]),
    directory: new ClientDirectory([trust, anne]),
    form: 'T3',
    assigned: null,
  });
  expect(found).toMatchObject({ status: 'ready', grade: 'name-and-postal-code' });
});

it('three digits and a name at another address: offered, not taken, but for the client’s own number', () => {
  const resident = testClient('r', 'Denise Hébert', {
    sin: '096150305',
    clientNumber: '77',
    address: home('H1C 2V5'),
  });
  const judge = (name: string, ...address: string[]) => {
    const t183 = ['T183 F (25)', 'Nom : HÉBERT, DENISE', 'NAS xxx-xxx-305', ...address];
    return identify({
      file: parseFileName(name, 'detect'),
      stem: stemOf(name),
      facts: documentFacts([page(t183)]),
      directory: new ClientDirectory([resident]),
      form: 'T183',
      assigned: null,
    });
  };
  const other = judge('2025 T183 - Hébert, Denise.pdf', 'Québec QC J9G 8X0');
  expect(other).toMatchObject({ status: 'unmatched', client: null, candidates: [resident] });
  expect(other.evidence).toContainEqual({ code: 'content-postal-code', supports: false });
  expect(judge('2025 T183 - Hébert, Denise.pdf', 'Québec QC H1C 2V5').status).toBe('ready');
  expect(judge('77 - Hébert, Denise.pdf', 'Québec QC J9G 8X0').status).toBe('ready');
  const firm = ['Partie C – Déclarant par voie électronique', 'Québec QC J9G 8X0'];
  expect(judge('2025 T183 - Hébert, Denise.pdf', ...firm).status).toBe('ready');
});

it('three digits, a name, and another client number in the file name: offered, not taken', () => {
  const numbered = testClient('n', 'Denise Hébert', { sin: '096150305', clientNumber: '7701' });
  const judge = (name: string) =>
    identify({
      file: parseFileName(name, 'detect'),
      stem: stemOf(name),
      facts: documentFacts([page(['TP-1000.TE (2025-10)', 'Nom : HÉBERT, DENISE', 'NAS xxx-xxx-305'])]),
      directory: new ClientDirectory([numbered]),
      form: 'TP-1000.TE',
      assigned: null,
    });
  expect(judge('5104 - Hébert, Denise.pdf')).toMatchObject({ status: 'unmatched', candidates: [numbered] });
  expect(judge('7701 - Hébert, Denise.pdf')).toMatchObject({ status: 'ready', grade: 'masked' });
  // A rank in the batch is no client number.
  expect(judge('12 - Hébert, Denise.pdf')).toMatchObject({ status: 'ready', grade: 'masked' });
});

it('half of a name, where another client’s stands whole and their digits end alike: nobody is taken', () => {
  const claude = testClient('claude', 'Marie Claude Singh', { sin: '924475114' });
  const anneMarie = testClient('anne-marie', 'Anne-Marie Singh', { sin: '997805114' });
  const found = identify({
    file: parseFileName('SINGH MARIE CLAUDE - 924 475 114 - T183.pdf', 'detect'),
    stem: 'SINGH MARIE CLAUDE - 924 475 114 - T183',
    facts: documentFacts([page(['T183 F (25)', 'SINGH, ANNE MARIE', 'NAS ___ ___ 114'])]),
    directory: new ClientDirectory([claude, anneMarie]),
    form: 'T183',
    assigned: null,
  });
  expect(found).toMatchObject({ status: 'unmatched', client: null });
});

it('spouses of one name and number, one without a SIN in the list: a number that is neither’s takes nobody', () => {
  const shared = { clientNumber: '3702', household: 'h', address: home('H0A 7V7') };
  const denise = testClient('head', 'Denise L’Heureux', { ...shared, relation: 'head' });
  const other = testClient('spouse', 'Denise L’Heureux', { ...shared, relation: 'spouse', sin: '046454286' });
  const tp1000 = page([
    'Lic:33113/29.12/25 5 mars 2026 #3702',
    'TP-1000.TE (2025-10)',
    'Denise L’Heureux',
    'NAS xxx-xxx-976',
  ]);
  const judge = (...clients: LocalClient[]) =>
    identify({
      file: parseFileName('2025 TP-1000.TE - Denise L’Heureux.pdf', 'detect'),
      stem: '2025 TP-1000.TE - Denise L’Heureux',
      facts: documentFacts([tp1000]),
      directory: new ClientDirectory(clients),
      form: 'TP-1000.TE',
      assigned: null,
    });
  expect(judge(denise, other)).toMatchObject({ status: 'unmatched', client: null });
  expect(judge(denise)).toMatchObject({ status: 'ready', grade: 'name-and-client-number' });
});

describe('an organisation’s pages', () => {
  const organisation = (id: string, name: string, businessNumber: string) =>
    testClient(id, name, { kind: 'corporation', businessNumber });
  const ltd = organisation('ltd', 'Atelier du Coin Ltd.', '754570828');
  const ltee = organisation('ltee', 'Atelier du Coin Ltée', '709779565');
  const firstPage = ['T2 F (25)', 'Nom : Atelier du Coin Ltd.', 'NE 754570828 RC0001'];
  const judge = (...second: string[]) =>
    identify({
      file: parseFileName('754570828RC0001 Atelier du Coin Ltd. 2025-12-31.pdf', 'detect'),
      stem: '754570828RC0001 Atelier du Coin Ltd. 2025-12-31',
      facts: documentFacts([page(firstPage), page(second, { page: 2 })]),
      directory: new ClientDirectory([ltd, ltee]),
      form: 'T2',
      assigned: null,
    }).status;

  it('another’s of the same name, told by its business number', () => {
    expect(judge('T2 F (25)', 'Nom : Atelier du Coin Ltée', 'NE 709779565 RC0001')).toBe('blocked');
  });

  it('a related corporation’s number is rightly there', () => {
    const related = ['Annexe 9 – Sociétés liées et associées', 'Atelier du Coin Ltée 709779565 RC0001'];
    expect(judge('Atelier du Coin Ltd.', ...related)).toBe('ready');
  });
});

describe('whom the file name means', () => {
  it('of a Marie and a Marie-Ève who share a number, the one whose name is written whole', () => {
    const t183 = ['T183 F (25)', 'Marie Roy', 'NAS 046 454 286'];
    expect(ask('10 - Roy, Marie-Ève.pdf', 'T183', t183)).toMatchObject({ status: 'blocked', client: 'eve' });
    expect(ask('10 - Roy, Marie.pdf', 'T183', t183)).toMatchObject({ status: 'ready', client: 'marie' });
  });

  const tp1000 = ['TP-1000.TE (2025-10)', 'Prénom : Paul', 'Nom : Noir', 'NAS 978 408 086'];

  it('a name, and a SIN that the list has not: a namesake as likely, but for the client’s own number', () => {
    expect(ask('978408086 - Paul Noir.pdf', 'TP-1000.TE', tp1000)).toMatchObject({ status: 'unmatched', client: null });
    expect(ask('30 - Paul Noir.pdf', 'TP-1000.TE', tp1000)).toMatchObject({ status: 'confirm', client: 'blank' });
  });

  it('an initial that two of one number share: the content settles whose it is, and somebody looks', () => {
    const spouses = [
      testClient('michel', 'Michel D’Astous', { ...couple, sin: '968138966' }),
      testClient('marthe', 'Marthe D’Astous', { ...couple, sin: '046454286' }),
    ];
    const judge = (name: string) =>
      identify({
        file: parseFileName(name, 'detect'),
        stem: stemOf(name),
        facts: documentFacts([page(['TP-1000.TE (2025-10)', 'Michel D’Astous', 'NAS XXX-XXX-966'])]),
        directory: new ClientDirectory(spouses),
        form: 'TP-1000.TE',
        assigned: null,
      });
    expect(judge('10 - D’Astous, M..pdf')).toMatchObject({ status: 'check', client: { id: 'michel' } });
    expect(judge('10 - D’Astous, Michel.pdf')).toMatchObject({ status: 'ready', client: { id: 'michel' } });
  });

  it('a SIN in a file name of no nomenclature, which is not the content owner’s: somebody looks', () => {
    const t183 = ['T183 F (25)', 'Marie Roy', 'NAS 046 454 286'];
    expect(ask('numérisé le 3 978408086 v2.pdf', 'T183', t183)).toMatchObject({ status: 'check', client: 'marie' });
    expect(ask('numérisé le 3 046454286 v2.pdf', 'T183', t183)).toMatchObject({ status: 'ready', client: 'marie' });
  });

  it('an initial, and a SIN that the list has not: the printed address decides', () => {
    expect(ask('978408086 - P. Noir.pdf', 'TP-1000.TE', tp1000).client).toBeNull();
    expect(ask('978408086 - P. Noir.pdf', 'TP-1000.TE', [...tp1000, 'Montréal QC H2X 1Y4'])).toMatchObject({
      status: 'ready',
      client: 'blank',
    });
  });

  it('a name that the chosen nomenclature does not read is read by another', () => {
    const letter = page(['Anne Blanc', 'Lettre de mission']);
    const found = identify({
      file: null,
      stem: 'XXX XXX 286 - Roy Marie',
      facts: documentFacts([letter]),
      directory: office,
      form: 'ENGAGEMENT',
      assigned: null,
    });
    expect(['ready', 'confirm']).not.toContain(found.status);
  });
});
