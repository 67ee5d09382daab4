/** An HMAC key with fixed bytes, as the office's delivery key: the same documents give the same delivery keys. */
export const officeKey = (): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
