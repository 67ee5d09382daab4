import type { LocalClient } from '../../../src/core/clients/client';
import type { LocalClientId } from '../../../src/core/ids';
import { NO_SIGNING_FACTS } from '../../../src/core/clients/signing-facts';

/** A fictitious individual; `first last` is the name. */
export function testClient(id: string, name: string, over: Partial<LocalClient> = {}): LocalClient {
  const words = name.split(' ');
  return {
    id: id as LocalClientId,
    code: id,
    kind: 'individual',
    clientNumber: null,
    name: { full: name, first: words[0] ?? null, last: words.slice(1).join(' ') || null },
    sin: null,
    businessNumber: null,
    programAccount: null,
    enterpriseNumber: null,
    birthDate: null,
    email: `${id}@example.com`,
    phone: null,
    address: { street: null, unit: null, city: null, province: null, postalCode: null, country: null },
    language: 'fr',
    accountManager: null,
    household: null,
    relation: null,
    ...NO_SIGNING_FACTS,
    ...over,
  };
}
