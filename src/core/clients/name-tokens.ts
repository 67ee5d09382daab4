/**
 * A name as comparable words: accents and case dropped, split on spaces, hyphens, apostrophes, commas and dots;
 * particles (de, la, van) stay as words. « Jean-François D'Amour, St-Pierre » → jean francois d amour st pierre.
 */
export function nameTokens(name: string): string[] {
  return name
    .replace(/[œŒ]/gu, 'oe')
    .replace(/[æÆ]/gu, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}
