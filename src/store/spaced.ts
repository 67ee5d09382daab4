/**
 * Runs `run` at most once at a time, and rests `restMs` after each run. However often it is asked meanwhile, one run
 * answers all of them: each call's promise is that of a run begun after the call.
 */
export function spaced<T>(run: () => Promise<T>, restMs: number): () => Promise<T> {
  let rested: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    if (next !== null) return next;
    const begun = rested.then(() => {
      next = null;
      return run();
    });
    next = begun;
    rested = begun.catch(() => null).then(() => new Promise((resolve) => setTimeout(resolve, restMs)));
    return begun;
  };
}
