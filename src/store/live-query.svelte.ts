import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';

/**
 * A query that runs again when what it read changes, in this tab or another, and is read like a rune: subscribed only
 * while an effect or a template reads `current`. `query` opens its ciphertext after the last read of Dexie, never
 * between two.
 */
export class LiveQuery<T> {
  readonly #subscribe: () => void;
  #current: T;

  constructor(query: () => Promise<T>, initial: T, onError: (error: unknown) => void = () => undefined) {
    this.#current = initial;
    this.#subscribe = createSubscriber((update) => {
      const subscription = liveQuery(query).subscribe({
        next: (value) => {
          this.#current = value;
          update();
        },
        error: onError,
      });
      return () => {
        subscription.unsubscribe();
      };
    });
  }

  get current(): T {
    this.#subscribe();
    return this.#current;
  }
}
