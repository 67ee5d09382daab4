import { createHash } from 'node:crypto';
import { Refusal } from './problems';

/** Strong entity tag of a version number. */
export const etagOf = (version: number): string => `"v${version}"`;

/** RFC 9110 strong comparison of an If-Match list with the present tag (`null`: there is nothing). */
function matches(header: string, etag: string | null): boolean {
  if (etag === null) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag);
}

/** An update needs If-Match (428 without), of the present version (412 otherwise). */
export function requireMatch(request: Request, etag: string): void {
  const header = request.headers.get('If-Match');
  if (header === null) throw new Refusal('precondition-required');
  if (!matches(header, etag)) throw new Refusal('precondition-failed', { headers: { ETag: etag } });
}

/** A put needs either If-Match (replace what was read) or `If-None-Match: *` (make it where there is none). */
export function requireMatchOrNew(request: Request, etag: string | null): void {
  const match = request.headers.get('If-Match');
  const none = request.headers.get('If-None-Match');
  if (match === null && none === null) throw new Refusal('precondition-required');
  const holds = (match === null || matches(match, etag)) && (none === null || (none.trim() === '*' && etag === null));
  if (!holds) throw new Refusal('precondition-failed', etag === null ? {} : { headers: { ETag: etag } });
}

/** A page with the tag of its own bytes; 304 without them when the asker has just these. */
export function taggedPage(request: Request, body: unknown): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const asked = request.headers.get('If-None-Match') ?? '';
  // Weak comparison (RFC 9110 §13.1.2): proxies that compress make tags weak.
  if (asked.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers: { ETag: etag } });
  return new Response(text, { headers: { 'Content-Type': 'application/json', ETag: etag } });
}
