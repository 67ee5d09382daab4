import { inflateSync } from 'fflate';
import { appError } from '../../src/core/app-error';
import { ARCHIVE_LIMITS } from '../../src/core/archive/entry-policy';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ArchiveEntry } from './central-directory';
import { crc32 } from './crc32';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;

/**
 * One entry's bytes, inflated and checked. Never more than the declared size is allocated, whatever the data say;
 * `archive/damaged-entry` when length, CRC-32 or the deflate stream do not hold, `archive/truncated` when the archive
 * ends before the entry does.
 */
export async function readEntry(blob: Blob, entry: ArchiveEntry): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { localHeaderOffset: at, compressedSize } = entry;
  if (at + LOCAL_SIZE > blob.size) return err(appError('archive/truncated'));
  const head = new DataView(await blob.slice(at, at + LOCAL_SIZE).arrayBuffer());
  if (head.getUint32(0, true) !== LOCAL_SIGNATURE) return err(appError('archive/damaged-entry'));
  const start = at + LOCAL_SIZE + head.getUint16(26, true) + head.getUint16(28, true);
  if (start + compressedSize > blob.size) return err(appError('archive/truncated'));
  const data = new Uint8Array(await blob.slice(start, start + compressedSize).arrayBuffer());
  const bytes = entry.method === 0 ? data : inflateBounded(data, entry.size);
  if (bytes === null || bytes.length !== entry.size || bytes.length > ARCHIVE_LIMITS.entrySize) {
    return err(appError('archive/damaged-entry'));
  }
  return crc32(bytes) === entry.crc32 ? ok(bytes) : err(appError('archive/damaged-entry'));
}

/**
 * `null` when the stream is broken or shorter than `size`. fflate never grows a buffer it was given: what a lying header
 * leaves no room for falls away, and the CRC-32 then does not hold.
 */
function inflateBounded(data: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> | null {
  try {
    const out = inflateSync(data, { out: new Uint8Array(size) });
    return out.length === size ? new Uint8Array(out.buffer as ArrayBuffer, out.byteOffset, size) : null;
  } catch {
    return null;
  }
}
