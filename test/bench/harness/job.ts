/** One thing measured, ours beside a peer in the same run, medians of `runs`. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'rows';
  readonly ours: number;
  /** The same work done by what the goal compares with. */
  readonly peer?: { readonly name: string; readonly value: number };
  /** As `docs/performance.md` names it; `met` compares this run's medians. */
  readonly goal?: { readonly name: string; readonly met: boolean };
}

export interface JobOptions {
  readonly rows: number;
  readonly runs: number;
  /** Says what is being done; not part of the result. */
  readonly say: (line: string) => void;
}

/** A job of `npm run bench`: one file under `jobs/`, listed in `all-jobs.ts`. */
export interface BenchJob {
  readonly name: string;
  readonly about: string;
  readonly rows: number;
  run(options: JobOptions): Promise<readonly Figure[]>;
}
