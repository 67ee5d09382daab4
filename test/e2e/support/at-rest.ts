import type { Page } from 'playwright-core';

/** Everything this origin keeps on the machine, as the browser gives it back. Bytes are base64 under `$bytes`. */
export interface AtRest {
  readonly records: readonly { readonly database: string; readonly store: string; readonly value: unknown }[];
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly cached: readonly { readonly url: string; readonly base64: string }[];
  readonly localStorage: Readonly<Record<string, string>>;
}

/** Runs in the page: IndexedDB, OPFS, caches and localStorage, whole. */
export function readAtRest(page: Page): Promise<AtRest> {
  return page.evaluate(async () => {
    const toBase64 = (bytes: Uint8Array) => {
      let text = '';
      for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      return btoa(text);
    };
    const plain = (value: unknown): unknown => {
      if (value instanceof CryptoKey) return { $cryptoKey: { type: value.type, extractable: value.extractable } };
      if (value instanceof ArrayBuffer) return { $bytes: toBase64(new Uint8Array(value)) };
      if (ArrayBuffer.isView(value))
        return { $bytes: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
      if (Array.isArray(value)) return value.map(plain);
      if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
      return value;
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    const records: { database: string; store: string; value: unknown }[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = await done(database.transaction(store).objectStore(store).getAll());
        for (const value of all) records.push({ database: name, store, value: plain(value) });
      }
      database.close();
    }

    const files: { name: string; base64: string }[] = [];
    const visit = async (directory: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of directory.entries()) {
        if (handle.kind === 'directory') await visit(handle as FileSystemDirectoryHandle, `${path}${name}/`);
        else {
          const file = await (handle as FileSystemFileHandle).getFile();
          files.push({ name: `${path}${name}`, base64: toBase64(new Uint8Array(await file.arrayBuffer())) });
        }
      }
    };
    await visit(await navigator.storage.getDirectory(), '');

    const cached: { url: string; base64: string }[] = [];
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        cached.push({ url: request.url, base64: toBase64(new Uint8Array((await response?.arrayBuffer()) ?? [])) });
      }
    }
    return { records, files, cached, localStorage: { ...localStorage } };
  });
}
