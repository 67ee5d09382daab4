import type { LocalClient } from '../../../src/core/clients/client';
import { NO_SIGNING_FACTS } from '../../../src/core/clients/signing-facts';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import type { LocalClientId } from '../../../src/core/ids';
import type { OfficePerson } from './generate/shapes';
import { fullName } from './generate/people';

/** The office's client list as this workstation keeps it. Ids are the generator's keys. */
export const toDirectory = (people: readonly OfficePerson[]): ClientDirectory =>
  new ClientDirectory(people.filter(({ listed }) => listed).map((person) => toClient(person, people)));

function toClient(person: OfficePerson, people: readonly OfficePerson[]): LocalClient {
  const officer = people.find(({ key }) => key === person.officer);
  return {
    id: person.key as LocalClientId,
    code: person.key,
    kind: person.kind,
    clientNumber: person.number,
    name: { full: fullName(person), first: person.first || null, last: person.first === '' ? null : person.last },
    sin: person.sinInList ? person.sin : null,
    businessNumber: person.businessNumber,
    programAccount: person.businessNumber === null ? null : 'RC0001',
    enterpriseNumber: null,
    birthDate: person.birthDate,
    email: person.email,
    phone: null,
    address: {
      street: person.street,
      unit: null,
      city: person.city,
      province: person.province,
      postalCode: person.postalCode,
      country: null,
    },
    language: person.language,
    accountManager: null,
    household: person.household,
    relation: person.relation,
    ...NO_SIGNING_FACTS,
    maritalStatus: person.spouse === null ? 'single' : person.separated ? 'separated' : 'married',
    deceased: person.capacity === 'deceased',
    representative: person.representative && { ...person.representative, title: null },
    officer:
      person.kind === 'corporation' && officer
        ? { name: fullName(officer), title: 'présidente', email: officer.email }
        : null,
  };
}
