export interface Verdict {
  readonly delivered: number;
  readonly lost: number;
  readonly duplicated: number;
}

/** Counts what is there once and right, what is missing or wrong, and what is there more often than it should be. */
export class Tally {
  #delivered = 0;
  #lost = 0;
  #duplicated = 0;

  /** `counts`: it is one of the pieces of work, not a consequence of one (an e-mail). */
  judge(found: number, { isRight = true, counts = false } = {}): void {
    if (found > 1) this.#duplicated += found - 1;
    else if (found === 0 || !isRight) this.#lost += 1;
    else if (counts) this.#delivered += 1;
  }

  /** Whatever nobody asked for counts as doubled. */
  expectAtMost(found: number, asked: number): void {
    this.#duplicated += Math.max(0, found - asked);
  }

  verdict(): Verdict {
    return { delivered: this.#delivered, lost: this.#lost, duplicated: this.#duplicated };
  }
}
