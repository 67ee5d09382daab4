/** What newer engines can do with a buffer (ES2024): hand its memory on at another size. */
interface Resizing {
  readonly transfer?: (size: number) => unknown;
}

/**
 * Gives the memory of bytes that our own code made back now, and not when the collector comes: documents pass by the
 * thousand, and it does not see how large they are. Whoever still holds them holds nothing. Does nothing where the
 * engine cannot, or where they are a part of something larger.
 */
export function releaseBytes({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  if (byteLength > 0 && byteLength === buffer.byteLength) (buffer as Resizing).transfer?.(0);
}

/** Below it the collector is cheaper: bytes. */
const WORTH_IT = 64 * 1024;

/**
 * The same of a buffer that the browser made (WebCrypto's answer, a Blob's bytes): it holds the memory too, and lets go
 * only of what is handed over. This goes to a port that closes before it looks. Small ones are
 * left to the collector.
 */
export function releaseAnswer(buffer: ArrayBuffer): void {
  if (buffer.byteLength < WORTH_IT) return;
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(null, [buffer]);
  port2.close();
  port1.close();
}
