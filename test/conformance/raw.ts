import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Answer } from './answer';
import { toAnswer } from './kit';
import { describe } from './kit';
import type { CallOptions, Kit } from './kit';

export interface RawCall {
  /** The body as it is announced, in bytes; null: in chunks, without a length. */
  readonly length: number | null;
  /** What is sent of it. */
  readonly start: Uint8Array;
  /** How long to wait for an answer before cutting, in milliseconds. */
  readonly patience: number;
  /** Runs once the start has left, before the cut. */
  readonly meanwhile?: () => Promise<void>;
}

/** A request whose body never ends: cut after the answer, or after `patience`. Null: there was no answer. */
export async function unfinished(
  kit: Kit,
  id: string,
  options: CallOptions,
  { length, start, patience, meanwhile }: RawCall,
): Promise<Answer | null> {
  const { route, url, headers } = kit.request(id, options);
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  if (length !== null) headers.set('Content-Length', String(length));
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method: route.method,
    headers: Object.fromEntries(headers),
    agent: false,
  });
  const answered = new Promise<Answer | null>((resolve) => {
    request.on('error', () => resolve(null));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve(null));
      response.on('end', () => {
        const given = Object.entries(response.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        const sent = `${describe(route, url, headers, undefined)} · Content-Length: ${length ?? '—'}`;
        resolve(toAnswer(route, sent, response.statusCode ?? 0, new Headers(given), Buffer.concat(chunks)));
      });
    });
  });
  request.flushHeaders();
  await new Promise<void>((resolve) => request.write(start, () => resolve()));
  let timer: NodeJS.Timeout | undefined;
  const patienceEnds = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    if (meanwhile !== undefined) await meanwhile();
    return await Promise.race([answered, patienceEnds]);
  } finally {
    clearTimeout(timer);
    request.destroy();
  }
}
