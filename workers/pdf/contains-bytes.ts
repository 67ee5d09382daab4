/** True when the ASCII `needle` occurs in `bytes`. */
export const containsBytes = (bytes: Uint8Array, needle: string): boolean => whichOccur(bytes, [needle]).has(needle);

/**
 * Those of the ASCII `needles` that occur in `bytes`, in one pass for all: by leaps as long as the shortest of them,
 * wherever the byte at a leap's end is in none (Horspool).
 */
export function whichOccur<Needle extends string>(bytes: Uint8Array, needles: readonly Needle[]): Set<Needle> {
  const found = new Set<Needle>();
  const window = Math.min(...needles.map(({ length }) => length));
  const leap = new Uint8Array(256).fill(window);
  for (const needle of needles) {
    for (let at = 0; at < window; at += 1) {
      const code = needle.charCodeAt(at);
      leap[code] = Math.min(leap[code] ?? window, window - 1 - at);
    }
  }
  for (let end = window - 1; end < bytes.length;) {
    const far = leap[bytes[end] ?? 0] ?? 1;
    if (far > 0) {
      end += far;
      continue;
    }
    for (const needle of needles) if (standsAt(bytes, end - window + 1, needle)) found.add(needle);
    if (found.size === needles.length) return found;
    end += 1;
  }
  return found;
}

function standsAt(bytes: Uint8Array, at: number, needle: string): boolean {
  for (let index = 0; index < needle.length; index += 1) {
    if (bytes[at + index] !== needle.charCodeAt(index)) return false;
  }
  return true;
}
