import { contentDigest } from './answer-digest';

/** The same request with one byte changed. `undetected`: under the digest of what it has become. */
export async function spoilRequest(request: Request, undetected: boolean): Promise<Request> {
  const bytes = spoil(new Uint8Array(await request.arrayBuffer()));
  const headers = new Headers(request.headers);
  if (undetected) headers.set('Content-Digest', contentDigest(bytes));
  return new Request(request.url, { method: request.method, headers, ...(bytes.length > 0 ? { body: bytes } : {}) });
}

/** The same answer with one byte changed; its Content-Digest stays. */
export async function spoilAnswer(answer: Response): Promise<Response> {
  const { status, headers, body } = answer;
  if (body === null) return answer;
  return new Response(spoil(new Uint8Array(await answer.arrayBuffer())), { status, headers });
}

/** A digit where there is one, so that JSON stays JSON and only its meaning changes. */
function spoil(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
  const digit = bytes.findIndex(isDigit);
  const at = digit === -1 ? Math.floor(bytes.length / 2) : digit;
  return bytes.map((byte, index) => (index !== at ? byte : digit === -1 ? byte ^ 1 : 0x30 + ((byte - 0x2f) % 10)));
}
