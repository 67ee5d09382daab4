import { argon2id } from 'hash-wasm';
import type { Argon2idParameters } from '../../src/core/vault/key-slot';

/** 32 bytes by Argon2id (RFC 9106) from a passphrase, which is put in NFC first. */
export async function deriveKey(passphrase: string, parameters: Argon2idParameters): Promise<Uint8Array<ArrayBuffer>> {
  const key = await argon2id({
    password: new TextEncoder().encode(passphrase.normalize('NFC')),
    salt: parameters.salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.iterations,
    parallelism: parameters.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(key);
}
