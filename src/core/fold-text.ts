/** ASCII that folds to its lower case. */
const PLAIN = /^[ !-_a-~]*$/;
/** Letters whose marks, taken apart, are all between U+0300 and U+036F. */
const LATIN = /^[\u0000-\u036f\u2000-\u206f]*$/;
const LATIN_MARKS = /[\u0300-\u036f]+/g;

/** Latin-1, and the quotes, dashes and ligatures of windows-1252: nearly all French text. No mark stands apart in it. */
const WESTERN = /^[\u0000-\u00ff\u2010-\u2015\u2018\u2019\u0152\u0153\u2026\u20ac]*$/;
const WESTERN_MARKED = /[\u0060\u00b4\u00e0-\u00ff\u2010-\u2015\u2018\u2019\u0153]/g;
/** What each of those folds to, where it does: made by the long way. */
const UNMARKED: ReadonlyMap<string, string> = new Map(
  [...'`´àáâãäåæçèéêëìíîïñòóôõöùúûüýÿœ‐‑‒–—―‘’'].map((char) => [char, foldLong(char)]),
);
/**
 * The form in which texts are compared: no accents, lower case, ligatures apart, one kind of apostrophe, dash and space.
 * Works on NFC and NFD alike (macOS names files in NFD). Every line of every page passes here: most are plain.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return (text.includes('  ') ? text.replace(/ +/g, ' ') : text).trim().toLowerCase();
  if (WESTERN.test(text)) {
    const plain = text.toLowerCase().replace(WESTERN_MARKED, (char) => UNMARKED.get(char) ?? char);
    return (/\s\s|[^\S ]/.test(plain) ? plain.replace(/\s+/g, ' ') : plain).trim();
  }
  return foldLong(text);
}

function foldLong(text: string): string {
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
