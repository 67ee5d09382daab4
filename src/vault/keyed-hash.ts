import { toHex } from './hex';

/**
 * HMAC-SHA-256 of `text` in UTF-8 under `key` (usage `sign`), lower-case hex. `text` starts with what it is, so that
 * equal digits of two kinds never hash alike: `sin:046454286`, `bn:123456789`, `delivery:…`.
 */
export async function keyedHash(key: CryptoKey, text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))));
}
