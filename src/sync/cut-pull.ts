import type { WireClient } from '../contract/client.schema';

/** Pages older than this are read again: without the extension nothing else tells an edit. */
const HOLDS_MS = 10 * 60_000;

export type Versions = ReadonlyMap<number, string> | null;

export interface Pages {
  readonly pages: readonly (readonly WireClient[])[];
  /** As each of them said; `null` before the first. */
  readonly total: number | null;
}

/** The pages of a pull that was cut, for the next one to go on from: hundreds of pages over a bad network never end else. */
export class CutPull {
  #held: (Pages & { readonly at: number; readonly versions: Versions }) | null = null;

  keep(pages: Pages, versions: Versions, at: number): void {
    this.#held = pages.pages.length === 0 ? null : { ...pages, versions, at: this.#held?.at ?? at };
  }

  /** What is still good of it. Any change by any route gives a client another version. */
  take(versions: Versions, now: number): Pages {
    const held = this.#held;
    if (held === null || now - held.at > HOLDS_MS || !areSame(held.versions, versions)) {
      this.#held = null;
      return NO_PAGES;
    }
    return held;
  }

  forget(): void {
    this.#held = null;
  }
}

export const NO_PAGES: Pages = { pages: [], total: null };

export const areSame = (before: Versions, now: Versions): boolean =>
  before === null || now === null
    ? before === now
    : before.size === now.size && [...now].every(([id, version]) => before.get(id) === version);
