/** A new version that waits, as the screens see it. */
export interface AppUpdate {
  readonly waiting: boolean;
  /** Switches and reloads. The screens offer it only when no batch is under way. */
  apply(): void;
}

interface UpdateActions {
  /** Tells the waiting service worker to take over. */
  skipWaiting(): void;
  reload(): void;
}

/** The version of a page never changes under a batch: it waits, asks, then switches. */
export class WaitingVersion implements AppUpdate {
  #actions: UpdateActions;
  #waiting = $state(false);
  #asked = false;
  #switched = false;

  constructor(actions: UpdateActions) {
    this.#actions = actions;
  }

  get waiting(): boolean {
    return this.#waiting;
  }

  found(): void {
    this.#waiting = true;
  }

  /** The new worker controls this page: asked for here, or by another tab, whose user cannot speak for this one. */
  switched(): void {
    this.#switched = true;
    if (this.#asked) this.#actions.reload();
    else this.#waiting = true;
  }

  apply(): void {
    if (this.#switched) this.#actions.reload();
    else {
      this.#asked = true;
      this.#actions.skipWaiting();
    }
  }
}
