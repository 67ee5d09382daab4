import type { ProblemCode } from '../../src/contract/problem.schema';
import { PROBLEM_STATUS } from '../../src/contract/problem.schema';

const TITLES: Readonly<Record<ProblemCode, string>> = {
  'invalid-json': 'The body is not JSON',
  'invalid-query': 'The query is not understood',
  'invalid-range': 'The range is not understood',
  'digest-mismatch': 'The content does not match its digest',
  'idempotency-key-required': 'An Idempotency-Key is required',
  unauthorized: 'The key is missing or wrong',
  forbidden: 'The key does not allow this',
  'not-found': 'There is nothing here',
  'office-not-found': 'There is no office yet',
  'not-signed': 'There is no signed copy yet',
  'method-not-allowed': 'This method is not for this route',
  'already-delivered': 'A document of this envelope was delivered before',
  'already-sent': 'This envelope was sent already',
  'made-under-another-key': 'This draft was made under another Idempotency-Key',
  'envelope-not-open': 'The envelope is not in a state that allows this',
  'idempotency-in-progress': 'A request with this key is still running',
  'recipient-not-invited': 'A recipient was never invited',
  'upload-missing': 'The content of a document is not there yet',
  'upload-offset-mismatch': 'This part does not follow the one before',
  'precondition-failed': 'It has changed since it was read',
  'body-too-large': 'The body is too large',
  'unsupported-media-type': 'The body must be application/json',
  'idempotency-key-reused': 'This Idempotency-Key came with another body',
  'invalid-body': 'The body does not have the expected shape',
  'precondition-required': 'If-Match or If-None-Match is required',
  'too-many-requests': 'Too many requests',
  'internal-error': 'Something failed in the sandbox',
  'upstream-unreachable': 'The server behind the proxy cannot be reached',
  'upstream-dns': 'The name of the server behind the proxy is not known',
  'upstream-tls': 'The certificate of the server behind the proxy is not accepted',
  'upstream-timeout': 'The server behind the proxy does not answer in time',
  unavailable: 'Unavailable for the moment',
};

export interface ProblemExtras {
  readonly detail?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside the standard ones. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** A refusal: thrown inside a handler, so that its transaction is rolled back, and answered as problem+json. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
  }
}

/** RFC 9457. `title` and `detail` never hold a taxpayer's data. */
export function problemResponse(code: ProblemCode, extras: ProblemExtras = {}): Response {
  const status = extras.status ?? PROBLEM_STATUS[code];
  const title = TITLES[code];
  const body = {
    type: `urn:impot-sync:problem:${code}`,
    title,
    status,
    code,
    detail: extras.detail ?? title,
    ...extras.members,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...extras.headers },
  });
}
