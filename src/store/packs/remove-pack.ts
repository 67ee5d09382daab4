import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { packDirectory } from './pack-directory';
import { packError } from './pack-error';

/** Removes a pack; one that is gone already is removed. `storage/pack-in-use` while a writer has it. */
export async function removePack(pack: string): Promise<Result<null>> {
  try {
    const directory = await packDirectory();
    await directory.removeEntry(pack);
    return ok(null);
  } catch (error) {
    const failure = packError(error);
    return failure.code === 'storage/missing-document' ? ok(null) : err(failure);
  }
}
