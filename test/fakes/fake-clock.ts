import type { Clock } from '../../src/sync/ports';

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that stands still until a test turns it. */
export class FakeClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(now = 1_770_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer: Timer = {
        at: this.#now + ms,
        wake: () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
          resolve();
        },
      };
      this.#timers.push(timer);
      signal?.addEventListener('abort', timer.wake, { once: true });
    });
  }

  /** Moves on by `ms`, waking whoever sleeps that long. */
  advance(ms: number): void {
    this.#now += ms;
    for (const timer of [...this.#timers]) if (timer.at <= this.#now) timer.wake();
  }

  /** Moves on to the next timer; false when nobody sleeps. */
  advanceToNext(): boolean {
    const next = this.#timers.reduce<number | null>(
      (at, timer) => (at === null ? timer.at : Math.min(at, timer.at)),
      null,
    );
    if (next === null) return false;
    this.advance(Math.max(0, next - this.#now));
    return true;
  }
}

/** Lets every promise that can move, move. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Turns the clock, timer by timer, until `isDone`; throws when it never is. */
export async function runUntil(clock: FakeClock, isDone: () => boolean, maxTurns = 3000): Promise<void> {
  for (let turn = 0; turn < maxTurns; turn++) {
    await flush();
    if (isDone()) return;
    clock.advanceToNext();
  }
  throw new Error('the condition never came true');
}
