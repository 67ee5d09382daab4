import { addressKey } from '../envelopes/address-key';
import type { ServerClient } from '../clients/client';

/** Addresses that GEM-BOOKS has invited already, by any client that has them, as address keys. */
export function invitedAddresses(
  clients: readonly Pick<ServerClient, 'email' | 'invitation'>[],
  invitations: readonly { readonly email: string }[],
): ReadonlySet<string> {
  const invited = clients.filter(({ invitation }) => invitation === 'invited' || invitation === 'connected');
  return new Set([...invited, ...invitations].map(({ email }) => addressKey(email)).filter((key) => key !== ''));
}

/** How far each address came, by its key: connected once any client of it is. Addresses never invited are absent. */
export function invitationStates(
  clients: readonly Pick<ServerClient, 'email' | 'invitation'>[],
): ReadonlyMap<string, 'invited' | 'connected'> {
  const states = new Map<string, 'invited' | 'connected'>();
  for (const { email, invitation } of clients) {
    const key = addressKey(email);
    if (key === '' || (invitation !== 'invited' && invitation !== 'connected')) continue;
    if (states.get(key) !== 'connected') states.set(key, invitation);
  }
  return states;
}
