import { foldedLine } from './folded-line';
import type { PageText } from './page-text';

/** Made when first asked for, and kept as long as the page: several rules ask each of its document's pages. */
function perPage<T>(make: (page: PageText) => T): (page: PageText) => T {
  const known = new WeakMap<PageText, { readonly value: T }>();
  return (page) => {
    const found = known.get(page);
    if (found) return found.value;
    const value = make(page);
    known.set(page, { value });
    return value;
  };
}

/** A page's lines, folded, each on a line of its own: a rule that finds nothing here finds nothing in any line. */
export const foldedPage = perPage((page) => page.lines.map(foldedLine).join('\n'));

/** The same as printed. */
export const printedPage = perPage((page) => page.lines.map(({ text }) => text).join('\n'));
