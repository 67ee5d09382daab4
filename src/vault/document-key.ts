import type { DocumentId } from '../core/ids';
import type { Result } from '../core/result';
import { open, seal } from './seal';
import { unwrapKey, wrapKey } from './wrap-key';

const AES_256_GCM = { name: 'AES-GCM', length: 256 } as const;
const bytesContext = (document: DocumentId): string => `document:${document}`;
const keyContext = (document: DocumentId): string => `document-key:${document}`;

export interface SealedBytes {
  /** To be written in a pack, or kept as fallback bytes. */
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** The document's own key, wrapped by its batch's: erasing it erases the document. */
  readonly wrappedKey: Uint8Array<ArrayBuffer>;
}

/** Seals one prepared PDF under a new key of its own. `batchKey` is AES-256-GCM with `wrapKey`. */
export async function sealDocument(
  bytes: Uint8Array<ArrayBuffer>,
  documentId: DocumentId,
  batchKey: CryptoKey,
): Promise<SealedBytes> {
  // Extractable because it is wrapped in the next breath; nobody else ever sees it.
  const key = await crypto.subtle.generateKey(AES_256_GCM, true, ['encrypt', 'decrypt']);
  const sealed = await seal(key, bytesContext(documentId), bytes);
  return { sealed, wrappedKey: await wrapKey(batchKey, keyContext(documentId), 'raw', key) };
}

/** `batchKey` needs `unwrapKey`. `vault/damaged-record` when key, bytes or document do not belong together. */
export async function openDocument(
  sealed: Uint8Array<ArrayBuffer>,
  wrappedKey: Uint8Array<ArrayBuffer>,
  documentId: DocumentId,
  batchKey: CryptoKey,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const key = await unwrapKey(batchKey, keyContext(documentId), wrappedKey, {
    format: 'raw',
    algorithm: AES_256_GCM,
    usages: ['decrypt'],
  });
  return key.ok ? open(key.value, bytesContext(documentId), sealed) : key;
}
