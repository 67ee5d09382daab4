import { drawHome } from '../fixtures/generate/office/addresses';
import { MANAGERS } from '../fixtures/generate/office/managers';
import type { Person } from '../fixtures/generate/office/person';
import { fullName } from '../fixtures/generate/office/person';
import { fictitiousSin } from '../fixtures/generate/fictitious-sin';
import { clientsDtmaxCsv, printedPhone } from '../fixtures/generate/lists/clients-dtmax';
import { seededRandom } from '../fixtures/generate/random';
import type { Random } from '../fixtures/generate/random';
import { fileNameOf, maskedSin, specimenOf } from '../fixtures/generate/t183/batch';
import { T183_2025 } from '../fixtures/generate/t183/layout';
import { t183Pdf } from '../fixtures/generate/t183/t183-pdf';
import { zipOf } from '../fixtures/generate/zip';

/** `creates` and `updates` are the client upserts; the envelopes are of the first so many clients, created ones first. */
export interface OfficeSize {
  readonly creates: number;
  readonly updates: number;
  readonly envelopes: number;
}

/** The files that a technician drops in one seed, and what the server must hold afterwards. Everyone is fictitious. */
export interface SeedOffice {
  /** On the server before, under an address that the list corrects: documented client objects. */
  readonly existing: readonly Record<string, unknown>[];
  /** The client list, as DT Max writes it. */
  readonly list: Uint8Array;
  /** The archive of T183 forms. */
  readonly archive: Uint8Array;
  /** `pdf`: the form that must be delivered to them; `null` for the others. */
  readonly people: readonly {
    readonly code: string;
    readonly name: string;
    readonly email: string;
    readonly address: string;
    readonly pdf: Uint8Array | null;
  }[];
}

const CONSONANTS = ['b', 'd', 'f', 'g', 'j', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'ch', 'br', 'tr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'é', 'ou', 'eu', 'an', 'on'];

/** An invented name, long enough that no two are near each other. */
function inventedName(random: Random, syllables: number): string {
  let name = '';
  for (let count = 0; count < syllables; count += 1) name += random.pick(CONSONANTS) + random.pick(VOWELS);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The office of one seed: the same each time. Imports nothing of the product, so as not to agree with it by construction. */
export async function makeOffice(seed: number, size: OfficeSize): Promise<SeedOffice> {
  const random = seededRandom(seed);
  const sins = new Set<string>();
  const persons = Array.from({ length: size.creates + size.updates }, (_, n): Person => {
    const sin = fictitiousSin(random, sins);
    sins.add(sin);
    const { address, phone } = drawHome(random, n);
    return {
      key: `${n}`,
      clientNumber: String(5001 + n),
      relation: 'head',
      first: inventedName(random, 3),
      last: inventedName(random, 5),
      sin,
      sinInList: null,
      inheritsFromHead: false,
      birthDate: `${random.whole(1940, 1999)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
      address: { ...address, unit: '' },
      phone,
      email: `personne.${n}@exemple.example`,
      language: 'fr',
      accountManager: random.pick(MANAGERS).name,
      lists: ['dtmax'],
    };
  });
  const pdfs = new Map<Person, Uint8Array>();
  const parts = [];
  for (const [index, person] of persons.slice(0, size.envelopes).entries()) {
    const bytes = await t183Pdf(specimenOf(person, index, T183_2025, maskedSin(person.sin, 'full')));
    pdfs.set(person, bytes);
    parts.push({ name: fileNameOf(person, 'N1', T183_2025.taxYear), bytes });
  }
  return {
    existing: persons.slice(size.creates).map((person, at) => ({
      id: at + 1,
      code: person.clientNumber,
      name: fullName(person),
      address: `${at + 1}, ancienne adresse fictive`,
      city: person.address.city,
      state: person.address.province,
      zipcode: person.address.postalCode,
      phone: printedPhone(person.phone),
      email: person.email,
      contacts: [],
    })),
    list: clientsDtmaxCsv(persons),
    archive: zipOf(parts),
    people: persons.map((person) => ({
      code: person.clientNumber,
      name: fullName(person),
      email: person.email,
      address: person.address.street,
      pdf: pdfs.get(person) ?? null,
    })),
  };
}
