import type { Argon2idParameters } from '../core/vault/key-slot';

/** Argon2id, wherever it runs: the vault worker in the app. 32 bytes. */
export type DeriveKey = (passphrase: string, parameters: Argon2idParameters) => Promise<Uint8Array<ArrayBuffer>>;
