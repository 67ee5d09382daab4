import type { BatchId } from '../core/ids';
import type { Result } from '../core/result';
import { unwrapKey, wrapKey } from './wrap-key';

const AES_256_GCM = { name: 'AES-GCM', length: 256 } as const;

/** Seals the batch's entries and wraps its documents' keys. */
const USAGES = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'] as const;
const context = (batch: BatchId): string => `batch-key:${batch}`;

export interface NewBatchKey {
  readonly key: CryptoKey;
  /** For the batch's record. */
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** A random key for one batch, non-extractable, and its bytes wrapped by the vault's `wrapKey`. */
export async function createBatchKey(vaultWrapKey: CryptoKey, batch: BatchId): Promise<Result<NewBatchKey>> {
  const extractable = await crypto.subtle.generateKey(AES_256_GCM, true, [...USAGES]);
  const wrapped = await wrapKey(vaultWrapKey, context(batch), 'raw', extractable);
  // Opened again at once: the key in use is then the one that a restart will find, and cannot be exported.
  const key = await openBatchKey(vaultWrapKey, batch, wrapped);
  return key.ok ? { ok: true, value: { key: key.value, wrapped } } : key;
}

/** `vault/damaged-record` when it is another batch's, was changed, or was erased. */
export const openBatchKey = (
  vaultWrapKey: CryptoKey,
  batch: BatchId,
  wrapped: Uint8Array<ArrayBuffer>,
): Promise<Result<CryptoKey>> =>
  unwrapKey(vaultWrapKey, context(batch), wrapped, { format: 'raw', algorithm: AES_256_GCM, usages: USAGES });
