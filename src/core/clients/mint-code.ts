/** Crockford's base 32: no I, L, O or U to misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A client code of our own, recognisable in GEM-BOOKS: « IS-7K3M9Q2X » (40 random bits, never derived from a person).
 * `randomIndex(n)` answers an integer in [0, n).
 */
export function mintCode(randomIndex: (below: number) => number): string {
  let code = 'IS-';
  for (let i = 0; i < 8; i++) code += ALPHABET.charAt(randomIndex(ALPHABET.length));
  return code;
}

export const isMintedCode = (code: string): boolean => /^IS-[0-9A-HJKMNP-TV-Z]{8}$/.test(code);
