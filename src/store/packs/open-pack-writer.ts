import type { AppError } from '../../core/app-error';
import { appError } from '../../core/app-error';
import type { BatchId } from '../../core/ids';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { packDirectory } from './pack-directory';
import { packError } from './pack-error';
import { packName } from './pack-name';
import type { SyncAccessHandle } from './sync-access-handle';
import { hasSyncAccess } from './sync-access-handle';

/** Where sealed bytes lie: `offset` and `length` in bytes. */
export interface PackPlace {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
}

/** Appends sealed documents to one OPFS file. Synchronous, as the handle is; after any error only `close` is of use. */
export interface PackWriter {
  /** Makes room for `bytes` more, so that a full disk is known before the work and not in the middle of it. */
  reserve(bytes: number): Result<null>;
  /** The place is to be believed only after `flush`. */
  append(bytes: Uint8Array<ArrayBuffer>): Result<PackPlace>;
  /** On disk when it returns: only then may the transaction that refers to it be written. */
  flush(): Result<null>;
  /** Gives back what was reserved and not used, and lets go of the file. */
  close(): Result<null>;
}

/**
 * Opens the pack of a batch for writing; in a worker only. `worker` is its rank in the pool.
 * Errors: `storage/pack-in-use` (another writer has it), `storage/quota`, and `storage/blocked` where there is no OPFS
 * or no sync access handle: keep the sealed bytes and hand them over as `fallbackBytes` with the pack `idb`.
 */
export async function openPackWriter(batch: BatchId, worker = 0): Promise<Result<PackWriter>> {
  const pack = packName(batch, worker);
  try {
    const directory = await packDirectory();
    const file = await directory.getFileHandle(pack, { create: true });
    if (!hasSyncAccess(file)) return err(appError('storage/blocked'));
    return ok(packWriter(pack, await file.createSyncAccessHandle()));
  } catch (error) {
    return err(packError(error));
  }
}

function packWriter(pack: string, handle: SyncAccessHandle): PackWriter {
  let end = handle.getSize();
  const guarded = <T>(work: () => T): Result<T> => {
    try {
      return ok(work());
    } catch (error) {
      return err(packError(error));
    }
  };
  return {
    reserve: (bytes) =>
      guarded(() => {
        if (end + bytes > handle.getSize()) handle.truncate(end + bytes);
        return null;
      }),
    append: (bytes) => {
      const written = guarded(() => handle.write(bytes, { at: end }));
      if (!written.ok) return written;
      if (written.value !== bytes.byteLength) return err<AppError>(appError('storage/quota'));
      const place = { pack, offset: end, length: bytes.byteLength };
      end += bytes.byteLength;
      return ok(place);
    },
    flush: () =>
      guarded(() => {
        handle.flush();
        return null;
      }),
    close: () =>
      guarded(() => {
        try {
          if (handle.getSize() > end) handle.truncate(end);
          handle.flush();
        } finally {
          handle.close();
        }
        return null;
      }),
  };
}
