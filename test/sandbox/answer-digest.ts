import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export const contentDigest = (bytes: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

/** RFC 9530 on every JSON answer of the extension: one that was damaged on the way is not believed. */
export const digestAnswer: MiddlewareHandler = async (c, next) => {
  await next();
  const { body, status, headers } = c.res;
  if (body === null || headers.has('Content-Digest') || !headers.get('Content-Type')?.includes('json')) return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const told = new Headers(headers);
  told.set('Content-Digest', contentDigest(bytes));
  c.res = new Response(bytes, { status, headers: told });
};
