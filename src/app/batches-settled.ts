import type { OutboxCounts } from '../core/outbox/batch-draft';

export interface SettlingParts {
  readonly refresh: () => Promise<void>;
  readonly counts: () => OutboxCounts;
  readonly onSettled: () => void;
}

/** To be called at each change of the outbox: says once that what was pending has all been answered. */
export function whenBatchesSettle({ refresh, counts, onSettled }: SettlingParts): () => Promise<void> {
  let wasPending = false;
  return async () => {
    await refresh();
    const pending = counts().pending > 0;
    if (wasPending && !pending) onSettled();
    wasPending = pending;
  };
}
