import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { readPack } from '../../src/store/packs/read-pack';
import { openDocument } from '../../src/vault/document-key';
import type { PackageEntry, PackageRequest, PackageWorkerApi } from '../../src/worker-bridge/package-worker-api';
import { archiveWriter } from '../archive/write-archive';
import { sha256Hex } from '../shared/sha256-hex';
import type { PackageSink } from './package-sink';

type SealedBytes = Parameters<PackageWorkerApi['write']>[1];

/** Opens, checks and writes one document at a time, then the texts. The sink is closed or given up by the caller. */
export async function writePackage(
  { batchKey, documents, texts }: Omit<PackageRequest, 'target'>,
  sink: PackageSink,
  sealedBytes: SealedBytes,
  onProgress: (done: number, total: number) => void,
): Promise<Result<number>> {
  const archive = archiveWriter(sink.write);
  let done = 0;
  for (const document of documents) {
    const pdf = await openEntry(document, batchKey, sealedBytes);
    if (!pdf.ok) return pdf;
    await archive.add(document.path, pdf.value);
    done += 1;
    onProgress(done, documents.length);
  }
  for (const { path, text } of texts) await archive.add(path, new TextEncoder().encode(text));
  return ok(await archive.finish());
}

async function openEntry(
  { sealed, sha256 }: PackageEntry,
  batchKey: CryptoKey,
  sealedBytes: SealedBytes,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const bytes = sealed.pack === 'idb' ? await sealedBytes(sealed.id) : await readPack(sealed);
  if (!bytes.ok) return bytes;
  const pdf = await openDocument(bytes.value, sealed.wrappedKey, sealed.id, batchKey);
  if (!pdf.ok) return pdf;
  // The manifest names this digest: bytes that are not it never leave under it.
  return (await sha256Hex(pdf.value)) === sha256 ? pdf : err(appError('vault/damaged-record'));
}
