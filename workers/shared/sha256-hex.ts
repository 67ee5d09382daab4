import { createSHA256 } from 'hash-wasm';

/** Read by slabs, so that a 300 MB archive is never whole in memory: bytes. */
const SLAB = 4 * 1024 * 1024;

/** SHA-256 of bytes in memory, lower-case hex. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of a file, streamed (WebCrypto cannot). */
export async function sha256OfBlob(blob: Blob): Promise<string> {
  const hash = await createSHA256();
  for (let at = 0; at < blob.size; at += SLAB) {
    hash.update(new Uint8Array(await blob.slice(at, at + SLAB).arrayBuffer()));
  }
  return hash.digest('hex');
}
