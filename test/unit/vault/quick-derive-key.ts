import type { Argon2idParameters } from '../../../src/core/vault/key-slot';

/** Stands in for Argon2id where its slowness is not the matter: passphrase and every parameter still count. */
export async function quickDeriveKey(
  passphrase: string,
  parameters: Argon2idParameters,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = JSON.stringify({ passphrase, ...parameters, salt: [...parameters.salt] });
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
