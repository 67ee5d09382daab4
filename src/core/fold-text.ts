/**
 * The form in which texts are compared: no accents, lower case, ligatures apart, one kind of apostrophe, dash and space.
 * Works on NFC and NFD alike (macOS names files in NFD).
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
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
