import type { LocalClient } from '../../src/core/clients/client';
import { makeMatcher } from './search-matcher';
import { orderBy, searchEntry } from './row-view';

/** The clients kept here that match, in order of name, `limit` at most. Identifiers are not handed out. */
export function searchDirectory(
  clients: readonly LocalClient[],
  search: string,
  limit: number,
): Pick<LocalClient, 'id' | 'name' | 'clientNumber' | 'address'>[] {
  const matches = makeMatcher(search);
  const found = clients.filter((client) => matches(searchEntry(client, client.code)));
  return Array.from(orderBy(found.map(({ name }) => name.full)).subarray(0, limit), (index) => found[index])
    .filter((client) => client !== undefined)
    .map(({ id, name, clientNumber, address }) => ({ id, name, clientNumber, address }));
}
