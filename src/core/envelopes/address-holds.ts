import { sameEmail } from '../clients/same-value';
import type { LocalClientId, OutboxEntryId } from '../ids';
import type { OutboxEntry, OutboxTask } from '../outbox/outbox-entry';
import type { EnvelopeRecipient } from './envelope';

/** Where each client's documents go now; `null` while nobody may receive them. Clients that are not in it are as before. */
export type ReceivingAddresses = ReadonlyMap<LocalClientId, string | null>;

/**
 * What a newly imported list changes for envelopes that have not left: one whose address is no longer the client's, or
 * is on hold, waits for a person; one that waited for that alone goes again once its address stands. One that a spouse
 * receives by consent waits for either address, and never goes again by itself: one list may know of one of them only.
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
    const known = partiesOf(envelope).flatMap(({ client, recipients }) => {
      const now = addresses.get(client);
      return now === undefined ? [] : [now !== null && recipients.every(({ email }) => sameEmail(now, email))];
    });
    if (known.length === 0) continue;
    if (known.includes(false)) hold.push(id);
    else if (envelope.spouse === undefined && state.kind === 'held' && state.reason === 'email-replaced')
      release.push(id);
  }
  return { hold, release };
}

/** Whose address each recipient's is. */
function partiesOf({ client, spouse, draft }: Extract<OutboxTask, { kind: 'envelope' }>): readonly {
  readonly client: LocalClientId;
  readonly recipients: readonly EnvelopeRecipient[];
}[] {
  if (spouse === undefined) return [{ client, recipients: draft.recipients }];
  const isSpouse = ({ role }: EnvelopeRecipient): boolean => role === 'spouse';
  return [
    { client, recipients: draft.recipients.filter((recipient) => !isSpouse(recipient)) },
    { client: spouse, recipients: draft.recipients.filter(isSpouse) },
  ];
}
