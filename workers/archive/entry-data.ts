import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ArchiveEntry } from './central-directory';
import type { SlabReader } from './slab-reader';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;

/** Where an entry's bytes lie in the Blob; `end` is exclusive. */
export interface DataPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds an entry's data behind its local header, and holds that header to the directory: another name or method there
 * is another document for other tools (`archive/damaged-entry`); bytes beyond its limit are someone else's
 * (`archive/overlapping-entry`); beyond the file, it was cut (`archive/truncated`).
 */
export async function findEntryData(
  slabs: SlabReader,
  blob: Blob,
  { localHeaderOffset: at, compressedSize, limit, rawName, method }: ArchiveEntry,
): Promise<Result<DataPlace>> {
  const damaged = err(appError('archive/damaged-entry'));
  const nameAt = at + LOCAL_SIZE;
  if (nameAt + rawName.length > blob.size) return err(appError('archive/truncated'));
  const behind = await slabs.read(blob, at, nameAt + rawName.length, (head) => {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    if (view.getUint32(0, true) !== LOCAL_SIGNATURE || view.getUint16(8, true) !== method) return null;
    const nameLength = view.getUint16(26, true);
    const sameName = nameLength === rawName.length && rawName.every((byte, index) => head[LOCAL_SIZE + index] === byte);
    return sameName ? nameLength + view.getUint16(28, true) : null;
  });
  if (behind === null) return damaged;
  const start = nameAt + behind;
  const end = start + compressedSize;
  if (end > blob.size) return err(appError('archive/truncated'));
  return end > limit ? err(appError('archive/overlapping-entry')) : ok({ start, end });
}
