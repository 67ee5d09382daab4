import { MediaQuery } from 'svelte/reactivity';

/** One place for the two layouts: below 60rem a single column with drawers, above it two panes. */
export class Viewport {
  #wide = new MediaQuery('(min-width: 60rem)', true);

  get wide(): boolean {
    return this.#wide.current;
  }
}
