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
