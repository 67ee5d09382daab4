import type { Verdict } from './tally';

export interface SeedResult extends Verdict {
  readonly seed: number;
  readonly outboxLeft: number;
  readonly kills: number;
  /** Faults that the sandbox played, and times that the network was off. */
  readonly faults: number;
}
