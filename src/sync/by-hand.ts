import { appError } from '../core/app-error';
import type { OutboxEntryId } from '../core/ids';
import type { OutboxEvent } from '../core/outbox/outbox-event';
import { transition } from '../core/outbox/transition';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { Clock, OutboxHand } from './ports';

type ByHand = Extract<OutboxEvent, { readonly kind: 'retry' | 'cancel' | 'hold' | 'release' | 'marked' | 'unmarked' }>;

const NO_EFFECTS = { links: [], entries: [] };
/** Losing so often to the loop means that something is wrong, not that someone is faster. */
const TRIES = 20;

/**
 * « Réessayer », « Annuler l'envoi », hold and release, from any tab: compare-and-set against the loop, read again when
 * it was faster. The leader hears of it by the store, and draws the consequences for the entries that depend on it.
 */
export async function applyByHand(
  hand: Pick<OutboxHand, 'stored' | 'save'>,
  id: OutboxEntryId,
  event: ByHand,
  clock: Pick<Clock, 'now'>,
): Promise<Result<null>> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await hand.stored(id);
    if (stored === null) return err(appError('vault/locked'));
    const next = transition(stored.entry, event, { now: clock.now(), random: 0 });
    if (next === stored.entry || (await hand.save(next, stored.revision, NO_EFFECTS)) !== null) return ok(null);
  }
  return err(appError('internal/unexpected'));
}

/** The key was entered, or the connection found good: everything that waited for it may go. */
export async function signedIn(hand: Pick<OutboxHand, 'unsettled' | 'save'>, clock: Pick<Clock, 'now'>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    let lost = false;
    for (const { entry, revision } of await hand.unsettled()) {
      const next = transition(entry, { kind: 'signed-in' }, { now: clock.now(), random: 0 });
      if (next !== entry && (await hand.save(next, revision, NO_EFFECTS)) === null) lost = true;
    }
    if (!lost) return;
  }
}
