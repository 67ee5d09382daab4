/**
 * A name as comparable words: accents and case dropped, split on spaces, hyphens, apostrophes, commas and dots;
 * particles (de, la, van) stay as words. « Jean-François D'Amour, St-Pierre » → jean francois d amour st pierre.
 */
export function nameTokens(name: string): string[] {
  const tokens: string[] = [];
  let word = '';
  // Looking letters up in Unicode's tables is most of what comparing a long list costs; those of Latin-1 are known.
  for (let at = 0; at < name.length; at++) {
    const folded = FOLDED[name.charCodeAt(at)];
    if (folded === undefined) return anyTokens(name);
    if (folded !== '') word += folded;
    else if (word !== '') {
      tokens.push(word);
      word = '';
    }
  }
  if (word !== '') tokens.push(word);
  return tokens;
}

function anyTokens(name: string): string[] {
  return name
    .replace(/[œŒ]/gu, 'oe')
    .replace(/[æÆ]/gu, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}

/** What each character of Latin-1 becomes in a word; `''` where it parts two words. Each is folded by itself there. */
const FOLDED: readonly string[] = Array.from({ length: 256 }, (_char, code) =>
  anyTokens(String.fromCharCode(code)).join(''),
);
