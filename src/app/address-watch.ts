import { addressHolds } from '../core/envelopes/address-holds';
import type { ReceivingAddresses } from '../core/envelopes/address-holds';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import { applyByHand } from '../sync/by-hand';
import type { Clock } from '../sync/ports';
import type { Repositories } from './repositories';

/**
 * Envelopes still here whose address a list has just changed, or put on hold, leave for nobody; those whose address
 * stands after all may go. To be done before the list is kept: a crash between the two leaves them held, not sent.
 */
export async function watchAddresses(
  outbox: Repositories['outbox'],
  addresses: ReceivingAddresses,
  clock: Pick<Clock, 'now'>,
): Promise<Result<null>> {
  if (addresses.size === 0) return ok(null);
  const unsettled = (await outbox.unsettled()).map(({ entry }) => entry);
  const sent = unsettled.flatMap(({ task }) => (task.kind === 'envelope-send' ? [task.envelopeEntry] : []));
  const { hold, release } = addressHolds([...unsettled, ...(await outbox.settled(sent))], addresses);
  const hand = { stored: outbox.stored.bind(outbox), save: outbox.save.bind(outbox) };
  for (const id of hold) {
    const held = await applyByHand(hand, id, { kind: 'hold', reason: 'email-replaced' }, clock);
    if (!held.ok) return held;
  }
  for (const id of release) {
    const released = await applyByHand(hand, id, { kind: 'release' }, clock);
    if (!released.ok) return released;
  }
  return ok(null);
}
