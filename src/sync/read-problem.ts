import type { ServerProblem } from '../core/outbox/outbox-entry';

/**
 * The server's refusal in its own words: RFC 9457 as our extension speaks it, or any JSON object (the documented API
 * does not say what its errors look like). `null` when it is not JSON: then it was not GEM-BOOKS that answered.
 */
export function readProblem(status: number, body: string): ServerProblem | null {
  const value = parseObject(body);
  if (value === null) return null;
  const nested = typeof value['error'] === 'object' && value['error'] !== null ? { ...value['error'] } : {};
  const words = [
    value['detail'],
    value['message'],
    value['error'],
    'message' in nested ? nested.message : null,
    value['title'],
  ];
  return {
    status,
    code: typeof value['code'] === 'string' ? value['code'] : `http-${status}`,
    detail: words.find((word): word is string => typeof word === 'string' && word !== '')?.slice(0, 1000) ?? '',
  };
}

/** A JSON object, or `null` for anything else. */
export function parseObject(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
