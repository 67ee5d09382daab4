const BASE_MS = 1_000;
const CAP_MS = 5 * 60_000;
/** A server that asks for more than a day is not believed. */
const RETRY_AFTER_CAP_MS = 24 * 60 * 60_000;

/**
 * Milliseconds until the next attempt: exponential with full jitter, so that a week of bad network does not end in a
 * thundering herd, and never less than the server's Retry-After. `attempts` counts those already made, from 1;
 * `random` is in [0, 1).
 */
export function backoffMs(attempts: number, random: number, retryAfterMs: number | null): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.max(0, attempts - 1));
  const jittered = Math.round(random * ceiling);
  return retryAfterMs === null ? jittered : Math.max(jittered, Math.min(retryAfterMs, RETRY_AFTER_CAP_MS));
}
