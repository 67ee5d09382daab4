/** Argon2id as ground-decisions §1: 64 MiB, t = 3, p = 1. `salt` is random, 16 bytes, one per slot. */
export interface Argon2idParameters {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** WebAuthn PRF output stretched by HKDF-SHA-256. */
export interface PrfParameters {
  readonly name: 'prf-hkdf';
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly credentialId: Uint8Array<ArrayBuffer>;
}

/** One way to open the vault. `wrapped` is the vault key, sealed by the key that `kdf` makes. */
export interface KeySlot {
  readonly id: string;
  readonly profile: string;
  readonly kind: 'passphrase' | 'prf';
  readonly kdf: Argon2idParameters | PrfParameters;
  readonly wrapped: Uint8Array<ArrayBuffer>;
  /** The profile's ECDSA P-256 approval key: public as SPKI, private as PKCS #8 sealed by the same key. */
  readonly approvalPublicKey: Uint8Array<ArrayBuffer>;
  readonly approvalPrivateKey: Uint8Array<ArrayBuffer>;
}
