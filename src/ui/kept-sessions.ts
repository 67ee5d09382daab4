import { SvelteMap } from 'svelte/reactivity';

/** A screen's session outlives the screen: leaving a preview and coming back finds it as it was. */
export interface KeptSession {
  /** True while something would be lost by a reload. */
  readonly busy: boolean;
  /** Called on locking: what was read goes away. */
  dispose(): void;
}

export class KeptSessions {
  #sessions = new SvelteMap<unknown, KeptSession>();

  /** The one session of this class, made on first demand. */
  keep<T extends KeptSession>(kind: new (...args: never[]) => T, make: () => T): T {
    const known = this.#sessions.get(kind);
    if (known instanceof kind) return known;
    const made = make();
    this.#sessions.set(kind, made);
    return made;
  }

  get busy(): boolean {
    return [...this.#sessions.values()].some((session) => session.busy);
  }

  clear(): void {
    for (const session of this.#sessions.values()) session.dispose();
    this.#sessions.clear();
  }
}
