import { releaseProxy, wrap, proxy } from 'comlink';
import { afterEach, expect, it } from 'vitest';
import type { LocalClient } from '../../../src/core/clients/client';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import type { BatchId, LocalClientId } from '../../../src/core/ids';
import { NO_SIGNING_FACTS } from '../../../src/core/clients/signing-facts';
import { openDocument } from '../../../src/vault/document-key';
import { sealJson } from '../../../src/vault/seal';
import type { DocumentsWorkerApi } from '../../../src/worker-bridge/documents-worker-api';

interface Person {
  readonly key: string;
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly clientNumber: string;
  readonly household: string;
  readonly sin: string;
  readonly sinInList: string | null;
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly address: { readonly street: string; readonly city: string; readonly postalCode: string };
}

const toClient = (person: Person): LocalClient => ({
  id: person.key as LocalClientId,
  code: person.clientNumber,
  kind: 'individual',
  clientNumber: person.clientNumber,
  name: { full: person.name, first: person.first, last: person.last },
  sin: person.sinInList === null ? person.sin || null : null,
  businessNumber: null,
  programAccount: null,
  enterpriseNumber: null,
  birthDate: null,
  email: person.email || null,
  phone: null,
  address: { unit: null, country: null, province: 'QC', ...person.address },
  language: person.language,
  accountManager: null,
  household: person.household,
  relation: null,
  ...NO_SIGNING_FACTS,
});

let worker: Worker | null = null;
afterEach(() => worker?.terminate());

it('reads a ZIP, previews, draws a page, prepares into OPFS', async () => {
  worker = new Worker(new URL('../../../workers/documents.worker.ts', import.meta.url), { type: 'module' });
  const api = wrap<DocumentsWorkerApi>(worker);
  const office = (await (await fetch('/fictif/office.json')).json()) as { readonly people: readonly Person[] };
  const zip = await (await fetch('/fictif/t183-2025.zip')).arrayBuffer();
  const aes = { name: 'AES-GCM', length: 256 } as const;
  const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;
  const raw = new Uint8Array(32).fill(3);
  const sealKey = await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']);
  const batchKey = await crypto.subtle.generateKey(aes, false, ['wrapKey', 'unwrapKey']);
  const keys = {
    sealKey,
    identifierKey: await crypto.subtle.importKey('raw', raw, hmac, false, ['sign']),
    deliveryKey: await crypto.subtle.importKey('raw', raw, hmac, false, ['sign']),
  };
  const sealed = await sealJson(sealKey, 'client-chunk:c1', { clients: office.people.map(toClient) });
  expect(await api.configure(keys, { chunks: [{ id: 'c1', sealed }], snapshot: null })).toMatchObject({ ok: true });

  const rows: DocumentRow[] = [];
  const progress: number[] = [];
  const summary = await api.read(
    {
      files: [new File([zip], 't183-2025.zip')],
      options: { form: 'T183', naming: 'detect', taxYear: 2025 },
      delivered: [],
    },
    proxy((chunk: readonly DocumentRow[]) => void rows.push(...chunk)),
    proxy((done: number) => void progress.push(done)),
  );
  expect(summary).toMatchObject({ ok: true, value: { shifted: false, counts: { blocked: 1 } } });
  expect(rows).toHaveLength(25);
  expect(progress.at(-1)).toBe(25);
  expect([...(await api.view({ status: 'blocked', search: '' }))]).toHaveLength(1);

  const [first] = rows;
  if (!first) throw new Error('no row');
  const image = await api.pageImage(first.id, 1, 1.5);
  if (!image.ok) throw new Error(image.error.code);
  expect([image.value.width, image.value.height]).toEqual([918, 1188]);
  expect(await darkPixels(image.value)).toBeGreaterThan(1000);
  expect(await api.pageImage(first.id, 9, 1)).toEqual({ ok: false, error: { code: 'pdf/no-such-page' } });
  // A page that was left is not drawn to its end; the one asked after it is.
  const left = api.pageImage(first.id, 1, 6, 1);
  const next = api.pageImage(first.id, 1, 1, 2);
  await api.stopDrawing(1);
  expect(await left).toEqual({ ok: false, error: { code: 'worker/aborted' } });
  expect(await next).toMatchObject({ ok: true, value: { width: 612, height: 792 } });

  const batch = `test${Date.now()}` as BatchId;
  const decisions = rows.map(({ id }) => [id, { kind: 'confirm' }] as const);
  const prepared = await api.prepare(
    { batch, batchKey, decisions },
    proxy(() => undefined),
  );
  if (!prepared.ok) throw new Error(prepared.error.code);
  const { documents, refused, fallbackBytes } = prepared.value;
  expect([documents.length, refused.length, fallbackBytes.length]).toEqual([24, 0, 0]);

  // A share for each worker, each in a pack of its own, where there is a second processor.
  const packs = new Set(documents.map(({ sealed }) => sealed.pack));
  expect(packs.size).toBe(Math.min(2, navigator.hardwareConcurrency));

  // From another worker's pack than the first, where there is one.
  const document = documents.at(-1);
  if (!document) throw new Error('nothing prepared');
  const bytes = await readPack(document.sealed.pack, document.sealed.offset, document.sealed.length);
  const opened = await openDocument(bytes, document.sealed.wrappedKey, document.sealed.id, batchKey);
  expect(opened.ok && new TextDecoder().decode(opened.value.slice(0, 5))).toBe('%PDF-');
  expect(opened.ok && opened.value.length).toBe(document.size);
  api[releaseProxy]();
});

async function darkPixels(bitmap: ImageBitmap): Promise<number> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: new Uint8ClampedArray() };
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
  return dark;
}

/** Finds the pack wherever the store keeps it. */
async function readPack(name: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const found = await findFile(await navigator.storage.getDirectory(), name);
  if (!found) throw new Error('no pack');
  const file = await found.getFile();
  return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
}

async function findFile(directory: FileSystemDirectoryHandle, name: string): Promise<FileSystemFileHandle | null> {
  for await (const handle of directory.values()) {
    if (handle.kind === 'file' && handle.name === name) return handle as FileSystemFileHandle;
    if (handle.kind === 'directory') {
      const inside = await findFile(handle as FileSystemDirectoryHandle, name);
      if (inside) return inside;
    }
  }
  return null;
}
