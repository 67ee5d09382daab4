/** Any route may answer these: a right that the key lacks, a limit, a failure, a proxy that reaches nobody. */
export const ANYWHERE = [
  'forbidden',
  'too-many-requests',
  'internal-error',
  'upstream-unreachable',
  'upstream-dns',
  'upstream-tls',
  'unavailable',
  'upstream-timeout',
] as const;

/** Of every route that takes a JSON body. */
export const JSON_BODY_PROBLEMS = [
  'invalid-json',
  'invalid-body',
  'digest-mismatch',
  'body-too-large',
  'unauthorized',
  'unsupported-media-type',
] as const;

/** Of every extension POST: its effect happens once per Idempotency-Key. */
export const EFFECT_PROBLEMS = [
  ...JSON_BODY_PROBLEMS,
  'idempotency-key-required',
  'idempotency-key-reused',
  'idempotency-in-progress',
] as const;

/** Of what is replaced under If-Match. */
export const PUT_PROBLEMS = [...JSON_BODY_PROBLEMS, 'precondition-failed', 'precondition-required'] as const;
