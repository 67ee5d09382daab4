import { appError } from '../../src/core/app-error';
import { ARCHIVE_LIMITS } from '../../src/core/archive/entry-policy';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ArchiveEntry } from './central-directory';
import { findEntryData } from './entry-data';
import type { Unpacking } from './load-unpacking';
import type { SlabReader } from './slab-reader';

const STORED = 0;
const DEFLATED = 8;

/**
 * One entry's bytes, inflated and checked. Never more than the declared size is allocated, whatever the data say.
 * `archive/damaged-entry` when length, CRC-32 or the stream do not hold; `archive/needs-password` and
 * `archive/wrong-password` for an encrypted one; `batch/source-changed` when the file can no longer be read.
 * @param password the batch's, when it was given.
 * @param unpacking asked for at the first entry that is not a rare one.
 */
export async function readEntry(
  slabs: SlabReader,
  blob: Blob,
  entry: ArchiveEntry,
  password: string | null,
  unpacking: () => Promise<Unpacking>,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (entry.encryption === 'password' && password === null) return err(appError('archive/needs-password'));
  try {
    const place = await findEntryData(slabs, blob, entry);
    if (!place.ok) return place;
    const { start, end } = place.value;
    if (entry.encryption === 'none' && (entry.method === STORED || entry.method === DEFLATED)) {
      const tools = await unpacking();
      return await slabs.read(blob, start, end, (data) => expand(data, entry, tools));
    }
    // Loaded when the first such entry is met: few archives have one.
    const { readRareEntry } = await import('./read-rare-entry');
    return await readRareEntry(blob.slice(entry.localHeaderOffset, end), entry, password);
  } catch {
    // The file was moved, renamed or changed on disk since it was dropped.
    return err(appError('batch/source-changed'));
  }
}

function expand(data: Uint8Array<ArrayBuffer>, { method, size, crc32: wanted }: ArchiveEntry, unpacking: Unpacking) {
  // A copy, since the slab is shared.
  const bytes = method === STORED ? data.slice() : unpacking.inflate(data, size);
  const whole = bytes !== null && bytes.length === size && bytes.length <= ARCHIVE_LIMITS.entrySize;
  return whole && unpacking.crc32(bytes) === wanted ? ok(bytes) : err(appError('archive/damaged-entry'));
}
