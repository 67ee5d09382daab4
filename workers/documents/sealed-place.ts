import type { SealedDocument } from '../../src/core/documents/prepared-document';
import type { BatchId, DocumentId } from '../../src/core/ids';
import { releaseBytes } from '../../src/vault/release-bytes';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { openPackWriter } from '../../src/store/packs/open-pack-writer';

export type SealedPlace = Pick<SealedDocument, 'pack' | 'offset' | 'length'>;

/** Where a batch's sealed bytes go. `close` must be called, and succeed, before any place is told to the store. */
export interface SealedKeeper {
  readonly reserve: (bytes: number) => Result<null>;
  readonly keep: (id: DocumentId, sealed: Uint8Array<ArrayBuffer>) => Result<SealedPlace>;
  readonly close: () => Result<null>;
  /** Sealed bytes to be kept in IndexedDB; filled only where there is no OPFS. */
  readonly fallback: readonly (readonly [DocumentId, Uint8Array<ArrayBuffer>])[];
}

/** An OPFS pack; where the browser has none (`storage/blocked`), the bytes themselves, for IndexedDB. */
export async function openKeeper(batch: BatchId, number: number): Promise<Result<SealedKeeper>> {
  const pack = await openPackWriter(batch, number);
  if (!pack.ok) return pack.error.code === 'storage/blocked' ? ok(memoryKeeper()) : pack;
  const writer = pack.value;
  return ok({
    reserve: (bytes) => writer.reserve(bytes),
    keep: (_, sealed) => {
      const place = writer.append(sealed);
      releaseBytes(sealed);
      return place;
    },
    close: () => {
      const flushed = writer.flush();
      const closed = writer.close();
      return flushed.ok ? closed : flushed;
    },
    fallback: [],
  });
}

function memoryKeeper(): SealedKeeper {
  const fallback: (readonly [DocumentId, Uint8Array<ArrayBuffer>])[] = [];
  return {
    reserve: () => ok(null),
    keep: (id, sealed) => {
      fallback.push([id, sealed]);
      return ok({ pack: 'idb', offset: 0, length: sealed.length });
    },
    close: () => ok(null),
    fallback,
  };
}
