import { randomUUID } from 'node:crypto';
import type { Answered, Fault } from './proxy';

interface Page {
  readonly data: readonly unknown[];
  readonly nextCursor: string | null;
}

const jsonOf = <T>(body: Uint8Array): T => JSON.parse(new TextDecoder().decode(body)) as T;
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** Reads an Idempotency-Key and forgets it: a request that is sent again after a lost answer has its effect again. */
export const FORGETS_KEYS: Fault = {
  request: (passing) => {
    const headers = new Headers(passing.headers);
    if (passing.method === 'POST' && headers.has('Idempotency-Key')) headers.set('Idempotency-Key', randomUUID());
    return { ...passing, headers };
  },
};

/** Takes whatever bytes come for those that were announced: a damaged document counts as delivered. */
export const TRUSTS_BYTES: Fault = {
  answer: ({ method, path, body }, answered): Answered => {
    const isUpload = method === 'PUT' && path.startsWith('impot-sync/v1/uploads/');
    if (!isUpload || (answered.status !== 422 && answered.status !== 400)) return answered;
    if (jsonOf<{ code: string }>(answered.body).code !== 'digest-mismatch') return answered;
    const headers = new Headers({ 'Upload-Offset': String(body.byteLength), 'Upload-Complete': '?1' });
    return { status: 201, headers, body: new Uint8Array() };
  },
};

/** Begins each next page one row too late: a delivery that the other workstation never sees is sent again. */
export const LOSES_A_ROW: Fault = {
  answer: ({ method, path, url }, answered): Answered => {
    const isNext = method === 'GET' && path === 'impot-sync/v1/deliveries' && url.searchParams.has('cursor');
    if (!isNext || answered.status !== 200) return answered;
    const { data, nextCursor } = jsonOf<Page>(answered.body);
    const headers = new Headers(answered.headers);
    // It would be true of what it answers.
    headers.delete('Content-Digest');
    return { ...answered, headers, body: bytesOf({ data: data.slice(1), nextCursor }) };
  },
};

/** Holds no delivery key unique: two workstations deliver the same document. */
export const DELIVERS_TWICE: Fault = {
  request: (passing) => {
    if (passing.method !== 'POST' || passing.path !== 'impot-sync/v1/envelopes') return passing;
    const text = new TextDecoder().decode(passing.body);
    const changed = text.replace(/"deliveryKey":"[A-Za-z0-9_-]*"/g, () => `"deliveryKey":"${randomUUID()}"`);
    const headers = new Headers(passing.headers);
    headers.delete('Content-Digest');
    return { ...passing, headers, body: new TextEncoder().encode(changed) };
  },
};
