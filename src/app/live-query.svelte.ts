import { createSubscriber } from 'svelte/reactivity';
import { spaced } from '../store/spaced';

/** An outbox that empties changes many times a second; nobody reads faster. */
const REST_MS = 250;

/**
 * A query that runs again when `watch` hears of a change, in this tab or another, and is read like a rune: subscribed
 * only while an effect or a template reads `current`, run four times a second at most, and not while the tab is hidden:
 * what a hidden tab reads from the disk holds up the tab that writes.
 */
export class LiveQuery<T> {
  readonly #subscribe: () => void;
  #current: T;

  constructor(
    query: () => Promise<T>,
    initial: T,
    watch: (callback: () => void) => () => void,
    onError: (error: unknown) => void = () => undefined,
  ) {
    this.#current = initial;
    this.#subscribe = createSubscriber((update) => {
      const over = new AbortController();
      let isBehind = false;
      const look = spaced(async () => {
        isBehind = document.hidden;
        if (over.signal.aborted || isBehind) return;
        try {
          const value = await query();
          if (over.signal.aborted) return;
          this.#current = value;
          update();
        } catch (error) {
          onError(error);
        }
      }, REST_MS);
      const onVisible = (): void => {
        if (isBehind && !document.hidden) void look();
      };
      document.addEventListener('visibilitychange', onVisible, { signal: over.signal });
      const unwatch = watch(() => void look());
      void look();
      return () => {
        over.abort();
        unwatch();
      };
    });
  }

  get current(): T {
    this.#subscribe();
    return this.#current;
  }
}
