import { z } from './zod';

/** Every `code` of our problem documents, with the status it comes with. */
export const PROBLEM_STATUS = {
  'invalid-json': 400,
  'invalid-query': 400,
  'invalid-range': 400,
  'digest-mismatch': 400,
  'idempotency-key-required': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'office-not-found': 404,
  'not-signed': 404,
  'method-not-allowed': 405,
  'already-delivered': 409,
  'already-sent': 409,
  'envelope-not-open': 409,
  'idempotency-in-progress': 409,
  'made-under-another-key': 409,
  'recipient-not-invited': 409,
  'upload-missing': 409,
  'upload-offset-mismatch': 409,
  'precondition-failed': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'invalid-body': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  'internal-error': 500,
  'upstream-unreachable': 502,
  'upstream-dns': 502,
  'upstream-tls': 502,
  unavailable: 503,
  'upstream-timeout': 504,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/**
 * RFC 9457. `code` is what a client reads; `detail` is the server's own words, shown to the technician; `errors` names
 * the places of an `invalid-body`. An unknown code is read too: the status then decides.
 */
export const problemSchema = z.looseObject({
  type: z.optional(z.string()),
  title: z.optional(z.string()),
  status: z.optional(z.int()),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.looseObject({ path: z.string(), message: z.string() }))),
});

/** What a 409 `already-delivered` adds: who holds the delivery key. `sentAt` is null while that envelope is a draft. */
export const alreadyDeliveredSchema = z.extend(problemSchema, {
  code: z.literal('already-delivered'),
  deliveryKey: z.optional(z.string()),
  envelopeId: z.string(),
  deliveredAt: z.string(),
  deliveredBy: z.string(),
  sentAt: z.optional(z.nullable(z.string())),
});

export type Problem = z.infer<typeof problemSchema>;
export type AlreadyDelivered = z.infer<typeof alreadyDeliveredSchema>;
