import { foldText } from '../fold-text';
import type { ClientName } from '../clients/client';

const lettersOf = (text: string | null): string => foldText(text ?? '').replace(/[^a-z]/gu, '');

/** Saint, St, Sainte and Ste are written one for another. */
const isSaint = (letters: string): boolean => /^s(?:ain|t)/u.test(letters);

/**
 * Whether a name may begin with these letters, as DT ScanDoc takes them of the last name: without accents, spaces or
 * hyphens, a short one followed by the first name or filled up with X. Three letters are looked at: lists spell.
 */
export function mayBeginWith({ full, first, last }: ClientName, written: string): boolean {
  const wanted = lettersOf(written);
  const whole = [lettersOf(last) + lettersOf(first), lettersOf(full)];
  return whole.some(
    (letters) =>
      letters.startsWith(wanted.slice(0, 3)) ||
      (isSaint(letters) && isSaint(wanted)) ||
      (letters.length > 0 && /x$/u.test(wanted) && lettersOf(last) === wanted.replace(/x+$/u, '')),
  );
}
