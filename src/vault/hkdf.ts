/** What a key is for; each purpose gives an unrelated key from the same secret. Never change one: data hang on it. */
export type KeyPurpose =
  | 'vault/seal/v1'
  | 'vault/wrap/v1'
  | 'vault/journal/v1'
  | 'slot/passphrase/v1'
  | 'slot/prf/v1'
  | 'office/slot/v1'
  | 'office/identifier/v1'
  | 'office/delivery/v1'
  | 'office/index/v1';

const NO_SALT = new Uint8Array(0);

/** HKDF-SHA-256. The salt is empty where the secret is uniformly random already (RFC 5869 §3.1). */
const hkdf = (purpose: KeyPurpose, salt: Uint8Array<ArrayBuffer>) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: new TextEncoder().encode(`impot-sync/${purpose}`),
});

/** A secret of at least 32 random or stretched bytes, as a non-extractable source of keys. */
export const importSecret = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);

export const deriveAesKey = (
  secret: CryptoKey,
  purpose: KeyPurpose,
  usages: readonly KeyUsage[],
  salt: Uint8Array<ArrayBuffer> = NO_SALT,
): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(purpose, salt), secret, { name: 'AES-GCM', length: 256 }, false, [...usages]);

export const deriveHmacKey = (secret: CryptoKey, purpose: KeyPurpose): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(purpose, NO_SALT), secret, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
    'sign',
  ]);
