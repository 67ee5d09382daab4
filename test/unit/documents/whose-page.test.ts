import { describe, expect, it } from 'vitest';
import { anne, ask, couple, home, identified, marie } from './identified';
import type { Lines } from './identified';
import { testClient } from './test-client';
import { line } from './test-page';

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
    const mine = [T1, 'Nom : Roy, Marie', 'NAS ___ ___ 286', 'Québec QC G1M 6P9'];
    const theirs = [T1, 'Nom : Roy, Robert', 'NAS ___ ___ 544', 'Etat civil Marie(e)', 'Conjoint', 'Roy, Marie'];
    const found = identified([blankMarie, anne], 'XXX XXX 286 - Marie Roy.pdf', 'T1', mine, theirs);
    expect(found).toMatchObject({ status: 'blocked' });
  });

  it('a separated client’s return with a spouse whose masked number ends alike', () => {
    const judge = (maritalStatus: 'separated' | 'married') =>
      identified([{ ...marie, maritalStatus }], '046454286 - Marie Roy.pdf', 'T1', [
        T1,
        'Nom : Roy, Marie',
        'NAS ***-***-286',
        'Conjoint',
        'Nom : Gris, Paul',
        'NAS ***-***-286',
      ]).status;
    expect(judge('separated')).toBe('blocked');
    expect(judge('married')).toBe('ready');
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
    const found = identified([marie, spouse], name, 'T1', own, theirs);
    expect(found).toMatchObject({ status: 'blocked' });
  });

  it('a preparer who is a client: their caption, set wide below the name, claims it; the header’s number says whose page it is', () => {
    const signing = (...lines: Lines) => [
      'Je certifie que les renseignements sont exacts',
      'Signez ici : prénom et nom',
      ...lines,
    ];
    const wide = signing(line('Anne Blanc', 40, 600), line('Nom de la personne ou du cabinet', 40, 581));
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, wide)).toMatchObject({ status: 'ready' });
    const uncaptioned = signing('Anne Blanc');
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, uncaptioned)).toMatchObject({ status: 'blocked' });
    const headed = ['Lic:33113/29.12/25 5 mars 2026 #10', ...uncaptioned];
    expect(ask('046454286 - Marie Roy.pdf', 'T1', own, headed)).toMatchObject({ status: 'ready' });
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
  const t3 = [
    'T3RET F (25)',
    beside(700, 'Nom de la fiducie', 'Nom du fiduciaire'),
    beside(686, 'Fiducie familiale Roy', 'Anne Blanc'),
    'Québec QC J4B 5E5',
  ];
  const found = identified([trust, anne], '40 - Fiducie familiale Roy.pdf', 'T3', t3);
  expect(found).toMatchObject({ status: 'ready', grade: 'name-and-postal-code' });
});

describe('an organisation’s pages', () => {
  const organisation = (id: string, name: string, businessNumber: string) =>
    testClient(id, name, { kind: 'corporation', businessNumber });
  const ltd = organisation('ltd', 'Atelier du Coin Ltd.', '754570828');
  const ltee = organisation('ltee', 'Atelier du Coin Ltée', '709779565');
  const firstPage = ['T2 F (25)', 'Nom : Atelier du Coin Ltd.', 'NE 754570828 RC0001'];
  const judge = (...second: string[]) =>
    identified([ltd, ltee], '754570828RC0001 Atelier du Coin Ltd. 2025-12-31.pdf', 'T2', firstPage, second).status;

  it('another’s of the same name, told by its business number', () => {
    expect(judge('T2 F (25)', 'Nom : Atelier du Coin Ltée', 'NE 709779565 RC0001')).toBe('blocked');
  });

  it('a related corporation’s number is rightly there', () => {
    const related = ['Annexe 9 – Sociétés liées et associées', 'Atelier du Coin Ltée 709779565 RC0001'];
    expect(judge('Atelier du Coin Ltd.', ...related)).toBe('ready');
  });
});
