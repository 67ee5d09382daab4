import { deriveAesKey } from './hkdf';

/** What an open vault can do; all AES-256-GCM, none extractable. */
export interface VaultKeys {
  /** encrypt, decrypt: clients, settings. */
  readonly sealKey: CryptoKey;
  /** wrapKey, unwrapKey: batch keys. It can neither seal nor open data. */
  readonly wrapKey: CryptoKey;
  /** encrypt, decrypt: the journal, which a running batch goes on writing while the vault is locked. */
  readonly journalKey: CryptoKey;
}

/** `vaultKey` is the HKDF source that a key slot gives. */
export async function vaultKeysOf(vaultKey: CryptoKey): Promise<VaultKeys> {
  const [sealKey, wrapKey, journalKey] = await Promise.all([
    deriveAesKey(vaultKey, 'vault/seal/v1', ['encrypt', 'decrypt']),
    deriveAesKey(vaultKey, 'vault/wrap/v1', ['wrapKey', 'unwrapKey']),
    deriveAesKey(vaultKey, 'vault/journal/v1', ['encrypt', 'decrypt']),
  ]);
  return { sealKey, wrapKey, journalKey };
}
