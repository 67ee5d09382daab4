import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Capabilities } from '../../src/contract/capabilities.schema';
import type { Route } from '../../src/contract/route';
import { expandPath } from '../../src/contract/route';
import { ROUTES } from '../../src/contract/routes';
import type { Answer, Json } from './answer';
import { clip, nameOf } from './answer';
import { Finding } from './finding';
import { hold } from './hold';
import { t } from './words';

export interface KitOptions {
  /** The API's base, as `https://gem-books.example/api/`. */
  readonly url: URL;
  readonly key: string;
  /** Tells this run's data from any other's: lower-case letters and digits. */
  readonly mark: string;
  readonly now: () => Date;
}

export interface CallOptions {
  readonly places?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  /** A value goes as JSON; bytes and text as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another key than the right one; `null` for none. */
  readonly key?: string | null;
  readonly idempotencyKey?: string;
  /** Refused for asking too much is what is wanted. */
  readonly takesLimit?: boolean;
}

const TIMEOUT_MS = 30_000;
/** The longest Retry-After that is waited for. */
const PATIENCE_S = 90;

/** Speaks to the server; each answer is held against the contract before a check sees it. */
export class Kit {
  /** `operation status` or `operation status code`, of all that was answered. */
  readonly seen = new Set<string>();
  readonly mark: string;
  readonly now: () => Date;
  readonly url: URL;
  /** Null: the documented API alone. Known once the capabilities were asked for. */
  capabilities: Capabilities | null = null;
  readonly #key: string;
  #count = 0;

  constructor({ url, key, mark, now }: KitOptions) {
    this.url = url;
    this.#key = key;
    this.mark = mark;
    this.now = now;
  }

  /** A name that nothing else of this run has. */
  fresh(what: string): string {
    this.#count += 1;
    return `${what}-${this.mark}-${this.#count}`;
  }

  has(capability: string): boolean {
    return this.capabilities?.capabilities.includes(capability) ?? false;
  }

  /** The address and headers of a call: for those that go byte by byte. */
  request(id: string, options: CallOptions): { readonly route: Route; readonly url: URL; readonly headers: Headers } {
    const route = ROUTES.find((one) => one.id === id);
    if (route === undefined) throw new Error(`no route ${id}`);
    const url = new URL(expandPath(route.path, options.places ?? {}), this.url);
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, String(value));
    const headers = new Headers(options.headers);
    const key = options.key === undefined ? this.#key : options.key;
    if (key !== null && !headers.has('Authorization')) headers.set('Authorization', `Bearer ${key}`);
    if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
    headers.set('Accept', 'application/json');
    return { route, url, headers };
  }

  async call(id: string, options: CallOptions = {}): Promise<Answer> {
    const { route, url, headers } = this.request(id, options);
    const body = bodyOf(options.body);
    if (body !== null) {
      const isBytes = options.body instanceof Uint8Array;
      if (!headers.has('Content-Type'))
        headers.set('Content-Type', isBytes ? 'application/octet-stream' : 'application/json');
      if (!headers.has('Content-Digest')) headers.set('Content-Digest', contentDigest(body));
    }
    const sent = describe(route, url, headers, options.body);
    for (let turn = 0; ; turn += 1) {
      const answer = await this.#once(route, url, headers, body, sent);
      const wait = Number(answer.headers.get('Retry-After') ?? Number.NaN);
      const isLimited = answer.status === 429 && options.takesLimit !== true;
      if (!isLimited || turn === 2 || !(wait <= PATIENCE_S)) return this.take(answer);
      await sleep(wait * 1000);
    }
  }

  /** Notes an answer, and holds it against the contract. */
  take(answer: Answer): Answer {
    const { route, status, json } = answer;
    const code = typeof json?.['code'] === 'string' && status >= 400 ? ` ${String(json['code'])}` : '';
    this.seen.add(`${route.id} ${status}${code}`);
    hold(answer);
    return answer;
  }

  async #once(route: Route, url: URL, headers: Headers, body: Uint8Array<ArrayBuffer> | null, sent: string) {
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(url, { method: route.method, headers, body, signal, redirect: 'manual' });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return toAnswer(route, sent, response.status, response.headers, bytes);
    } catch (error) {
      const why = error instanceof Error ? `${error.message} ${String(error.cause ?? '')}`.trim() : String(error);
      throw new Finding({
        route: nameOf(route),
        sent,
        expected: t('une réponse', 'an answer'),
        came: t(`aucune réponse (${why})`, `no answer (${why})`),
        mend: t(
          'Répondez à cette requête en moins de 30 secondes, sans couper la connexion.',
          'Answer this request within 30 seconds, without cutting the connection.',
        ),
      });
    }
  }
}

export function toAnswer(route: Route, sent: string, status: number, headers: Headers, bytes: Uint8Array): Answer {
  const text = new TextDecoder().decode(bytes);
  const isJson = /[/+]json/i.test(headers.get('Content-Type') ?? '');
  return { route, sent, status, headers, bytes, text, json: (isJson ? parse(text) : undefined) as Json };
}

export const contentDigest = (bytes: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

function bodyOf(body: unknown): Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The request in one line; the key is never in it. */
export function describe(route: Route, url: URL, headers: Headers, body: unknown): string {
  const shown = ['Idempotency-Key', 'If-Match', 'If-None-Match', 'Content-Range', 'Content-Digest']
    .map((name) => [name, headers.get(name)] as const)
    .filter(([name, value]) => value !== null && (name !== 'Content-Digest' || body instanceof Uint8Array))
    .map(([name, value]) => `${name}: ${value}`);
  const content =
    body === undefined
      ? []
      : body instanceof Uint8Array
        ? [`${body.byteLength} octets / bytes`]
        : [clip(typeof body === 'string' ? body : JSON.stringify(body), 240)];
  return [`${route.method} ${url.pathname}${url.search}`, ...shown, ...content].join(' · ');
}
