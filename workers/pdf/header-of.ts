/** A reader accepts the header within this many first bytes (ISO 32000-1, annex H, note 13). */
export const HEADER_WINDOW = 1024;

/**
 * Where the header is: a few files have bytes of a mail or of a server before it, and count their offsets from it. The
 * writers are shown what follows.
 */
export function headerOf(bytes: Uint8Array): number {
  const at = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_WINDOW)).indexOf('%PDF-');
  return Math.max(0, at);
}
