import { appError } from '../core/app-error';
import { canonicalJson } from '../core/outbox/canonical-json';
import type { JsonValue } from '../core/outbox/canonical-json';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { answerError } from './answer-error';
import type { HttpAnswer } from './ports';
import type { PullContext } from './pull';
import { readProblem } from './read-problem';

/** A record with the version (ETag) that a later write must still find. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

/** `new`: only if there is none. An ETag: only over that very version. */
export type Precondition = { readonly kind: 'new' } | { readonly kind: 'version'; readonly etag: string };

/** Reads a record that the server may not have (`null`). Without an ETag it could not be written back: refused. */
export async function getSealed<T>(
  path: string,
  read: (body: string) => Result<T>,
  { http, signal }: PullContext,
): Promise<Result<Versioned<T> | null>> {
  const answer = await http.request({ method: 'GET', path, signal });
  // A 404 that GEM-BOOKS did not speak is a wrong address, and says nothing of what the server has.
  if (answer.kind === 'response' && answer.status === 404 && readProblem(404, answer.body) !== null) return ok(null);
  if (answer.kind === 'no-answer' || answer.status !== 200) return err(answerError(answer));
  const value = read(answer.body);
  if (!value.ok) return value;
  const etag = exactTag(answer);
  return etag === null
    ? err(appError('api/unexpected-answer', { reason: 'no-etag' }))
    : ok({ value: value.value, etag });
}

/** Writes it under its precondition. Answers the new ETag, or `null` when the precondition failed (412). */
export async function putSealed(
  path: string,
  body: JsonValue,
  when: Precondition,
  { http, signal }: PullContext,
): Promise<Result<string | null>> {
  const condition = when.kind === 'new' ? { 'if-none-match': '*' } : { 'if-match': when.etag };
  const headers = { 'content-type': 'application/json', ...condition };
  const answer = await http.request({ method: 'PUT', path, headers, body: canonicalJson(body), signal });
  if (answer.kind === 'response' && answer.status === 412) return ok(null);
  if (answer.kind === 'no-answer' || (answer.status !== 200 && answer.status !== 201)) return err(answerError(answer));
  const etag = exactTag(answer);
  return etag === null ? err(appError('api/unexpected-answer', { reason: 'no-etag' })) : ok(etag);
}

/** A proxy that compresses weakens an ETag, and If-Match compares strongly: the weak mark is its, not the server's. */
function exactTag(answer: HttpAnswer): string | null {
  if (answer.kind !== 'response') return null;
  return answer.headers['etag']?.replace(/^W\//, '') ?? null;
}
