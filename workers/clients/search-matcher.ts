import { foldText } from '../../src/core/fold-text';

/** Every word of the query must be found; nine digits find a SIN or a BN whatever their spaces. */
export function makeMatcher(search: string): (entry: SearchEntry) => boolean {
  const words = foldText(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const digits = search.replace(/[\s.\-()+]/gu, '');
  const number = /^\d{7,}$/.test(digits) ? digits : null;
  return ({ text, numbers }) =>
    words.every((word) => text.includes(word)) ||
    (number !== null &&
      numbers.some((candidate) => candidate === number || (number.length < 9 ? false : candidate.endsWith(number))));
}

export interface SearchEntry {
  /** Folded. */
  readonly text: string;
  /** Digits only: SIN, BN, NEQ, telephone with its country code. */
  readonly numbers: readonly string[];
}
