import { luhnCheckDigit } from '../../fixtures/generate/fictitious-sin';

/** A fictitious office: what GEM-BOOKS holds, and the DT Max list of the same people, with a few more. */
export interface KnownOffice {
  /** Documented client objects, for `SANDBOX_CLIENTS`. */
  readonly clients: readonly Readonly<Record<string, unknown>>[];
  /** windows-1252, semicolons. */
  readonly list: Buffer;
  /** E-mails of the people whom GEM-BOOKS does not know, sorted; spouses share one. */
  readonly newEmails: readonly string[];
}

const FIRST = ['Geneviève', 'François', 'Zoé', 'Éloi', 'Maude', 'Anaïs', 'Benoît', 'Nathalie', 'Hélène', 'Simon'];
const HEAD = [
  'Trem',
  'Gagne',
  'Bouche',
  'Forti',
  'Lavoi',
  'Pelle',
  'Ouel',
  'Berge',
  'Char',
  'Dumou',
  'Falar',
  'Giroua',
];
const TAIL = ['bois', 'lune', 'source', 'vent', 'mare', 'pierre', 'val', 'roche', 'plaine', 'neige', 'fleuve', 'givre'];

const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const sinOf = (index: number): string => {
  const body = String(91_000_000 + index * 7);
  return body + luhnCheckDigit(body);
};

/** So many of the clients are written otherwise in GEM-BOOKS than in the list. */
const TOLD_APART = 100;

interface Person {
  readonly first: string;
  readonly last: string;
  readonly number: string;
  readonly email: string;
  readonly zip: string;
  readonly phone: string;
}

/** Nobody's name is near another's: 12 × 12 families, and first names far apart within one. */
function personOf(index: number): Person {
  const family = index % (HEAD.length * TAIL.length);
  const last = `${HEAD[family % HEAD.length]}${TAIL[Math.floor(family / HEAD.length)]}`;
  const first = FIRST[(Math.floor(index / (HEAD.length * TAIL.length)) * 3 + family) % FIRST.length] ?? 'Zoé';
  return {
    first,
    last,
    number: String(20_000 + index),
    email: `${unaccented(first)}.${last}.${index}@example.com`.toLowerCase(),
    zip: `G${index % 9}A ${Math.floor(index / 9) % 10}B${Math.floor(index / 90) % 10}`,
    phone: `418 555-${String(1000 + index)}`,
  };
}

/**
 * How GEM-BOOKS came by its first clients differs, in turn: keyed by hand under the number of DT Max; under a code of
 * its own, with the e-mail; with nothing but name and postal code; in capitals, family name first, without accents. The
 * others are as DT Max has them. Spouses are under one number and one e-mail everywhere.
 */
function asServerClient(person: Person, index: number): Readonly<Record<string, unknown>> {
  const plain = {
    id: 5000 + index,
    code: person.number,
    name: `${person.first} ${person.last}`,
    inactive: 0,
    creation_date: '2024-02-11 10:11:00',
    address: '',
    address2: '',
    city: 'Québec',
    state: 'QC',
    zipcode: person.zip,
    phone: person.phone,
    email: person.email,
    contacts: [],
  };
  switch (index < TOLD_APART ? index % 5 : 0) {
    case 1:
      return { ...plain, code: `G-${index}`, zipcode: '', phone: '' };
    case 2:
      return { ...plain, code: `G-${index}`, email: '', phone: '' };
    case 3:
      return { ...plain, name: unaccented(`${person.last}, ${person.first}`).toUpperCase() };
    default:
      return plain;
  }
}

/** `known` people of whom GEM-BOOKS knows all, and `fresh` more. */
export function makeKnownOffice(known: number, fresh: number): KnownOffice {
  const people = Array.from({ length: known + fresh }, (_, index) => personOf(index)).map((person, index, all) => {
    const head = all[index - 1];
    // Each tenth person is the spouse of the one before: same number, same e-mail, same door.
    return index % 10 === 5 && head ? { ...person, number: head.number, email: head.email, zip: head.zip } : person;
  });
  const header = [
    'No client',
    'Nom',
    'Prénom',
    'NAS',
    'Lien',
    'Ville',
    'Province',
    'Code postal',
    'Tél. rés.',
    'Courriel',
  ];
  const rows = people.map(({ first, last, number, zip, phone, email }, index) => [
    number,
    last,
    first,
    sinOf(index),
    index % 10 === 5 ? 'Conjoint' : 'Chef de famille',
    'Québec',
    'QC',
    zip,
    phone,
    email,
  ]);
  const text = [header, ...rows].map((row) => `${row.join(';')}\r\n`).join('');
  return {
    clients: people.slice(0, known).map(asServerClient),
    list: Buffer.from(text, 'latin1'),
    newEmails: people
      .slice(known)
      .map(({ email }) => email)
      .sort(),
  };
}
