import { toHex } from './hex';

/**
 * HMAC-SHA-256 of `text` in UTF-8 under `key` (usage `sign`), lower-case hex. `text` starts with what it is, so that
 * equal digits of two kinds never hash alike: `sin:046454286`, `bn:123456789`, `delivery:…`.
 */
export async function keyedHash(key: CryptoKey, text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))));
}

/** Enough under way for the system's threads never to wait, few enough to cost little memory. */
const AT_ONCE = 1_000;

/** `keyedHash` of each text, in their order. */
export async function keyedHashes(key: CryptoKey, texts: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const hashes: string[] = [];
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    const some = texts.slice(at, at + AT_ONCE);
    const signed = await Promise.all(some.map((text) => crypto.subtle.sign('HMAC', key, encoder.encode(text))));
    for (const hash of signed) hashes.push(toHex(new Uint8Array(hash)));
  }
  return hashes;
}
