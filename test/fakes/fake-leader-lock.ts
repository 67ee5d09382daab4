import type { LeaderLock } from '../../src/sync/ports';

/** Web Locks among the tabs of one test: first come, first served; a dead tab's lock is freed by `free`. */
export class FakeLeaderLock implements LeaderLock {
  #holder: object | null = null;
  #queue: (() => void)[] = [];

  async hold(_name: string, signal: AbortSignal, task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    while (this.#holder !== null) {
      if (signal.aborted) return;
      await new Promise<void>((resolve) => {
        this.#queue.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    if (signal.aborted) return;
    const mine = {};
    this.#holder = mine;
    try {
      await task(signal);
    } finally {
      if (this.#holder === mine) this.free();
    }
  }

  free(): void {
    this.#holder = null;
    const queue = this.#queue;
    this.#queue = [];
    for (const next of queue) next();
  }
}
