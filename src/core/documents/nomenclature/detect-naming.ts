import type { NamingCode } from '../document-row';
import type { ParsedFileName } from '../file-name';
import { NOMENCLATURES } from './nomenclatures';

/** The narrower pattern first; N3 last, since almost any number could be a client's. */
const ORDER: readonly NamingCode[] = ['N1', 'N5', 'N8', 'N4', 'N6', 'N2', 'N7', 'N3'];

/** The first nomenclature that the stem follows wholly, or `null`. Per file: one archive may mix several. */
export function detectNaming(stem: string): ParsedFileName | null {
  for (const naming of ORDER) {
    const found = NOMENCLATURES[naming]?.(stem);
    if (found) return found;
  }
  return null;
}
