import { fetchHttp } from '../sync/fetch-http';
import type { Http } from '../sync/ports';

/** This page's requests to the office's own server. */
export function officeHttp(key: () => string | null, apiBase: () => string): Http {
  const toServer = {
    fetch: fetch.bind(globalThis),
    key,
    online: () => navigator.onLine,
    digest: async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
    timeout: (ms: number) => AbortSignal.timeout(ms),
  };
  // The base is read at each request: a page that started offline learns it later.
  return { request: (request) => fetchHttp({ ...toServer, base: apiBase() }).request(request) };
}
