import { appError } from '../../src/core/app-error';
import type { AppError } from '../../src/core/app-error';
import { ARCHIVE_LIMITS, judgeEntry, UniqueNames } from '../../src/core/archive/entry-policy';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { readCentralDirectory } from './central-directory';
import { loadUnpacking } from './load-unpacking';
import type { Unpacking } from './load-unpacking';
import { readEntry } from './read-entry';
import type { SlabReader } from './slab-reader';

/** A document of an archive that can be read when its turn comes, or the reason why it cannot. */
export interface ArchiveDocument {
  /** Sanitised path, unique within the archive. */
  readonly name: string;
  /** Bytes, as the directory declares. */
  readonly size: number;
  /** Set when the entry is refused without being read. */
  readonly refusal: AppError | null;
  /**
   * Reads, inflates and checks the bytes, which are the caller's own: one document alive at a time is its duty.
   * @param password the batch's, when it was given.
   */
  readonly read: (password: string | null) => Promise<Result<Uint8Array<ArrayBuffer>>>;
}

/**
 * Lists the PDFs of a ZIP in the order in which their bytes lie. Reads the central directory only.
 * @param unpacking one for all archives of a batch.
 */
export async function readArchive(
  blob: Blob,
  slabs: SlabReader,
  unpacking: () => Promise<Unpacking> = loadUnpacking(),
): Promise<Result<readonly ArchiveDocument[]>> {
  const directory = await readCentralDirectory(blob);
  if (!directory.ok) return directory;
  const names = new UniqueNames();
  const documents = directory.value.flatMap((entry): ArchiveDocument[] => {
    const verdict = judgeEntry(entry);
    if (verdict.kind === 'skip') return [];
    const refusal = verdict.kind === 'refuse' ? appError(verdict.code) : null;
    const read = (password: string | null) =>
      refusal === null ? readEntry(slabs, blob, entry, password, unpacking) : Promise.resolve(err(refusal));
    return [{ name: names.take(verdict.displayName), size: entry.size, refusal, read }];
  });
  if (documents.length > ARCHIVE_LIMITS.documents) {
    const details = { limit: ARCHIVE_LIMITS.documents, found: documents.length };
    return err(appError('archive/too-many-entries', details));
  }
  return documents.length > 0 ? ok(documents) : err(appError('archive/no-pdf'));
}
