import { createHash, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod/mini';
import { safeParse } from 'zod/mini';
import { Refusal } from './problems';

/** Most JSON bodies are small; the office index is not. */
export const JSON_LIMIT = 4 * 1024 * 1024;

/** The whole body, at most `limit` bytes, checked against its Content-Digest when there is one. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw new Refusal('body-too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of arriving(request)) {
    size += chunk.byteLength;
    if (size > limit) throw new Refusal('body-too-large');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks, size);
  checkDigest(request.headers.get('Content-Digest'), bytes);
  return bytes;
}

/** A body that breaks off is the sender's: nobody reads the answer, and nothing was done. */
async function* arriving(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.body ?? [];
  } catch {
    throw new Refusal('digest-mismatch', { detail: 'The body broke off' });
  }
}

/** JSON text to a checked value. `invalid-body` names the places that are wrong, never what was found there. */
export function parseBody<S extends z.ZodMiniType>(schema: S, bytes: Uint8Array): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('invalid-json');
  }
  const parsed = safeParse(schema, value);
  if (parsed.success) return parsed.data;
  throw invalidBody(
    parsed.error.issues.map((issue) => ({
      path: [...issue.path, ...(issue.code === 'unrecognized_keys' ? [issue.keys.join(',')] : [])].join('.'),
      message: issue.code,
    })),
  );
}

/** Reads and checks a JSON body of a route without idempotency. */
export async function readJson<S extends z.ZodMiniType>(
  schema: S,
  request: Request,
  limit = JSON_LIMIT,
): Promise<z.infer<S>> {
  checkMediaType(request);
  return parseBody(schema, await readBytes(request, limit));
}

export function checkMediaType(request: Request): void {
  const type = request.headers.get('Content-Type');
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('unsupported-media-type');
}

export function invalidBody(errors: readonly { readonly path: string; readonly message: string }[]): Refusal {
  return new Refusal('invalid-body', {
    detail: `Not as expected: ${errors.map(({ path, message }) => `${path || 'body'} (${message})`).join(', ')}`,
    members: { errors },
  });
}

/** RFC 9530: a dictionary of digests as byte sequences. Algorithms that we do not know are passed over, as it asks. */
function checkDigest(header: string | null, bytes: Uint8Array): void {
  for (const [, name, value] of (header ?? '').matchAll(/([a-z0-9-]+)=:([A-Za-z0-9+/=]*):/g)) {
    const algorithm = name === 'sha-256' ? 'sha256' : name === 'sha-512' ? 'sha512' : null;
    if (algorithm === null) continue;
    const expected = Buffer.from(value ?? '', 'base64');
    const actual = createHash(algorithm).update(bytes).digest();
    if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) throw new Refusal('digest-mismatch');
  }
}
