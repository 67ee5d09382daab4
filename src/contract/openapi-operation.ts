import type { Route, RouteAnswer, RouteParameter } from './route';
import type { ProblemCode } from './problem.schema';
import { PROBLEM_STATUS } from './problem.schema';
import { ANYWHERE } from './route-problems';

type Json = Record<string, unknown>;

const INTEGER_PLACES = new Set(['documented', 'inferred']);

const ANY_OTHER = `Any other refusal: ${ANYWHERE.map((code) => `\`${code}\``).join(', ')}, or a code of the server's own, read by its status.`;

/** What each answer header holds. */
const HEADERS: Readonly<Record<string, Json>> = {
  ETag: { description: 'For If-Match.', schema: { type: 'string' } },
  'Content-Digest': { description: 'RFC 9530.', schema: { type: 'string' } },
  'Idempotency-Replayed': {
    description: '`true` when this is the answer of an earlier request.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Upload-Offset': { description: 'Bytes that are there.', schema: { type: 'integer', minimum: 0 } },
  'Upload-Complete': {
    description: '`?1` when all is there, else `?0`.',
    schema: { type: 'string', enum: ['?0', '?1'] },
  },
};

/** One path item with one operation: `{get: {…}}`. */
export function openApiPath(route: Route): Json {
  return {
    [route.method.toLowerCase()]: {
      operationId: route.id,
      tags: [route.origin],
      summary: route.summary,
      ...(route.description === undefined ? {} : { description: route.description }),
      ...(route.capability === undefined ? {} : { 'x-capability': route.capability }),
      ...(route.isPublic === true ? { security: [] } : {}),
      ...parameters(route),
      ...requestBody(route),
      responses: { ...answers(route), ...problems(route), ...anyOther(route) },
    },
  };
}

function parameters(route: Route): Json {
  const places = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: placeSchema(name ?? '', route),
  }));
  const all = [
    ...places,
    ...(route.query ?? []).map(parameter('query')),
    ...(route.headers ?? []).map(parameter('header')),
  ];
  return all.length === 0 ? {} : { parameters: all };
}

function placeSchema(name: string, route: Route): Json {
  if (name === 'sha256') return { type: 'string', pattern: '^[0-9a-f]{64}$' };
  if (INTEGER_PLACES.has(route.origin) || /\/(clients|tasks)\//.test(route.path)) return { type: 'integer' };
  return { type: 'string' };
}

const parameter =
  (place: 'query' | 'header') =>
  (given: RouteParameter): Json => ({
    name: given.name,
    in: place,
    required: given.required,
    description: given.description,
    schema: given.schema,
  });

function requestBody(route: Route): Json {
  if (route.request === undefined) return {};
  const content =
    route.request === 'bytes'
      ? { 'application/octet-stream': {} }
      : Object.fromEntries(
          ['application/json', ...(route.isPublic === true ? ['application/x-www-form-urlencoded'] : [])].map(
            (type) => [type, { schema: { $ref: `#/components/schemas/${route.request}` } }],
          ),
        );
  return { requestBody: { required: true, content } };
}

function answers(route: Route): Record<string, Json> {
  return Object.fromEntries(
    Object.entries<RouteAnswer>(route.answers).map(([status, given]) => [status, answer(given)]),
  );
}

function answer(given: RouteAnswer): Json {
  const content =
    given.body === 'none'
      ? {}
      : given.body === 'pdf'
        ? { content: { 'application/pdf': {} } }
        : { content: { 'application/json': { schema: { $ref: `#/components/schemas/${given.body}` } } } };
  const headers =
    given.headers === undefined
      ? {}
      : { headers: Object.fromEntries(given.headers.map((name) => [name, HEADERS[name] ?? {}])) };
  return { description: given.description, ...headers, ...content };
}

/** One answer per status, naming the codes it may carry. */
function problems(route: Route): Record<string, Json> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of route.problems) {
    for (const status of statusesOf(code, route)) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        ...(route.method === 'HEAD' ? {} : { content: problemContent(codes) }),
      },
    ]),
  );
}

/** Of the extension; what the published API answers to a mistake is not published. */
function anyOther(route: Route): Record<string, Json> {
  if (INTEGER_PLACES.has(route.origin) || route.method === 'HEAD') return {};
  return { default: { description: ANY_OTHER, content: problemContent([]) } };
}

/** A wrong digest of a whole upload is a 422: the content, not the message, is refused. */
function statusesOf(code: ProblemCode, route: Route): readonly number[] {
  return code === 'digest-mismatch' && route.request === 'bytes' ? [400, 422] : [PROBLEM_STATUS[code]];
}

function problemContent(codes: readonly ProblemCode[]): Json {
  const problem = { $ref: '#/components/schemas/Problem' };
  const schema = codes.includes('already-delivered')
    ? { anyOf: [{ $ref: '#/components/schemas/AlreadyDelivered' }, problem] }
    : problem;
  return { 'application/problem+json': { schema } };
}
