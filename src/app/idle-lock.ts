/** Half an hour without a key or a pointer locks the vault (product.md §8). */
const IDLE_LIMIT = 30 * 60_000;
const CHECK_EVERY = 15_000;

export interface IdleWatch {
  /** Someone is at work, here or in another tab. */
  touch(): void;
}

/** @param onLocalActivity at most once per `CHECK_EVERY`, to tell the other tabs. */
export function watchIdle(lock: () => void, onLocalActivity: () => void, now: () => number = Date.now): IdleWatch {
  let last = now();
  let told = 0;
  const touch = () => {
    last = now();
  };
  const active = () => {
    touch();
    if (last - told >= CHECK_EVERY) {
      told = last;
      onLocalActivity();
    }
  };
  for (const event of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(event, active, { passive: true, capture: true });
  // A timer that slept with the computer wakes late: the clock, not the count of ticks, decides.
  setInterval(() => {
    if (now() - last >= IDLE_LIMIT) lock();
  }, CHECK_EVERY);
  return { touch };
}
