import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { DocumentBytes } from './document-bytes';

/**
 * A pack lives without a document from its first byte to its batch's transaction, maybe in another tab. One hour is far
 * longer than that takes, and its bytes are safe to leave: the keys that open them died with the tab.
 */
export const ORPHAN_AGE_MS = 60 * 60 * 1000;

/** At start: removes packs left by a tab that died before its transaction. Answers the bytes given back. */
export async function collectOrphans(bytes: DocumentBytes, now: number): Promise<Result<number>> {
  const orphans = await bytes.orphans();
  if (!orphans.ok) return orphans;
  let freed = 0;
  for (const { pack, lastModified, size } of orphans.value) {
    if (now - lastModified < ORPHAN_AGE_MS) continue;
    // In use after all (`storage/pack-in-use`): the next start will see to it.
    if ((await bytes.remove(pack)).ok) freed += size;
  }
  return ok(freed);
}
