/** ASCII letters alone: nothing to take off. */
const PLAIN = /^[A-Za-z]*$/;

/** The letters of a word in lower case, without accents: « Conjoint(e) » → conjointe. */
export function lettersOf(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
