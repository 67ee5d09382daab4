import { sha256 } from './digest';

/**
 * This workstation's signing key (ECDSA P-256). The private half is non-extractable, which is also why no passphrase can
 * wrap it: it lies in IndexedDB as a CryptoKey, and whoever runs script in this origin can sign with it, locked or not.
 * It proves « this browser profile », never « this person » (docs/threat-model.md).
 */
export const createDeviceKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/** SHA-256 of the public key (SPKI), its first 16 bytes in groups of four digits: what two people can read aloud. */
export async function deviceFingerprint(publicKey: CryptoKey): Promise<string> {
  const digest = await sha256(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
  return (digest.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}
