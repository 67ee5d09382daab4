import type { FrozenRequest } from './outbox-entry';
import type { HandMark, HandMarkName } from './hand-mark';
import type { HeldReason } from './held-reason';
import type { SendOutcome } from './send-outcome';

/** Everything that can happen to an entry, by the loop or by the technician's hand. */
export type OutboxEvent =
  /** Body and digest fixed, before the first attempt. Ignored when already frozen. */
  | { readonly kind: 'frozen'; readonly request: FrozenRequest }
  /** The leader takes it: the next thing is the network. */
  | { readonly kind: 'claimed' }
  | { readonly kind: 'answered'; readonly outcome: SendOutcome }
  /** Found `sending` while nobody sends it: the tab that did is dead. */
  | { readonly kind: 'restarted' }
  | { readonly kind: 'dependency-failed'; readonly reason: 'dependency-rejected' | 'dependency-cancelled' }
  | { readonly kind: 'dependency-recovered' }
  /** The envelope it was to send was cancelled: there is no draft, and nothing to send. */
  | { readonly kind: 'envelope-cancelled' }
  /** The envelope it belongs to was delivered by someone else. */
  | { readonly kind: 'dependency-already-done'; readonly deliveredAt: string; readonly deliveredBy: string }
  | { readonly kind: 'signed-in' }
  /** By hand, from here on. */
  | { readonly kind: 'retry' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'hold'; readonly reason: HeldReason }
  | { readonly kind: 'release' }
  /** Done outside of this app, and noted here; or not done after all. */
  | { readonly kind: 'marked'; readonly mark: HandMark }
  | { readonly kind: 'unmarked'; readonly name: HandMarkName };
