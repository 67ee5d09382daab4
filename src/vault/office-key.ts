import { deriveAesKey, deriveHmacKey, importSecret } from './hkdf';
import { randomBytes } from './random-bytes';

/** What the workstations of one office share; none extractable. */
export interface OfficeKeys {
  /** HMAC-SHA-256: keyed hashes of SIN and BN. */
  readonly identifierKey: CryptoKey;
  /** HMAC-SHA-256: delivery keys. */
  readonly deliveryKey: CryptoKey;
  /** AES-256-GCM, encrypt and decrypt: the office index that lies on the server. */
  readonly indexKey: CryptoKey;
}

/** 32 random bytes. Kept sealed in this vault's settings, and on the server under the office's passphrase. */
export const newOfficeKey = (): Uint8Array<ArrayBuffer> => randomBytes(32);

export async function officeKeysOf(officeKey: Uint8Array<ArrayBuffer>): Promise<OfficeKeys> {
  const secret = await importSecret(officeKey);
  const [identifierKey, deliveryKey, indexKey] = await Promise.all([
    deriveHmacKey(secret, 'office/identifier/v1'),
    deriveHmacKey(secret, 'office/delivery/v1'),
    deriveAesKey(secret, 'office/index/v1', ['encrypt', 'decrypt']),
  ]);
  return { identifierKey, deliveryKey, indexKey };
}
