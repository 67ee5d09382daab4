/** The `NewId` of `core/ids`: 128 random bits as 32 lower-case hex digits. */
export const randomId = <T extends string>(): T =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('') as T;
