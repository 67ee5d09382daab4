import type { Argon2idParameters } from '../core/vault/key-slot';

/** `workers/vault.worker.ts`: the one slow thing of the vault, off the page. */
export interface VaultWorkerApi {
  /** 32 bytes from a passphrase (NFC). About 0.9 s. */
  deriveKey(passphrase: string, parameters: Argon2idParameters): Promise<Uint8Array<ArrayBuffer>>;
}
