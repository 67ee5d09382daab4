import fc from 'fast-check';

/** A fictitious person as a list would write them. `n` makes the name, number and address their own. */
export interface Person {
  readonly n: number;
  readonly first: string;
  readonly last: string;
  readonly sin: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly birthDate: string;
  readonly language: string;
  readonly hasNumber: boolean;
}

const FIRST = ['Éloi', 'Anne', 'Nord', 'Marie-Ève', 'Jean-Luc', 'Zoé', 'Maxime', 'Line'];
const LAST = ['Alizé', 'Bise', 'Zéphyr', "D'Autan", 'St-Mistral', 'de la Brise', 'Foehn', 'Vent-du-Nord'];

/** Nine digits that pass Luhn, from a seed. Written apart from the product's own check. */
export function fictitiousSin(seed: number): string {
  const body = String(10_000_000 + (seed % 80_000_000));
  const doubled = [...body].map((digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return value > 9 ? value - 9 : value;
  });
  return `${body}${(10 - (doubled.reduce((sum, value) => sum + value, 0) % 10)) % 10}`;
}

/** Letters for a number, so that no two surnames are near: « Qabqabqab » for 1, « Qacqacqac » for 2. */
const lettersOf = (n: number): string =>
  [...n.toString(26).padStart(3, '0')]
    .map((digit) => `q${String.fromCharCode(97 + parseInt(digit, 26))}`.repeat(3))
    .join('');

const optional = (value: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') });

export const people = (maxLength: number): fc.Arbitrary<Person[]> =>
  fc
    .array(
      fc.record({
        first: fc.constantFrom(...FIRST),
        surname: fc.constantFrom(...LAST),
        hasSin: fc.boolean(),
        hasEmail: fc.boolean(),
        hasPhone: fc.boolean(),
        hasNumber: fc.boolean(),
        city: optional(fc.constantFrom('Québec', 'Lévis', 'Saint-Jérôme')),
        street: optional(fc.constantFrom('rue du Test', 'boulevard Fictif', 'chemin Inventé')),
        language: fc.constantFrom('Français', 'Anglais', ''),
      }),
      { maxLength },
    )
    .map((drafts) =>
      drafts.map(({ first, surname, hasSin, hasEmail, hasPhone, hasNumber, city, street, language }, n) => ({
        n,
        first,
        last: `${surname} ${lettersOf(n)}`,
        sin: hasSin ? fictitiousSin(n * 7919 + 13) : '',
        email: hasEmail ? `personne${n}@example.com` : '',
        phone: hasPhone ? `514 555-${String(1000 + n).slice(-4)}` : '',
        street: street === '' ? '' : `${n + 1}, ${street}`,
        city,
        postalCode: `H${n % 10}A ${Math.floor(n / 10) % 10}B${n % 7}`,
        birthDate: `19${50 + (n % 50)}-0${1 + (n % 9)}-1${n % 10}`,
        language,
        hasNumber,
      })),
    );

const HEADER = [
  'No client',
  'Nom',
  'Prénom',
  'NAS',
  'Date de naissance',
  'Rue',
  'Ville',
  'Code postal',
  'Téléphone',
  'Courriel',
  'Langue',
];

export function toCsv(list: readonly Person[]): string {
  const lines = list.map((person) =>
    [
      person.hasNumber ? String(1000 + person.n) : '',
      person.last,
      person.first,
      person.sin,
      person.birthDate,
      person.street,
      person.city,
      person.postalCode,
      person.phone,
      person.email,
      person.language,
    ]
      .map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(';'),
  );
  return [HEADER.join(';'), ...lines].join('\r\n');
}
