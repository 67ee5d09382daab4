import type { LocalClientId } from '../ids';
import type { ImportedClient, LocalClient, PostalAddress, ServerClient } from './client';

/**
 * The record to keep: what the list says, over what was known before, over what GEM-BOOKS holds. A list that is silent
 * on a field (another software's export) erases nothing.
 */
export function toLocalClient(
  id: LocalClientId,
  code: string,
  client: ImportedClient,
  previous: LocalClient | null,
  server: ServerClient | null,
): LocalClient {
  return {
    ...(previous?.kept ? { kept: previous.kept } : {}),
    // A list without the address decides nothing.
    ...(client.email === null && previous?.emailHeld !== undefined ? { emailHeld: previous.emailHeld } : {}),
    ...(previous?.emailReplaced === undefined ? {} : { emailReplaced: previous.emailReplaced }),
    id,
    code,
    kind: client.kind,
    clientNumber: client.clientNumber ?? previous?.clientNumber ?? null,
    name: client.name.first === null && previous?.name.full === client.name.full ? previous.name : client.name,
    sin: client.sin ?? previous?.sin ?? null,
    businessNumber: client.businessNumber ?? previous?.businessNumber ?? null,
    programAccount: client.programAccount ?? previous?.programAccount ?? null,
    enterpriseNumber: client.enterpriseNumber ?? previous?.enterpriseNumber ?? null,
    birthDate: client.birthDate ?? previous?.birthDate ?? null,
    email: client.email ?? (server?.email.trim().toLowerCase() || null) ?? previous?.email ?? null,
    phone: client.phone ?? previous?.phone ?? null,
    address: mergeAddress(client.address, previous?.address ?? null),
    language: client.language ?? server?.language ?? previous?.language ?? null,
    accountManager: client.accountManager ?? previous?.accountManager ?? null,
    household: client.household ?? previous?.household ?? null,
    relation: client.relation ?? previous?.relation ?? null,
    maritalStatus: client.maritalStatus ?? previous?.maritalStatus ?? null,
    // A death that one list knew is not undone by a list without the column.
    deceased: client.deceased || (previous?.deceased ?? false),
    deathDate: client.deathDate ?? previous?.deathDate ?? null,
    representative: client.representative ?? previous?.representative ?? null,
    officer: client.officer ?? previous?.officer ?? null,
    trustAccount: client.trustAccount ?? previous?.trustAccount ?? null,
    yearEnd: client.yearEnd ?? previous?.yearEnd ?? null,
  };
}

/** As a whole when the street is given: half of an old address under a new street would be nobody's. */
function mergeAddress(own: PostalAddress, previous: PostalAddress | null): PostalAddress {
  if (previous === null || own.street !== null) return own;
  return {
    street: previous.street,
    unit: own.unit ?? previous.unit,
    city: own.city ?? previous.city,
    province: own.province ?? previous.province,
    postalCode: own.postalCode ?? previous.postalCode,
    country: own.country ?? previous.country,
  };
}
