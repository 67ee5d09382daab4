import { randomBytes } from './random-bytes';

/** Format of everything sealed or wrapped: version byte | 12-byte random iv | ciphertext and 16-byte tag. */
export const SEAL_VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES;

export interface Frame {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

export const newIv = (): Uint8Array<ArrayBuffer> => randomBytes(IV_BYTES);

/** `context` is authenticated, not stored: a value moved to another record does not open. */
export const gcm = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(context),
  tagLength: TAG_BYTES * 8,
});

export function frame(iv: Uint8Array<ArrayBuffer>, ciphertext: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const framed = new Uint8Array(HEAD_BYTES + ciphertext.byteLength);
  framed[0] = SEAL_VERSION;
  framed.set(iv, 1);
  framed.set(new Uint8Array(ciphertext), HEAD_BYTES);
  return framed;
}

/** `null` when it is too short or of a version this build does not know. */
export function unframe(framed: Uint8Array<ArrayBuffer>): Frame | null {
  if (framed.byteLength < HEAD_BYTES + TAG_BYTES || framed[0] !== SEAL_VERSION) return null;
  return { iv: framed.subarray(1, HEAD_BYTES), ciphertext: framed.subarray(HEAD_BYTES) };
}

/**
 * WebCrypto answers a wrong key, a wrong context and a changed byte with one and the same `OperationError`. Anything
 * else (a key without the usage, say) is a bug of ours and must not pass for damaged data.
 */
export const isAuthenticationFailure = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'OperationError';
