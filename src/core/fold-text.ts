/** ASCII that folds to its lower case. */
const PLAIN = /^[ !-_a-~]*$/;
/** Letters whose marks, taken apart, are all between U+0300 and U+036F. */
const LATIN = /^[\u0000-\u036f\u2000-\u206f]*$/;
const LATIN_MARKS = /[\u0300-\u036f]+/g;

/**
 * The form in which texts are compared: no accents, lower case, ligatures apart, one kind of apostrophe, dash and space.
 * Works on NFC and NFD alike (macOS names files in NFD). Every line of every page passes here: most are plain.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return (text.includes('  ') ? text.replace(/ +/g, ' ') : text).trim().toLowerCase();
  const apart = text.normalize('NFD');
  return (LATIN.test(text) ? apart.replace(LATIN_MARKS, '') : apart.replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folded words of letters and digits only: the unit in which names and anchors are compared. */
export function foldTokens(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}
