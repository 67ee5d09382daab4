import type { LocalClient } from '../clients/client';
import type { LocalClientId } from '../ids';
import { receivingAddress } from './recipients';

/**
 * Of clients that were known, where the documents of those whose address differs from before go now; `null` while
 * nobody may receive them. `onDay`: the ISO date by which a minor is one.
 */
export function changedAddresses(
  clients: readonly { readonly previous: LocalClient | null; readonly next: LocalClient }[],
  onDay: string,
): (readonly [LocalClientId, string | null])[] {
  return clients.flatMap(({ previous, next }) => {
    if (previous === null) return [];
    const now = receivingAddress(next, onDay);
    return now === receivingAddress(previous, onDay) ? [] : [[next.id, now] as const];
  });
}
