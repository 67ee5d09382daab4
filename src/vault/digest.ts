import { toHex } from './hex';

/** SHA-256 in lower-case hex, of bytes or of text in UTF-8: the digest that core takes as a parameter. */
export async function sha256(content: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
