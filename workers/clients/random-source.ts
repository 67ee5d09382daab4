/** 128 random bits as 32 lower-case hex digits (the `NewId` of `core/ids`). */
export const newId = <T extends string>(): T =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('') as T;

/** An integer in [0, below), each equally likely. `below` at most 2³². */
export function randomIndex(below: number): number {
  const limit = Math.floor(2 ** 32 / below) * below;
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (value < limit) return value % below;
  }
}
