import type { NewId } from '../../src/core/ids';

const ID_BYTES = 16;
const IDS_AT_ONCE = 256;
const DIGITS = '0123456789abcdef';

/**
 * Makes a `NewId` (128 random bits as 32 lower-case hex digits) that draws its randomness and writes its digits 256 ids
 * at a time: a plan of 100,000 rows needs several ids a row, and one call each to the system's source took as long as
 * the plan.
 */
export function idSource(): NewId {
  const random = new Uint8Array(ID_BYTES * IDS_AT_ONCE);
  const digits = new Uint8Array(2 * random.length);
  const ascii = new TextDecoder();
  let text = '';
  let used = 0;
  return <T extends string>(): T => {
    if (used === text.length) {
      crypto.getRandomValues(random);
      random.forEach((byte, at) => {
        digits[2 * at] = DIGITS.charCodeAt(byte >> 4);
        digits[2 * at + 1] = DIGITS.charCodeAt(byte & 15);
      });
      text = ascii.decode(digits);
      used = 0;
    }
    used += 2 * ID_BYTES;
    return text.slice(used - 2 * ID_BYTES, used) as T;
  };
}

/** An integer in [0, below), each equally likely. `below` at most 2³². */
export function randomIndex(below: number): number {
  const limit = Math.floor(2 ** 32 / below) * below;
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (value < limit) return value % below;
  }
}
