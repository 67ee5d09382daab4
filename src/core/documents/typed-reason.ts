import { foldTokens } from '../fold-text';

/** Fewer letters than this say nothing to whoever reads the journal. */
const LETTERS = 5;

/** Whether a reason says something: « ok » and « ... » do not. */
export const isReason = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= LETTERS;

/**
 * A typed reason as the journal keeps it (no person, no identifier): runs of digits and the words of `names` are taken
 * out.
 */
export function journalReason(reason: string, names: readonly string[]): string {
  const banned = new Set(names.flatMap(foldTokens).filter((word) => word.length > 2));
  return reason
    .replace(/\d(?:[ .-]?\d){5,}/g, '•••')
    .replace(/[\p{L}\p{M}]+/gu, (word) => (foldTokens(word).some((token) => banned.has(token)) ? '•••' : word))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
