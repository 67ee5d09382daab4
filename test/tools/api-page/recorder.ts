import { createHash } from 'node:crypto';
import type { Route } from '../../../src/contract/route';
import { expandPath } from '../../../src/contract/route';
import { ROUTES } from '../../../src/contract/routes';
import { compactJson } from './compact-json';

export interface ExampleCall {
  readonly places?: Readonly<Record<string, string | number>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isPublic?: boolean;
  /** Why it is shown; of those that only prepare the next there is none. */
  readonly about?: string;
}

export interface Example {
  readonly route: Route;
  readonly about: string;
  readonly request: string;
  readonly answer: string;
}

export interface ExampleAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What of an answer's head is of the contract. */
const SHOWN = [
  'Content-Type',
  'ETag',
  'Idempotency-Replayed',
  'Upload-Offset',
  'Upload-Complete',
  'Content-Digest',
  'Retry-After',
  'Access-Control-Allow-Origin',
];

/** Calls a server, and keeps each call that has something to show as text. */
export class Recorder {
  readonly examples: Example[] = [];
  readonly #send: (request: Request) => Promise<Response>;

  constructor(send: (request: Request) => Promise<Response>) {
    this.#send = send;
  }

  readonly call = async (id: string, call: ExampleCall = {}): Promise<ExampleAnswer> => {
    const route: Route | undefined = ROUTES.find((one) => one.id === id);
    if (route === undefined) throw new Error(`no route ${id}`);
    const path = `/api/${expandPath(route.path, call.places ?? {})}${call.query === undefined ? '' : `?${call.query}`}`;
    const body = bytesOf(call.body);
    const headers = new Headers(call.headers);
    if (call.isPublic !== true) headers.set('Authorization', 'Bearer bac-a-sable');
    if (body !== null) {
      const isBytes = call.body instanceof Uint8Array;
      if (!headers.has('Content-Type'))
        headers.set('Content-Type', isBytes ? 'application/octet-stream' : 'application/json');
      if (!isBytes && !headers.has('Content-Digest') && route.origin === 'extension' && call.isPublic !== true)
        headers.set('Content-Digest', `sha-256=:${createHash('sha256').update(body).digest('base64')}:`);
    }
    const request = new Request(new URL(path, 'http://localhost'), { method: route.method, headers, body });
    const response = await this.#send(request);
    const text = await response.text();
    const json: unknown = /json/.test(response.headers.get('Content-Type') ?? '') ? JSON.parse(text) : undefined;
    if (call.about !== undefined)
      this.examples.push({
        route,
        about: call.about,
        request: requestText(route.method, path, call, body),
        answer: answerText(response, text, json),
      });
    const data = (json as { data?: Record<string, unknown> } | undefined)?.data ?? {};
    return { status: response.status, headers: response.headers, data };
  };
}

function bytesOf(body: unknown): Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

function requestText(method: string, path: string, call: ExampleCall, body: Uint8Array | null): string {
  const head = [
    `${method} ${path}`,
    ...(call.isPublic === true ? [] : ['Authorization: Bearer <key>']),
    ...Object.entries(call.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  if (body === null) return head.join('\n');
  if (call.body instanceof Uint8Array) return [...head, '', `<${body.byteLength} bytes>`].join('\n');
  return [...head, '', typeof call.body === 'string' ? call.body : compactJson(call.body)].join('\n');
}

function answerText(response: Response, text: string, json: unknown): string {
  const type = response.headers.get('Content-Type');
  const head = SHOWN.filter((name) => {
    if (response.headers.get(name) === null) return false;
    // Every JSON answer carries them: said once, above.
    return !(
      (name === 'Content-Type' && type === 'application/json') ||
      (name === 'Content-Digest' && json !== undefined)
    );
  }).map((name) => `${name}: ${response.headers.get(name)}`);
  const body = json === undefined ? (text === '' ? [] : ['', bodyNote(type, text)]) : ['', compactJson(json)];
  // Rows of a fresh sandbox have ids of chance.
  return [String(response.status), ...head, ...body]
    .join('\n')
    .replace(/\b([a-z]{3})_[0-9a-f]{32}\b/g, '$1_0000')
    .replace(/(\/destinataire\/lien\/)[\w-]{32}/g, '$1…');
}

const bodyNote = (type: string | null, text: string): string =>
  type?.startsWith('application/pdf') === true ? `<${new TextEncoder().encode(text).byteLength} bytes>` : text;
