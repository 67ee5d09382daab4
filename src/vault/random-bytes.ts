/**
 * Randomness of keys, salts and ivs. The one place where randomness is no parameter: a seam here, made for tests,
 * would be a way to repeat an iv under the same key, which breaks AES-GCM altogether.
 */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
