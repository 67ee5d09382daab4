import { foldedLine } from './folded-line';
import type { PageText } from './page-text';

const INTERNAL_TITLES = ['notes summary', 'sommaire des notes', 'notes internes', 'internal notes'];
/** A title stands among the first lines; deeper down the words are a citation. */
const TITLE_LINES = 6;

/** Pages the tax software prints for the office alone (Taxprep's « Notes Summary »): they must never reach a client. */
export function isInternalPage(page: PageText): boolean {
  return page.lines.slice(0, TITLE_LINES).some((line) => {
    const text = foldedLine(line);
    return INTERNAL_TITLES.some(
      (title) => text === title || (text.startsWith(title) && text.length < title.length + 25),
    );
  });
}
