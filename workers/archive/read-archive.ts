import { appError } from '../../src/core/app-error';
import type { AppError } from '../../src/core/app-error';
import { judgeEntry, UniqueNames } from '../../src/core/archive/entry-policy';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { readCentralDirectory } from './central-directory';
import { readEntry } from './read-entry';

/** A document of an archive that can be read when its turn comes, or the reason why it cannot. */
export interface ArchiveDocument {
  /** Sanitised path, unique within the archive. */
  readonly name: string;
  /** Bytes, as the directory declares. */
  readonly size: number;
  /** Set when the entry is refused without being read. */
  readonly refusal: AppError | null;
  /** Reads, inflates and checks the bytes: one document alive at a time is the caller's duty. */
  readonly read: () => Promise<Result<Uint8Array<ArrayBuffer>>>;
}

/** Lists the PDFs of a ZIP in the order in which their bytes lie. Reads the central directory only. */
export async function readArchive(blob: Blob): Promise<Result<readonly ArchiveDocument[]>> {
  const directory = await readCentralDirectory(blob);
  if (!directory.ok) return directory;
  const names = new UniqueNames();
  const documents = directory.value.flatMap((entry): ArchiveDocument[] => {
    const verdict = judgeEntry(entry);
    if (verdict.kind === 'skip') return [];
    const refusal = verdict.kind === 'refuse' ? appError(verdict.code) : null;
    const read = () => (refusal === null ? readEntry(blob, entry) : Promise.resolve(err(refusal)));
    return [{ name: names.take(verdict.displayName), size: entry.size, refusal, read }];
  });
  return documents.length > 0 ? ok(documents) : err(appError('archive/no-pdf'));
}
