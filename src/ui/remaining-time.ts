/** Where a long work stands; times in milliseconds of one monotonic clock. */
export interface WorkProgress {
  readonly startedAt: number;
  readonly now: number;
  readonly done: number;
  readonly total: number;
}

/** Seconds left at the pace so far; `null` while too little is known (under 1 s of work or 2 % done) or at the end. */
export function remainingSeconds(progress: WorkProgress): number | null {
  const elapsed = progress.now - progress.startedAt;
  const share = progress.total > 0 ? progress.done / progress.total : 0;
  if (elapsed < 1000 || share < 0.02 || share >= 1) return null;
  return (elapsed / share - elapsed) / 1000;
}
