import { reconcile } from '../core/outbox/reconcile';
import { transition } from '../core/outbox/transition';
import type { TransitionContext } from '../core/outbox/transition-context';
import type { OutboxEntryId } from '../core/ids';
import type { OutboxMirror } from './outbox-mirror';

/**
 * Sets right what nobody is sending: entries that a dead tab left `sending`, and those that their dependencies' fate
 * concerns, down the chain. Only the leader may call it: to anyone else, `sending` means that somebody is.
 */
export async function repair(
  mirror: OutboxMirror,
  isFlying: (id: OutboxEntryId) => boolean,
  step: () => TransitionContext,
): Promise<void> {
  for (let changed = true; changed;) {
    changed = false;
    for (const stored of mirror.all()) {
      if (isFlying(stored.entry.id)) continue;
      const restarted = transition(stored.entry, { kind: 'restarted' }, step());
      const next = reconcile(restarted, mirror.stateOf, step());
      if (next !== stored.entry && (await mirror.save(stored, next)) !== null) changed = true;
    }
  }
}

/** Entries held for want of a client link try again: one was just made. Those still without it are held once more. */
export async function releaseUnlinked(mirror: OutboxMirror, step: () => TransitionContext): Promise<void> {
  for (const stored of mirror.all()) {
    const { state } = stored.entry;
    if (state.kind !== 'held' || state.reason !== 'client-not-linked') continue;
    await mirror.save(stored, transition(stored.entry, { kind: 'release' }, step()));
  }
}
