import type { Language } from '../language';
import { cellText } from './cell-text';
import { normaliseHeader } from './normalise-header';
import type { Cell } from './table';

/** The column that is added to rows sent back for correction: where each stood, and what is wrong with it. */
export const REASON_HEADERS = {
  fr: 'Motif (Impôt Sync)',
  en: 'Reason (Impôt Sync)',
} as const satisfies Record<Language, string>;

const KEYS: ReadonlySet<string> = new Set(Object.values(REASON_HEADERS).map(normaliseHeader));

export const isReasonHeader = (header: Cell | undefined): boolean => KEYS.has(normaliseHeader(cellText(header)));

/** « Ligne 14 : … »: the row of the first list comes first, so that the corrected one finds its place again. */
export const reasonCell = (language: Language, row: number, reason: string): string =>
  language === 'fr' ? `Ligne ${row}\u00a0: ${reason}` : `Row ${row}: ${reason}`;

/** The row that a reason names; `null` when a person wrote something else there. */
export function rowOfReason(cell: Cell | undefined): number | null {
  const found = /^(?:ligne|row)\s*(\d+)\s*:/iu.exec(cellText(cell));
  return found ? Number(found[1]) : null;
}
