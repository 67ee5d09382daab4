import { expect } from 'vitest';
import { safeParse } from 'zod/mini';
import { problemSchema } from '../../../src/contract/problem.schema';
import type { Route } from '../../../src/contract/route';
import { ROUTES } from '../../../src/contract/routes';
import { SCHEMAS } from '../../../src/contract/schemas';

export interface CallOptions {
  /** A value is sent as JSON; bytes and text as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string | null;
  readonly idempotencyKey?: string;
}

export interface CallAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The body as JSON; `undefined` when there is none. */
  // The tests read many shapes, each checked against its schema just before.
  readonly json: Json;
}

/** A JSON value that may be read at any path; reading beyond its shape gives `undefined` and fails the assertion. */
export interface Json {
  readonly [key: string]: Json;
  readonly [index: number]: Json;
}

/**
 * Calls the API, and holds every answer against the route table: a status that the route does not announce, a body
 * that is not of its schema, or a problem code that is not in its list fails the test, whatever it was about.
 */
export class Caller {
  /** `operation status` or `operation status code`, of everything that was answered. */
  readonly seen = new Set<string>();
  readonly #send: (request: Request) => Promise<Response>;

  constructor(send: (request: Request) => Promise<Response>) {
    this.#send = send;
  }

  get = (path: string, options?: CallOptions) => this.call('GET', path, options);
  head = (path: string, options?: CallOptions) => this.call('HEAD', path, options);
  post = (path: string, body: unknown, options?: CallOptions) => this.call('POST', path, { body, ...options });
  put = (path: string, body: unknown, options?: CallOptions) => this.call('PUT', path, { body, ...options });
  delete = (path: string, options?: CallOptions) => this.call('DELETE', path, options);
  patch = (path: string, body: unknown, options?: CallOptions) => this.call('PATCH', path, { body, ...options });

  async call(method: Route['method'], path: string, options: CallOptions = {}): Promise<CallAnswer> {
    const response = await this.#send(this.#request(method, path, options));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '') && text !== '';
    const answer = {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
    this.#check(method, path, answer);
    return answer;
  }

  #request(method: string, path: string, { body, headers, key = 'bac-a-sable', idempotencyKey }: CallOptions): Request {
    const sent = new Headers(headers);
    if (key !== null) sent.set('Authorization', `Bearer ${key}`);
    if (idempotencyKey !== undefined) sent.set('Idempotency-Key', idempotencyKey);
    const raw =
      body === undefined || typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
    if (!raw) sent.set('Content-Type', 'application/json');
    const init: RequestInit = { method, headers: sent };
    if (body !== undefined) init.body = raw ? (body as BodyInit) : JSON.stringify(body);
    if (body instanceof ReadableStream) Object.assign(init, { duplex: 'half' });
    return new Request(new URL(path, 'http://localhost/api/'), init);
  }

  #check(method: string, path: string, { status, headers, json }: CallAnswer): void {
    // The sandbox's own controls are not of the wire.
    if (path.startsWith('../')) return;
    const route = routeOf(method, path);
    expect(headers.get('Cache-Control'), 'nothing under /api/ is stored').toBe('no-store');
    if (route === undefined) {
      expect(status).toBeGreaterThanOrEqual(400);
      return;
    }
    if (status >= 400 && method !== 'HEAD') {
      const problem = safeParse(problemSchema, json);
      expect(problem.error?.issues ?? [], `${route.id} ${status}`).toEqual([]);
      expect(headers.get('Content-Type')).toBe('application/problem+json');
      expect(route.problems, route.id).toContain(problem.data?.code);
      this.seen.add(`${route.id} ${status} ${problem.data?.code}`);
      if (problem.data?.code === 'already-delivered')
        expect(safeParse(SCHEMAS.AlreadyDelivered, json).success).toBe(true);
      return;
    }
    this.seen.add(`${route.id} ${status}`);
    if (status >= 400) return;
    const announced = route.answers[status];
    expect(announced, `${route.id} announces ${status}`).toBeDefined();
    if (announced === undefined || announced.body === 'none' || announced.body === 'pdf') return;
    // A form's fields are answered by a page.
    if (headers.get('Content-Type')?.startsWith('text/html') && route.isPublic === true) return;
    expect(safeParse(SCHEMAS[announced.body], json).error?.issues ?? [], `${route.id} ${status}`).toEqual([]);
  }
}

function routeOf(method: string, path: string): Route | undefined {
  const places = (path.split('?')[0] ?? '').split('/');
  return ROUTES.find((route) => {
    const template = route.path.split('/');
    return (
      route.method === method &&
      template.length === places.length &&
      template.every((part, index) => part.startsWith('{') || part === places[index])
    );
  });
}
