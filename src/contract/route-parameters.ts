import type { RouteParameter } from './route';

const header = (name: string, required: boolean, description: string): RouteParameter => ({
  name,
  required,
  description,
  schema: { type: 'string' },
});

export const PAGING: readonly RouteParameter[] = [
  { name: 'page', required: false, description: 'From 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
  {
    name: 'per_page',
    required: false,
    description: 'At most 100.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
  },
];

export const CURSOR: readonly RouteParameter[] = [
  {
    name: 'limit',
    required: false,
    description: 'At most 200.',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
  { name: 'cursor', required: false, description: 'The `nextCursor` of the page before.', schema: { type: 'string' } },
];

export const IDEMPOTENCY_KEY = header(
  'Idempotency-Key',
  true,
  'Random, one per intended effect. The same key with the same body answers what it answered before, with `Idempotency-Replayed: true`. Only effects are remembered: a refusal changed nothing, and is judged anew.',
);

export const OFFERED_KEY = header(
  'Idempotency-Key',
  false,
  'Not documented by GEM-BOOKS: our client always sends it. A server with our extension honours it as everywhere else; one without it does not know it.',
);

/** On the withdrawal of a draft: proof that it is one's own. */
export const MADE_UNDER = header('Idempotency-Key', true, 'The key under which the draft was made.');

export const CONTENT_DIGEST = header(
  'Content-Digest',
  false,
  'RFC 9530, `sha-256=:…:`. Checked when it is there; our client always sends it.',
);

export const IF_MATCH = header('If-Match', true, 'The ETag that was read.');

export const IF_MATCH_OR_NEW = [
  header('If-Match', false, 'The ETag that was read, to replace it. One of the two is required.'),
  header('If-None-Match', false, '`*`, to make it only where there is none.'),
] as const;

export const CONTENT_RANGE = header(
  'Content-Range',
  false,
  '`bytes a-b/total` of this part; absent when the body is the whole content.',
);

export const IF_NONE_MATCH = header(
  'If-None-Match',
  false,
  'The ETag of the same page as it was read before: 304 without a body when nothing changed.',
);
