import type { ImportedClient, LocalClient, ServerClient } from '../../../../src/core/clients/client';
import type { LocalClientId } from '../../../../src/core/ids';
import { NO_SIGNING_FACTS } from '../../../../src/core/clients/signing-facts';

/** « Prénom Nom » and whatever else the case needs. */
export function anImported(full: string, values: Partial<ImportedClient> = {}): ImportedClient {
  const [first = null, ...rest] = full.split(' ');
  return {
    kind: 'individual',
    clientNumber: null,
    name: { full, first, last: rest.join(' ') || null },
    sin: null,
    businessNumber: null,
    programAccount: null,
    enterpriseNumber: null,
    birthDate: null,
    email: null,
    phone: null,
    address: { street: null, unit: null, city: null, province: null, postalCode: null, country: null },
    language: null,
    accountManager: null,
    household: null,
    relation: null,
    ...NO_SIGNING_FACTS,
    ...values,
  };
}

export const aLocal = (id: string, full: string, values: Partial<LocalClient> = {}): LocalClient => ({
  ...anImported(full, values),
  id: id as LocalClientId,
  code: values.code ?? id,
});

export const aServer = (id: number, name: string, values: Partial<ServerClient> = {}): ServerClient => ({
  id,
  code: `GB-${id}`,
  name,
  inactive: false,
  email: '',
  address: '',
  address2: '',
  city: '',
  state: '',
  zipcode: '',
  phone: '',
  language: null,
  accountManagerId: null,
  invitation: 'none',
  ...values,
});

export const anAddress = (values: Partial<ImportedClient['address']>): ImportedClient['address'] => ({
  street: null,
  unit: null,
  city: null,
  province: null,
  postalCode: null,
  country: null,
  ...values,
});
