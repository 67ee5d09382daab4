import { SvelteMap } from 'svelte/reactivity';

/** A screen's session outlives the screen: leaving a preview and coming back finds it as it was. */
export interface KeptSession {
  /** True while something would be lost by a reload. */
  readonly busy: boolean;
  /** Called on locking: what was read goes away. */
  dispose(): void;
}

export class KeptSessions {
  #sessions = new SvelteMap<unknown, { readonly session: KeptSession; readonly end: () => void }>();

  /** The one session of this class, made on first demand. */
  keep<T extends KeptSession>(kind: new (...args: never[]) => T, make: () => T): T {
    const known = this.#sessions.get(kind)?.session;
    if (known instanceof kind) return known;
    const { session, end } = inOwnRoot(make);
    this.#sessions.set(kind, { session, end });
    return session;
  }

  get busy(): boolean {
    return [...this.#sessions.values()].some(({ session }) => session.busy);
  }

  clear(): void {
    for (const { session, end } of this.#sessions.values()) {
      session.dispose();
      end();
    }
    this.#sessions.clear();
  }
}

/** A `$derived` made while a component starts goes stale when that component leaves (`derived_inert`): not these. */
function inOwnRoot<T>(make: () => T): { readonly session: T; readonly end: () => void } {
  const made: T[] = [];
  const end = $effect.root(() => {
    made.push(make());
  });
  const [session] = made;
  if (session === undefined) throw new Error('an effect root runs at once');
  return { session, end };
}
