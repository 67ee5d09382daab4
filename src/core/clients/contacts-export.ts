import { normaliseHeader } from './normalise-header';
import type { Cell } from './table';

/** Headers that only Taxprep iFirm's contacts export has together; English whatever the language of its screens (domain facts §2). */
const HEADERS = ['code', 'entity', 'mailingname', 'firstnames', 'lastnames'];

/** True for the header of the contacts CSV of Taxprep iFirm, which holds people, corporations and trusts together. */
export function isContactsHeader(cells: readonly Cell[]): boolean {
  const keys = new Set(cells.map((cell) => normaliseHeader(String(cell))));
  return keys.has('entity') && HEADERS.filter((header) => keys.has(header)).length >= 4;
}
