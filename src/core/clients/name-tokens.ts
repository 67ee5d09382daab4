/**
 * A name as comparable words: accents and case dropped, split on spaces, hyphens, apostrophes, commas and dots;
 * particles (de, la, van) stay as words. « Jean-François D'Amour, St-Pierre » → jean francois d amour st pierre.
 */
export function nameTokens(name: string): string[] {
  const lower = name.toLowerCase();
  const tokens: string[] = [];
  let start = -1;
  let plain = true;
  // Looking letters up in Unicode's tables is most of what comparing a long list costs; those of Latin-1 are known.
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0x20;
    const isPlain = (code > 0x60 && code < 0x7b) || (code > 0x2f && code < 0x3a);
    const folded = isPlain ? null : FOLDED[code];
    if (folded === undefined) return anyTokens(name);
    if (folded === '') {
      if (start >= 0) tokens.push(plain ? lower.slice(start, at) : foldedWord(lower, start, at));
      start = -1;
      continue;
    }
    if (start < 0) [start, plain] = [at, true];
    if (!isPlain) plain = false;
  }
  return tokens;
}

function foldedWord(lower: string, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at++) word += FOLDED[lower.charCodeAt(at)] ?? '';
  return word;
}

/**
 * The same for names of the same letters and digits, in whatever order and writing: ten times quicker than their words,
 * so those are made only of names that may be equal.
 */
export function nameSum(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at++) {
    const value = SUMS[name.charCodeAt(at)];
    if (value === undefined) return sumOf(anyTokens(name));
    sum += value;
  }
  return sum;
}

const sumOf = (tokens: readonly string[]): number => {
  let sum = 0;
  for (const token of tokens) for (let at = 0; at < token.length; at++) sum += token.charCodeAt(at);
  return sum;
};

function anyTokens(name: string): string[] {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // After the marks are off: « ǣ » is a ligature too.
      .replace(/œ/gu, 'oe')
      .replace(/æ/gu, 'ae')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((token) => token !== '')
  );
}

/** What each character of Latin-1 becomes in a word; `''` where it parts two words. Each is folded by itself there. */
const FOLDED: readonly string[] = Array.from({ length: 256 }, (_char, code) =>
  anyTokens(String.fromCharCode(code)).join(''),
);

const SUMS = FOLDED.map((folded) => sumOf([folded]));
