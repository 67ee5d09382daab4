/**
 * « A1A 1A1 » from a Canadian postal code in any writing; letters Canada Post does not use are refused (no D, F, I, O,
 * Q, U anywhere, no W or Z first). `null` when it is none.
 */
export function parsePostalCode(cell: string): string | null {
  const text = cell.replace(/[\s\-–]/gu, '').toUpperCase();
  const match = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/.exec(text);
  return match ? `${match[1]} ${match[2]}` : null;
}

/**
 * A code whose digits were typed as the letters that look like them (« GIM 6P9 », « H2X lY4 »): a letter is never
 * right in those places, so there is one reading. `null` when that does not make it a code.
 */
export function restorePostalCode(cell: string): string | null {
  const text = cell.replace(/[\s\-–]/gu, '').toUpperCase();
  if (text.length !== 6) return null;
  const digits: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
  return parsePostalCode([...text].map((letter, at) => (at % 2 === 1 ? (digits[letter] ?? letter) : letter)).join(''));
}
