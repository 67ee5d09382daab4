import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing {
  readonly method: string;
  /** Under the API's base, without query: `impot-sync/v1/envelopes`. */
  readonly path: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What is broken: how a request is changed on its way, or its answer. */
export interface Fault {
  readonly request?: (passing: Passing) => Passing;
  readonly answer?: (passing: Passing, answered: Answered) => Answered;
}

export interface BrokenServer {
  readonly url: URL;
  close(): Promise<void>;
}

/** Of one connection, not of the message. */
const HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host', 'expect'];

/** A server that is that of `upstream` but for one fault. */
export async function brokenServer(upstream: URL, fault: Fault): Promise<BrokenServer> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A body that breaks off goes nowhere.
    incoming.on('error', () => outgoing.destroy());
    incoming.on('end', () => {
      const passing: Passing = {
        method: incoming.method ?? 'GET',
        path: pathOf(incoming.url ?? '/', upstream),
        url: new URL(incoming.url ?? '/', upstream),
        headers: headersOf(incoming.headersDistinct),
        body: new Uint8Array(Buffer.concat(chunks)),
      };
      void pass(fault, passing).then(
        ({ status, headers, body }) => outgoing.writeHead(status, Object.fromEntries(headers)).end(body),
        () => outgoing.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(upstream.pathname, `http://127.0.0.1:${port}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(fault: Fault, given: Passing): Promise<Answered> {
  const passing = fault.request?.(given) ?? given;
  const { method, url, headers, body } = passing;
  const response = await fetch(url, { method, headers, ...(body.byteLength === 0 ? {} : { body }) });
  const answered = {
    status: response.status,
    headers: headersOf(Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]))),
    body: new Uint8Array(await response.arrayBuffer()),
  };
  return fault.answer?.(passing, answered) ?? answered;
}

const pathOf = (url: string, upstream: URL): string => new URL(url, upstream).pathname.slice(upstream.pathname.length);

function headersOf(given: Readonly<Record<string, readonly string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(given))
    if (!HOP.includes(name)) for (const value of values ?? []) headers.append(name, value);
  return headers;
}
