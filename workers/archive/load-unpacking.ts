import { createCRC32 } from 'hash-wasm';
import { crc32 } from './crc32';
import { fflateInflate, nativeInflate } from './native-inflate';
import type { Inflate } from './native-inflate';

/** What an entry is unpacked and checked with. */
export interface Unpacking {
  readonly inflate: Inflate;
  readonly crc32: (bytes: Uint8Array) => number;
}

/**
 * Both in wasm, made at the first entry and once for whoever asked; in JavaScript where that cannot be had, five times
 * slower.
 */
export function loadUnpacking(): () => Promise<Unpacking> {
  let loading: Promise<Unpacking> | null = null;
  return () => {
    loading ??= Promise.all([loadInflate().catch(() => fflateInflate), loadCrc().catch(() => crc32)]).then(
      ([inflate, crc]) => ({ inflate, crc32: crc }),
    );
    return loading;
  };
}

/** zlib, fetched from our own origin and precached for offline use. */
async function loadInflate(): Promise<Inflate> {
  const { default: url } = await import('@zip.js/zip.js/dist/zip-module.wasm?url');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`inflate: ${response.status}`);
  return nativeInflate(await WebAssembly.compile(await response.arrayBuffer()));
}

async function loadCrc(): Promise<Unpacking['crc32']> {
  const hash = await createCRC32();
  return (bytes) => parseInt(hash.init().update(bytes).digest('hex'), 16);
}
