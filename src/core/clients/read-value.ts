import type { ImportedClient, PostalAddress } from './client';
import type { ListField } from './list-field';
import type { ReadRow } from './read-row';
import type { Signatory } from './signing-facts';

/**
 * What the rules made of one column of a row, as text in its kept form (ISO date, E.164, nine digits); `''` when
 * nothing was taken. `spouse` is the second person of the row, when it names one.
 */
export function readValue(field: ListField, { client }: ReadRow, spouse: ReadRow | null): string {
  const own = fromClient(field, client);
  if (own !== undefined) return own;
  return spouse ? (fromSpouse(field, spouse.client) ?? '') : '';
}

function fromClient(field: ListField, client: ImportedClient): string | undefined {
  switch (field) {
    case 'lastName':
      return client.name.last ?? '';
    case 'firstName':
      return client.name.first ?? '';
    case 'name':
    case 'surnameFirst':
      return client.name.full;
    case 'entity':
      return client.kind;
    case 'phone':
    case 'mobilePhone':
    case 'homePhone':
    case 'workPhone':
      return client.phone ?? '';
    case 'street':
    case 'unit':
    case 'city':
    case 'province':
    case 'postalCode':
    case 'country':
      return client.address[field satisfies keyof PostalAddress] ?? '';
    case 'businessNumber':
      return [client.businessNumber, client.programAccount].filter((part) => part !== null).join(' ');
    case 'representativeName':
    case 'representativeTitle':
    case 'representativeEmail':
      return ofSignatory(field, client.representative);
    case 'officerName':
    case 'officerTitle':
    case 'officerEmail':
      return ofSignatory(field, client.officer);
    case 'clientNumber':
    case 'sin':
    case 'enterpriseNumber':
    case 'relation':
    case 'email':
    case 'birthDate':
    case 'yearEnd':
    case 'language':
    case 'accountManager':
    case 'maritalStatus':
    case 'deathDate':
    case 'trustAccount':
      return client[field] ?? '';
    case 'spouseLastName':
    case 'spouseFirstName':
    case 'spouseSin':
    case 'spouseBirthDate':
    case 'spouseEmail':
    case 'spouseName':
    case 'spousePhone':
      return undefined;
  }
}

function ofSignatory(field: string, signatory: Signatory | null): string {
  if (signatory === null) return '';
  if (field.endsWith('Name')) return signatory.name;
  return (field.endsWith('Title') ? signatory.title : signatory.email) ?? '';
}

function fromSpouse(field: ListField, spouse: ImportedClient): string | undefined {
  switch (field) {
    case 'spouseLastName':
      return fromClient('lastName', spouse);
    case 'spouseFirstName':
      return fromClient('firstName', spouse);
    case 'spouseSin':
      return fromClient('sin', spouse);
    case 'spouseBirthDate':
      return fromClient('birthDate', spouse);
    case 'spouseEmail':
      return fromClient('email', spouse);
    case 'spouseName':
      return fromClient('name', spouse);
    case 'spousePhone':
      return fromClient('phone', spouse);
    default:
      return undefined;
  }
}
