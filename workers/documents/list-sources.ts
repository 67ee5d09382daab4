import { appError } from '../../src/core/app-error';
import type { AppError } from '../../src/core/app-error';
import { ARCHIVE_LIMITS, displayNameOf, UniqueNames } from '../../src/core/archive/entry-policy';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { loadUnpacking } from '../archive/load-unpacking';
import { readArchive } from '../archive/read-archive';
import type { ArchiveDocument } from '../archive/read-archive';
import { SlabReader } from '../archive/slab-reader';

const isPdfName = (name: string): boolean => /\.pdf$/i.test(name);

/**
 * The documents of what was dropped: a ZIP's entries, loose PDFs, or both, in the order given. A file that is neither,
 * or an archive that cannot be listed, fails the whole only when it is alone; otherwise it is one refused row.
 */
export async function listSources(files: readonly File[]): Promise<Result<readonly ArchiveDocument[]>> {
  const listed: ArchiveDocument[] = [];
  const names = new UniqueNames();
  const slabs = new SlabReader();
  const unpacking = loadUnpacking();
  for (const file of files) {
    const documents = isPdfName(file.name) ? ok([loosePdf(file)]) : await readArchive(file, slabs, unpacking);
    if (documents.ok) listed.push(...documents.value);
    else if (files.length === 1) return documents;
    else listed.push(refused(file, documents.error));
  }
  if (listed.length === 0) return err(appError('archive/no-pdf'));
  return ok(listed.map((document) => ({ ...document, name: names.take(document.name) })));
}

function loosePdf(file: File): ArchiveDocument {
  if (file.size > ARCHIVE_LIMITS.entrySize) return refused(file, appError('archive/entry-too-large'));
  return {
    name: displayNameOf(file.name),
    size: file.size,
    refusal: null,
    read: async () => {
      try {
        return ok(new Uint8Array(await file.arrayBuffer()));
      } catch {
        // The file was moved, renamed or changed on disk since it was dropped.
        return err(appError('batch/source-changed'));
      }
    },
  };
}

const refused = (file: File, error: AppError): ArchiveDocument => ({
  name: displayNameOf(file.name),
  size: file.size,
  refusal: error,
  read: () => Promise.resolve(err(error)),
});
