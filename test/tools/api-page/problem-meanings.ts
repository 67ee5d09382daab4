import type { ProblemCode } from '../../../src/contract/problem.schema';

/** When a server gives it, and what our client does then: the table of docs/api.md. */
export const PROBLEM_MEANINGS: Readonly<Record<ProblemCode, readonly [when: string, client: string]>> = {
  'invalid-json': ['The body is not JSON in UTF-8.', 'Shows the refusal.'],
  'invalid-query': [
    'A parameter is malformed: `limit` out of 1–200, a cursor that is none, an instant that is none.',
    'Shows the refusal.',
  ],
  'invalid-range': ['`Content-Range` does not agree with the body.', 'Shows the refusal.'],
  'digest-mismatch': [
    '400: the body is not of its `Content-Digest`; nothing was done. 422 on an upload: the whole is not of the digest that names it; all parts are dropped.',
    'Sends again; after a 422, from the first byte.',
  ],
  'idempotency-key-required': [
    'An extension POST, or the withdrawal of a draft, without a key of 1 to 255 visible ASCII characters.',
    'Shows the refusal.',
  ],
  unauthorized: ['The key is missing or wrong.', 'Asks for a key; everything waits.'],
  forbidden: ['The key’s user does not have this right.', 'That entry waits for a right; the others go on.'],
  'not-found': ['There is nothing at this address.', 'Shows the refusal; of a withdrawal, it is done.'],
  'office-not-found': ['No office was made yet.', 'Offers to make one.'],
  'not-signed': ['There is no signed copy yet.', 'Waits.'],
  'method-not-allowed': ['Not a method of this address; with `Allow`.', 'Shows the refusal.'],
  'already-delivered': [
    'A `deliveryKey` is held by another envelope. Adds `deliveryKey`, `envelopeId`, `deliveredAt`, `deliveredBy`, `sentAt` (null: that one is a draft).',
    'Sent: settles as « déjà envoyé le … par … ». A draft: waits, at most 15 minutes.',
  ],
  'already-sent': ['Only a draft is withdrawn.', 'The wish to cancel ends: it was sent.'],
  'envelope-not-open': ['The envelope waits for nobody, or no longer for this recipient.', 'Shows the refusal.'],
  'idempotency-in-progress': [
    'The first request under this key is still running; with `Retry-After`.',
    'Sends again later.',
  ],
  'made-under-another-key': ['The draft is another workstation’s.', 'Leaves it alone.'],
  'recipient-not-invited': [
    'A recipient’s address was never invited. Adds `recipients`, their ids.',
    'Shows the refusal.',
  ],
  'upload-missing': [
    'The content of a document has not wholly arrived. Adds `missing`, their digests.',
    'Uploads again, then the envelope.',
  ],
  'upload-offset-mismatch': [
    'The part does not begin where the last one ended; `Upload-Offset` says where that is.',
    'Goes on from that byte.',
  ],
  'precondition-failed': [
    'It changed since it was read, or is there already; with the present `ETag`.',
    'Reads, compares, and writes again or shows both sides.',
  ],
  'body-too-large': [
    'JSON over 4 MiB, an office index over 64 MiB, a website form over 16 KiB, an upload over the server’s own limit.',
    'Of an upload: sends smaller parts. Else shows the refusal.',
  ],
  'unsupported-media-type': ['Not `application/json` (of the website form: nor form fields).', 'Shows the refusal.'],
  'idempotency-key-reused': [
    'The same key with another body, or at another address.',
    'Shows the refusal: it is a bug.',
  ],
  'invalid-body': [
    'Not of the published shape, or it names what does not exist. Adds `errors`: `[{path, message}]`, never the value.',
    'Shows the refusal, with the place.',
  ],
  'precondition-required': ['Neither `If-Match` nor `If-None-Match`.', 'Shows the refusal: it is a bug.'],
  'too-many-requests': [
    'Too many from one key or one address; with `Retry-After`.',
    'Sends again, never before `Retry-After`.',
  ],
  'internal-error': ['The server failed.', 'Sends again: it may have been done.'],
  'upstream-unreachable': ['The office’s proxy does not reach GEM-BOOKS.', 'Says so, and sends again.'],
  'upstream-dns': ['The office’s proxy does not know the name of GEM-BOOKS.', 'Says so, and sends again.'],
  'upstream-tls': ['The office’s proxy does not accept the certificate of GEM-BOOKS.', 'Says so, and sends again.'],
  'upstream-timeout': ['GEM-BOOKS does not answer the office’s proxy in time.', 'Says so, and sends again.'],
  unavailable: ['For the moment; with `Retry-After`.', 'Sends again, never before `Retry-After`.'],
};
