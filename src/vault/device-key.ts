/**
 * This workstation's signing key (ECDSA P-256). The private half is non-extractable, which is also why no passphrase can
 * wrap it: it lies in IndexedDB as a CryptoKey, and whoever runs script in this origin can sign with it, locked or not.
 * It proves « this browser profile », never « this person » (docs/threat-model.md).
 */
export const createDeviceKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
