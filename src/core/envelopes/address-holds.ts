import { sameEmail } from '../clients/same-value';
import type { LocalClientId, OutboxEntryId } from '../ids';
import type { OutboxEntry } from '../outbox/outbox-entry';

/** Where each client's documents go now; `null` while nobody may receive them. Clients that are not in it are as before. */
export type ReceivingAddresses = ReadonlyMap<LocalClientId, string | null>;

/**
 * What a newly imported list changes for envelopes that have not left: one whose address is no longer the client's, or
 * is on hold, waits for a person; one that waited for that alone goes again once its address stands.
 * @param entries Of the outbox: the sends that are not settled, and the envelopes they send, settled or not.
 */
export function addressHolds(
  entries: readonly OutboxEntry[],
  addresses: ReceivingAddresses,
): { readonly hold: readonly OutboxEntryId[]; readonly release: readonly OutboxEntryId[] } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const hold: OutboxEntryId[] = [];
  const release: OutboxEntryId[] = [];
  for (const { id, task, state } of entries) {
    if (task.kind !== 'envelope-send') continue;
    const envelope = byId.get(task.envelopeEntry)?.task;
    if (envelope?.kind !== 'envelope') continue;
    const now = addresses.get(envelope.client);
    if (now === undefined) continue;
    const stands = now !== null && envelope.draft.recipients.every(({ email }) => sameEmail(now, email));
    if (!stands) hold.push(id);
    else if (state.kind === 'held' && state.reason === 'email-replaced') release.push(id);
  }
  return { hold, release };
}
