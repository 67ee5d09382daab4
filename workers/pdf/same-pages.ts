import type { PlainPage } from './read-plain-pages';

/** As many pages, each of the same size, turn and text. */
export const samePages = (before: readonly PlainPage[], after: readonly PlainPage[]): boolean =>
  before.length === after.length &&
  before.every((page, index) => {
    const other = after[index];
    return (
      other !== undefined &&
      page.width === other.width &&
      page.height === other.height &&
      page.rotation === other.rotation &&
      page.text === other.text
    );
  });
