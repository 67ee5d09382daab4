/** A bell that is never missed: rung while nobody waits, the next wait returns at once. */
export class Bell {
  #rung = false;
  #waiting: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#waiting?.();
  }

  /** Resolves when it rings, or when `other` does; clears the ring. */
  async wait(other: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (!this.#rung) {
      const enough = new AbortController();
      const rung = new Promise<void>((resolve) => (this.#waiting = resolve));
      await Promise.race([rung, other(enough.signal)]);
      this.#waiting = null;
      enough.abort();
    }
    this.#rung = false;
  }
}
