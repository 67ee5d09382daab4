import { setTimeout as sleep } from 'node:timers/promises';

/** Ten small pieces a second. */
const PIECES_PER_SECOND = 10;

/** The same answer, byte by byte so to speak. */
export function slowly({ body, status, headers }: Response, bytesPerSecond: number): Response {
  const size = Math.max(1, Math.round(bytesPerSecond / PIECES_PER_SECOND));
  const pace = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      for (let at = 0; at < chunk.length; at += size) {
        await sleep(1000 / PIECES_PER_SECOND);
        controller.enqueue(chunk.subarray(at, at + size));
      }
    },
  });
  return new Response(body?.pipeThrough(pace) ?? null, { status, headers });
}
