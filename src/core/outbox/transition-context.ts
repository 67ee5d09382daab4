/** What a step of an entry depends on beside the entry. */
export interface TransitionContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** In [0, 1): the jitter of this one step. */
  readonly random: number;
}
