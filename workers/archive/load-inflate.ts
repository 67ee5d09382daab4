import { fflateInflate, nativeInflate } from './native-inflate';
import type { Inflate } from './native-inflate';

let loading: Promise<Inflate> | null = null;

/** zlib in wasm, fetched once a worker from our own origin and precached for offline use; fflate where it cannot be. */
export function loadInflate(): Promise<Inflate> {
  loading ??= compile().catch(() => fflateInflate);
  return loading;
}

async function compile(): Promise<Inflate> {
  const { default: url } = await import('@zip.js/zip.js/dist/zip-module.wasm?url');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`inflate: ${response.status}`);
  return nativeInflate(await WebAssembly.compile(await response.arrayBuffer()));
}
