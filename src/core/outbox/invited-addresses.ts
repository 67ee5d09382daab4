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
