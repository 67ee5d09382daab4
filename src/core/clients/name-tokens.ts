/**
 * A name as comparable words: accents and case dropped, split on spaces, hyphens, apostrophes, commas and dots;
 * particles (de, la, van) stay as words. « Jean-François D'Amour, St-Pierre » → jean francois d amour st pierre.
 */
export function nameTokens(name: string): string[] {
  const bare = isAscii(name)
    ? name.toLowerCase()
    : name.replace(/[œŒ]/gu, 'oe').replace(/[æÆ]/gu, 'ae').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // Looking letters up in Unicode's tables is most of what comparing a long list costs.
  const tokens = isAscii(bare) ? bare.split(/[^a-z\d]+/) : bare.split(/[^\p{L}\p{N}]+/u);
  return tokens.filter((token) => token !== '');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
