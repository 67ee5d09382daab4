import type { NewId } from '../../src/core/ids';

const ID_BYTES = 16;
const HEX = Array.from({ length: 256 }, (_byte, value) => value.toString(16).padStart(2, '0'));

/**
 * Makes a `NewId` (128 random bits as 32 lower-case hex digits) that draws its randomness 256 ids at a time: a plan of
 * 100,000 rows needs several ids a row, and one call each to the system's source took as long as the plan.
 */
export function idSource(): NewId {
  const pool = new Uint8Array(ID_BYTES * 256);
  let used = pool.length;
  return <T extends string>(): T => {
    if (used === pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    let id = '';
    for (const end = used + ID_BYTES; used < end; used++) id += HEX[pool[used] ?? 0] ?? '';
    return id as T;
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
