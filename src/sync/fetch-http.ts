import type { Http, HttpAnswer, HttpRequest } from './ports';

export interface FetchHttpOptions {
  readonly fetch: typeof fetch;
  /** Same-origin path of the API, with its slashes (`/api/`). */
  readonly base: string;
  /** The API key, read at each request; `null` sends none. */
  readonly key: () => string | null;
  /** What the browser believes. Only a label on a failure: an office's own server may be reached while « offline ». */
  readonly online: () => boolean;
  /** SHA-256 of bytes. */
  readonly digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
  /** A signal that aborts after so many milliseconds. */
  readonly timeout: (ms: number) => AbortSignal;
}

/** An answer within a minute, plus the time that a slow line (256 kbit/s) takes to carry the body. */
const PATIENCE_MS = 60_000;
const SLOW_BYTES_PER_MS = 32;

/** `Http` over `fetch`: never throws, never follows a redirect, never uses a cache or a cookie. */
export function fetchHttp(options: FetchHttpOptions): Http {
  return { request: (request) => send(request, options) };
}

async function send(request: HttpRequest, options: FetchHttpOptions): Promise<HttpAnswer> {
  const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : request.body;
  // Whole milliseconds: `AbortSignal.timeout` throws on a fraction in Node.
  const timeout = options.timeout(PATIENCE_MS + Math.ceil((body?.byteLength ?? 0) / SLOW_BYTES_PER_MS));
  try {
    const headers = new Headers({ accept: 'application/json', ...request.headers });
    const key = options.key();
    if (key !== null) headers.set('authorization', `Bearer ${key}`);
    if (body) headers.set('content-digest', `sha-256=:${base64(await options.digest(body))}:`);
    const response = await options.fetch(resolve(options.base, request.path), {
      method: request.method,
      headers,
      ...(body ? { body } : {}),
      signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    const bytes = request.method === 'HEAD' ? new Uint8Array() : new Uint8Array(await response.arrayBuffer());
    if (request.method !== 'HEAD' && !(await isWhole(response.headers, bytes, options.digest))) {
      return { kind: 'no-answer', offline: false, timeout: false, damaged: true };
    }
    const { status } = response;
    const answer = { kind: 'response', status, headers: Object.fromEntries(response.headers) } as const;
    // A PDF is kept as it came: as text it would be spoilt.
    return response.headers.get('content-type')?.startsWith('application/pdf') === true
      ? { ...answer, body: '', bytes }
      : { ...answer, body: new TextDecoder().decode(bytes) };
  } catch {
    // Refused, cut, DNS, TLS, redirect, aborted: fetch tells none of them apart, nor whether the server was reached.
    return { kind: 'no-answer', offline: !options.online(), timeout: timeout.aborted };
  }
}

/** RFC 9530, where the server says it. Compressed on the way, the digest is of bytes that fetch does not show. */
async function isWhole(
  headers: Headers,
  bytes: Uint8Array<ArrayBuffer>,
  digest: FetchHttpOptions['digest'],
): Promise<boolean> {
  const told = /(?:^|[\s,])sha-256=:([A-Za-z0-9+/=]+):/.exec(headers.get('content-digest') ?? '')?.[1];
  if (told === undefined || headers.has('content-encoding')) return true;
  return base64(await digest(bytes)) === told;
}

/** A path that would leave the base is a bug; it fails as a request that never left. */
function resolve(base: string, path: string): string {
  if (/^\/|:\/\/|(?:^|\/)\.\.?(?:\/|$)|\\/.test(path)) throw new Error('path outside the API base');
  return base + path;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
