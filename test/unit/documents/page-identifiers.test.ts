import { describe, expect, it } from 'vitest';
import { pageIdentifiers } from '../../../src/core/documents/page-identifiers';
import { line, page } from './test-page';

const nineOf = (text: string) => pageIdentifiers(page([text])).nineDigits.map(({ digits }) => digits);
const maskedOf = (text: string) => pageIdentifiers(page([text])).maskedSuffixes;

describe('nine digits', () => {
  it.each([
    ['NAS 046 454 286', ['046454286']],
    ['SIN: 046-454-286', ['046454286']],
    ['046454286', ['046454286']],
    ['0 4 6 4 5 4 2 8 6', ['046454286']],
    ['046.454.286', ['046454286']],
    ['046–454–286', ['046454286']],
    ['046‑454‑286', ['046454286']],
    ['514 555 0100', []],
    ['1 046 454 286', []],
    ['046 454 286,00', []],
    ['$046 454 286', []],
    ['123 026 635 RC0001', []],
    ['9475-3381 Québec inc.', []],
    ['0464542861', []],
  ])('%s', (text, expected) => expect(nineOf(text)).toEqual(expected));

  it('a number of another column is not the start of this one', () => {
    const amounts = line('15000', 40, 600);
    const cell = line('046 454 286', 300, 600);
    const joined = {
      text: `${amounts.text} ${cell.text}`,
      rect: amounts.rect,
      words: [...amounts.words, ...cell.words],
    };
    expect(pageIdentifiers(page([joined])).nineDigits.map(({ digits }) => digits)).toEqual(['046454286']);
  });

  it('plausible only when the page speaks of SINs and Luhn holds', () => {
    const plausible = (...lines: string[]) => pageIdentifiers(page(lines)).nineDigits.map((it) => it.plausible);
    expect(plausible('Numéro d’assurance sociale', '046 454 286')).toEqual([true]);
    expect(plausible('Numéro d’assurance sociale', '046 454 287')).toEqual([false]);
    expect(plausible('Numéro de référence', '046 454 286')).toEqual([false]);
  });
});

describe('masked SINs', () => {
  it.each([
    ['XXX XXX 782', ['782']],
    ['••• ••• 782', ['782']],
    ['*** **6 782', ['6782']],
    ['*****6782', ['6782']],
    ['***-***-782', ['782']],
    ['XXXXX6782', ['6782']],
    ['xxx-xxx-782', ['782']],
    ['XXX-XX-6782', ['6782']],
    ['### ##6 782', ['6782']],
    ['··· ··· 782', ['782']],
    ['___ ___ 782', ['782']],
    ['X X X X X X 7 8 2', ['782']],
    ['Compte bancaire *****6782', []],
    ['MAXXX 782', []],
    ['XXX 782', []],
  ])('%s', (text, expected) => expect(maskedOf(text)).toEqual(expected));
});

it('a caption that runs into its value does not break the number', () => {
  const word = (text: string, x: number, width: number) => ({ text, rect: [x, 600, width, 8] as const });
  const words = [word('NUMBER', 150, 38), word('•••', 190, 20), word('(S', 205, 10), word('••7', 214, 20)];
  const all = [...words, word('611', 238, 18)];
  const text = all.map((it) => it.text).join(' ');
  const sins = pageIdentifiers(page([{ text, rect: [150, 600, 106, 8], words: all }])).sins;
  expect(sins).toMatchObject([{ digits: '7611', masked: true }]);
});

it.each([
  ['Votre numéro d’assurance s', true],
  ['Votre numéro d’assurance', true],
  ['Your social in', true],
  ['Numéro d’assurance maladie', false],
])('a caption cut short by its column: « %s »', (caption, plausible) => {
  const [sin] = pageIdentifiers(page([caption, '929336196'])).sins;
  expect(sin).toMatchObject({ digits: '929336196', plausible });
});

it('business numbers, postal codes and the DT Max header', () => {
  const found = pageIdentifiers(
    page(['Lic:33113/28.21/24 30 avr 2025 #1962', 'NE 123026635 RC0001', 'Québec QC g1m6p9', 'A1D 2B3']),
  );
  expect(found).toMatchObject({ businessNumbers: ['123026635'], postalCodes: ['G1M 6P9'], clientNumber: '1962' });
});

describe('of whom a number is', () => {
  const partiesOf = (...lines: Parameters<typeof page>[0]) =>
    pageIdentifiers(page(lines)).sins.map(({ digits, party }) => [digits, party]);
  const row = (y: number, left: string, right: string) => {
    const [a, b] = [line(left, 40, y), line(right, 306, y)];
    return { text: `${left} ${right}`, rect: a.rect, words: [...a.words, ...b.words] };
  };

  it('the taxpayer and the spouse in columns beside one another', () => {
    const columns = [
      row(700, 'Contribuable', 'Conjoint'),
      row(686, 'NAS', 'NAS'),
      row(672, '046 454 286', '130 692 544'),
      line('Province de résidence au 31 décembre, que vous y viviez ou non : Québec', 40, 658),
      line('Je certifie que les renseignements fournis dans cette déclaration sont exacts', 40, 644),
      row(630, 'NAS', '046 454 286'),
    ];
    expect(partiesOf(...columns)).toEqual([
      ['046454286', 'own'],
      ['130692544', 'spouse'],
    ]);
  });

  it('a long label may reach the column beside it', () => {
    const label = line('Numéro d’assurance sociale en lettres moulées (requis) NAS', 40, 686);
    const words = label.words.map((word, at) =>
      at === label.words.length - 1 ? { ...word, rect: [306, 686, 15, 8] as const } : word,
    );
    expect(
      partiesOf(row(700, 'Vous', 'Conjoint'), { ...label, words }, row(672, '046 454 286', '130 692 544')),
    ).toEqual([
      ['046454286', 'own'],
      ['130692544', 'spouse'],
    ]);
  });

  it('a slip speaks of whom it was made for, the payer before or after', () => {
    expect(partiesOf('T4 – État de la rémunération payée', 'Nom de l’employeur : Boréal', 'NAS 046 454 286')).toEqual([
      ['046454286', 'recipient'],
    ]);
  });

  it('a joint election has two taxpayers', () => {
    expect(
      partiesOf('T1032 – Choix conjoint', 'Pensionné', 'NAS 046 454 286', 'Conjoint bénéficiaire', 'NAS 130 692 544'),
    ).toEqual([
      ['046454286', 'own'],
      ['130692544', 'own'],
    ]);
  });

  it('three columns of small amounts are no number', () => {
    const [a, b, c] = [line('046', 200, 700), line('454', 290, 700), line('286', 380, 700)];
    expect(
      partiesOf('NAS', { text: '046 454 286', rect: [200, 700, 195, 8], words: [...a.words, ...b.words, ...c.words] }),
    ).toEqual([]);
  });
});

it('an account or confirmation number is no SIN, whatever its digits: by the words before it, above or below', () => {
  const plausible = (...lines: string[]) => pageIdentifiers(page(['NAS', '', ...lines])).sins.map((it) => it.plausible);
  expect(plausible('Numéro de confirmation : 046454286')).toEqual([false]);
  expect(plausible('Adresse', 'Bank account number', '046 454 286', 'Signature')).toEqual([false]);
  expect(plausible('Copie 1', '046 454 286', 'Numéro de contrôle du docu')).toEqual([false]);
  expect(plausible('Numéro de compte', 'NAS : 046 454 286')).toEqual([true]);
  expect(plausible('N.A.S.', '046 454 286', 'Télécopieur')).toEqual([true]);
});
