import type { Random } from '../../../fixtures/generate/random';
import { NumberDesk } from './numbers';
import {
  CITIES,
  COMPANY_TAILS,
  COMPANY_WORDS,
  COMPOUND_FIRST,
  FIRST_NAMES,
  LAST_NAMES,
  LEGAL_FORMS,
  STREETS,
} from './pools';
import type { OfficePerson } from './shapes';

export const fullName = (person: Pick<OfficePerson, 'first' | 'last'>): string =>
  `${person.first} ${person.last}`.trim();

const LETTERS = 'ABCEGHJKLMNPRSTVWXYZ';

/** Makes the people of one office: households, twins, namesakes, collisions, companies, trusts and those who cannot sign. */
export class PeopleMaker {
  readonly people: OfficePerson[] = [];
  readonly #random: Random;
  readonly #numbers: NumberDesk;

  constructor(random: Random) {
    this.#random = random;
    this.#numbers = new NumberDesk(random);
  }

  /** One more person; `over` decides whatever it names. */
  add(over: Partial<OfficePerson> = {}): OfficePerson {
    const random = this.#random;
    const key = `p${this.people.length}`;
    const last = over.last ?? random.pick(LAST_NAMES);
    const first = over.first ?? (random.next() < 0.15 ? random.pick(COMPOUND_FIRST) : random.pick(FIRST_NAMES));
    const person: OfficePerson = {
      key,
      kind: 'individual',
      number: this.#numbers.clientNumber(),
      sin: this.#numbers.sin(),
      businessNumber: null,
      email: `${key}@exemple.test`,
      birthDate: `${random.whole(1938, 2001)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
      ...this.address(),
      yearEndProvince: 'QC',
      language: random.next() < 0.8 ? 'fr' : 'en',
      household: null,
      relation: null,
      spouse: null,
      separated: false,
      capacity: 'able',
      representative: null,
      officer: null,
      listed: true,
      sinInList: random.next() > 0.04,
      ...over,
      first,
      last,
    };
    this.people.push(person);
    return person;
  }

  address(): Pick<OfficePerson, 'street' | 'city' | 'province' | 'postalCode'> {
    const random = this.#random;
    const letter = () => LETTERS.charAt(random.whole(0, LETTERS.length - 1));
    const digit = () => String(random.whole(0, 9));
    return {
      street: `${random.whole(1, 9999)}, ${random.pick(STREETS)}`,
      city: random.pick(CITIES),
      province: 'QC',
      postalCode: `${random.pick(['G', 'H', 'J'])}${digit()}${letter()} ${digit()}${letter()}${digit()}`,
    };
  }

  couple(over: Partial<OfficePerson> = {}, separated = false): readonly [OfficePerson, OfficePerson] {
    const random = this.#random;
    const last = random.pick(LAST_NAMES);
    const address = this.address();
    const head = this.add({ last, ...address, ...over });
    const sharesNumber = !separated && random.next() < 0.6;
    const household = separated ? null : `h${head.key}`;
    const shared = separated ? {} : { street: head.street, city: head.city, postalCode: head.postalCode };
    const spouse = this.add({
      ...(random.next() < 0.35 ? { last } : {}),
      ...shared,
      ...over,
      ...(sharesNumber ? { number: head.number } : {}),
      ...(!separated && random.next() < 0.15 ? { email: head.email } : {}),
      language: head.language,
    });
    // Spouses of one whole name, under one roof and number: with a blank in the list, nothing could tell them apart.
    const first = spouse.first === head.first && spouse.last === head.last ? nextFirstName(head.first) : spouse.first;
    return [
      this.#change(head, { household, relation: separated ? null : 'head', spouse: spouse.key, separated }),
      this.#change(spouse, { first, household, relation: separated ? null : 'spouse', spouse: head.key, separated }),
    ];
  }

  child(head: OfficePerson): void {
    const random = this.#random;
    const { last, street, city, postalCode, household, language } = head;
    this.add({
      ...(random.next() < 0.8 ? { last } : {}),
      street,
      city,
      postalCode,
      household,
      language,
      relation: 'dependant',
      birthDate: `${random.whole(1998, 2006)}-09-03`,
      ...(random.next() < 0.6 ? { number: head.number } : {}),
      ...(random.next() < 0.2 ? { email: head.email } : {}),
    });
  }

  twins(): void {
    const random = this.#random;
    const first = random.pick(FIRST_NAMES);
    const twin = this.add({ first });
    const { last, birthDate, street, city, postalCode } = twin;
    const other = FIRST_NAMES.filter((name) => name !== first && name[0] === first[0]);
    const name = other.length > 0 ? random.pick(other) : 'Ariane';
    this.add({ first: name, last, birthDate, street, city, postalCode });
  }

  /** Same name, another SIN: father and child under one roof, or strangers; some even end with the same four digits. */
  namesakes(alike: 'roof' | 'strangers' | 'last-four'): readonly [OfficePerson, OfficePerson] {
    const one = this.add({ sinInList: true });
    const { first, last, street, city, postalCode } = one;
    const roof = alike === 'roof' ? { street, city, postalCode } : {};
    const sin = alike === 'last-four' ? { sin: this.#numbers.sinLike(one.sin ?? '') } : {};
    return [one, this.add({ first, last, sinInList: true, ...roof, ...sin })];
  }

  /** Different names, same last four digits of the SIN. */
  collision(): readonly [OfficePerson, OfficePerson] {
    const one = this.add({ sinInList: true });
    return [one, this.add({ sinInList: true, sin: this.#numbers.sinLike(one.sin ?? '') })];
  }

  company(officer: OfficePerson): OfficePerson {
    const random = this.#random;
    const numbered = random.next() < 0.4;
    const name = numbered
      ? `${random.whole(2000, 9999)}-${random.whole(1000, 9999)} Québec inc.`
      : `${random.pick(COMPANY_WORDS)} ${random.pick([random.pick(COMPANY_TAILS), officer.last, random.pick(COMPANY_TAILS)])} ${random.pick(LEGAL_FORMS)}`;
    return this.add({
      kind: 'corporation',
      first: '',
      last: this.#distinct(name),
      sin: null,
      birthDate: null,
      businessNumber: this.#numbers.businessNumber(),
      officer: officer.key,
      email: random.next() < 0.5 ? officer.email : `${random.whole(1, 1e6)}.compagnie@exemple.test`,
    });
  }

  trust(trustee: OfficePerson): OfficePerson {
    const name = this.#random.pick([`Fiducie familiale ${trustee.last}`, `${trustee.last} Family Trust`]);
    return this.add({
      kind: 'trust',
      first: '',
      last: this.#distinct(name),
      sin: null,
      birthDate: null,
      officer: trustee.key,
      email: null,
      representative: { name: fullName(trustee), email: trustee.email },
    });
  }

  #distinct(name: string): string {
    const taken = this.people.some(({ last }) => last === name);
    return taken
      ? `${name.replace(/ (\S+)$/, '')} ${this.people.length} $1`.replace('$1', name.split(' ').at(-1) ?? '')
      : name;
  }

  #change(person: OfficePerson, over: Partial<OfficePerson>): OfficePerson {
    const changed = { ...person, ...over };
    this.people[this.people.indexOf(person)] = changed;
    return changed;
  }
}

const nextFirstName = (first: string): string =>
  FIRST_NAMES[(FIRST_NAMES.indexOf(first) + 1) % FIRST_NAMES.length] ?? first;

const two = (value: number): string => String(value).padStart(2, '0');
