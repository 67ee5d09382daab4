import type { AppError } from '../../core/app-error';
import { appError } from '../../core/app-error';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { PackPlace } from './open-pack-writer';
import { packDirectory } from './pack-directory';
import { packError } from './pack-error';

/** The sealed bytes at a place, from any thread, also while a writer has the file open. One slice in memory, no more. */
export async function readPack(place: PackPlace): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const directory = await packDirectory();
    const file = await (await directory.getFileHandle(place.pack)).getFile();
    const bytes = await file.slice(place.offset, place.offset + place.length).arrayBuffer();
    if (bytes.byteLength !== place.length) return err<AppError>(appError('storage/missing-document'));
    return ok(new Uint8Array(bytes));
  } catch (error) {
    return err(packError(error));
  }
}
