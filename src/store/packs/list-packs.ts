import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { packDirectory } from './pack-directory';
import { packError } from './pack-error';
import { isPackName } from './pack-name';

export interface FoundPack {
  readonly pack: string;
  /** Epoch milliseconds. */
  readonly lastModified: number;
  /** Bytes. */
  readonly size: number;
}

export async function listPacks(): Promise<Result<readonly FoundPack[]>> {
  try {
    const directory = await packDirectory();
    const found: FoundPack[] = [];
    for await (const [name, handle] of directory.entries()) {
      if (!isPackName(name) || handle.kind !== 'file') continue;
      const { lastModified, size } = await (handle as FileSystemFileHandle).getFile();
      found.push({ pack: name, lastModified, size });
    }
    return ok(found);
  } catch (error) {
    return err(packError(error));
  }
}
