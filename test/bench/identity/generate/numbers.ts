import { fictitiousSin, luhnCheckDigit } from '../../../fixtures/generate/fictitious-sin';
import type { Random } from '../../../fixtures/generate/random';

/** Hands out numbers that nobody else of the office has. */
export class NumberDesk {
  readonly #random: Random;
  readonly #taken = new Set<string>();
  #client: number;

  constructor(random: Random) {
    this.#random = random;
    this.#client = random.whole(3, 4000);
  }

  sin(): string {
    return this.#keep(fictitiousSin(this.#random, this.#taken));
  }

  /** A different SIN with the same last four digits. */
  sinLike(other: string): string {
    const tail = other.slice(5);
    for (;;) {
      const head = `${this.#random.pick(['0', '9'])}${String(this.#random.whole(1000, 9999))}`;
      const sin = head + tail;
      if (luhnCheckDigit(sin.slice(0, 8)) === sin.slice(8) && !this.#taken.has(sin)) return this.#keep(sin);
    }
  }

  businessNumber(): string {
    for (;;) {
      const eight = `7${String(this.#random.whole(0, 9_999_999)).padStart(7, '0')}`;
      const digits = eight + luhnCheckDigit(eight);
      if (!this.#taken.has(digits)) return this.#keep(digits);
    }
  }

  clientNumber(): string {
    this.#client += this.#random.whole(1, 4);
    return String(this.#client);
  }

  #keep(digits: string): string {
    this.#taken.add(digits);
    return digits;
  }
}
