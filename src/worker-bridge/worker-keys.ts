/** Keys a worker needs while the vault is open: all non-extractable, gone when the worker is terminated on locking. */
export interface WorkerKeys {
  /** AES-256-GCM: opens and seals client chunks. */
  readonly sealKey: CryptoKey;
  /** HMAC-SHA-256: keyed hash of SIN or BN (shared by the office). */
  readonly identifierKey: CryptoKey;
  /** HMAC-SHA-256: delivery keys (shared by the office). */
  readonly deliveryKey: CryptoKey;
}
