import { readFileSync } from 'node:fs';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import type { LocalClient } from '../../../src/core/clients/client';
import type { LocalClientId } from '../../../src/core/ids';
import { NO_SIGNING_FACTS } from '../../../src/core/clients/signing-facts';

/** The truth beside the fixtures (`public/fictif/office.json`, `test/fixtures/traps/traps.json`). */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly clientNumber: string;
  readonly household: string;
  readonly relation: 'head' | 'spouse' | 'dependant';
  readonly sin: string;
  readonly sinInList: string | null;
  readonly birthDate: string;
  readonly email: string | null;
  readonly language: 'fr' | 'en';
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly province: string;
    readonly postalCode: string;
  };
}

export interface ExpectedField {
  readonly kind: string;
  readonly part?: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

export interface Specimen {
  readonly archive: string;
  readonly fileName: string;
  readonly naming: string;
  readonly sinStyle: string;
  readonly foreignSinOwner: string | null;
  readonly taxYear: number;
  readonly pages: number;
  readonly person: string;
  readonly expectedFields: readonly ExpectedField[];
}

export interface Trap {
  readonly file: string;
  readonly about: string;
  readonly refusal?: string;
  readonly password?: string;
  readonly sendAs?: string;
  readonly person?: string;
  readonly inside?: string;
  readonly expectedFields?: readonly ExpectedField[];
}

const root = new URL('../../../', import.meta.url);
export const fixture = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(path, root)));

const office = JSON.parse(new TextDecoder().decode(fixture('public/fictif/office.json'))) as {
  readonly people: readonly Person[];
  readonly pdfs: readonly Specimen[];
};
export const people = office.people;
export const specimens = office.pdfs;
export const traps = JSON.parse(new TextDecoder().decode(fixture('test/fixtures/traps/traps.json'))) as readonly Trap[];

/** The person as the client list would have given it to this workstation. */
export function toClient(person: Person): LocalClient {
  return {
    id: person.key as LocalClientId,
    code: person.clientNumber,
    kind: 'individual',
    clientNumber: person.clientNumber,
    name: { full: person.name, first: person.first, last: person.last },
    sin: sinOf(person),
    businessNumber: null,
    programAccount: null,
    enterpriseNumber: null,
    birthDate: person.birthDate,
    email: person.email || null,
    phone: null,
    address: { unit: null, country: null, ...person.address },
    language: person.language,
    accountManager: null,
    household: person.household,
    relation: person.relation,
    ...NO_SIGNING_FACTS,
  };
}

/** `sinInList` is set only where the list writes it otherwise: nine zeros (« NAS absent »), or a leading zero lost. */
function sinOf({ sin, sinInList }: Person): string | null {
  const digits = (sinInList ?? sin).padStart(9, '0');
  return /^0+$/.test(digits) ? null : digits;
}

export const officeDirectory = (): ClientDirectory => new ClientDirectory(people.map(toClient));
