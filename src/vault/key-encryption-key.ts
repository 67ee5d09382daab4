import type { Argon2idParameters, PrfParameters } from '../core/vault/key-slot';
import type { DeriveKey } from './derive-key';
import { deriveAesKey, importSecret } from './hkdf';

/** A slot's KEK: seals the vault key, opens it straight into a CryptoKey, and wraps the approval key. */
const KEK_USAGES = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'] as const;

/** `passphrase` is checked and in NFC (`checkPassphrase`). */
export async function passphraseKek(
  passphrase: string,
  parameters: Argon2idParameters,
  deriveKey: DeriveKey,
): Promise<CryptoKey> {
  return stretchedKek(await deriveKey(passphrase, parameters), 'slot/passphrase/v1');
}

/** `prfOutput` is the authenticator's 32 bytes for `parameters.salt`. */
export const prfKek = (prfOutput: Uint8Array<ArrayBuffer>, parameters: PrfParameters): Promise<CryptoKey> =>
  stretchedKek(prfOutput.slice(), 'slot/prf/v1', parameters.salt);

/** The office key's KEK: another purpose, so that one passphrase used for both gives unrelated keys even under one salt. */
export async function officeKek(
  passphrase: string,
  parameters: Argon2idParameters,
  deriveKey: DeriveKey,
): Promise<CryptoKey> {
  return stretchedKek(await deriveKey(passphrase, parameters), 'office/slot/v1');
}

async function stretchedKek(
  secret: Uint8Array<ArrayBuffer>,
  purpose: 'slot/passphrase/v1' | 'slot/prf/v1' | 'office/slot/v1',
  salt?: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  try {
    return await deriveAesKey(await importSecret(secret), purpose, KEK_USAGES, salt);
  } finally {
    secret.fill(0);
  }
}
