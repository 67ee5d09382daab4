import { appError } from '../../src/core/app-error';
import type { EntryHeader } from '../../src/core/archive/entry-policy';
import { ARCHIVE_LIMITS } from '../../src/core/archive/entry-policy';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { decodeEntryName } from './decode-entry-name';

/** One entry, with where its local header lies and what its bytes must hash to. */
export interface ArchiveEntry extends EntryHeader {
  readonly crc32: number;
  readonly localHeaderOffset: number;
}

/** Signatures and fixed sizes: PKWARE APPNOTE 6.3.10, §4.3. */
const EOCD_SIGNATURE = 0x06054b50;
const EOCD_SIZE = 22;
const MAX_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_EOCD_SIGNATURE = 0x06064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;

interface DirectoryPlace {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}

/** Reads the central directory from the end of the Blob; entries in the order in which their bytes lie. */
export async function readCentralDirectory(blob: Blob): Promise<Result<readonly ArchiveEntry[]>> {
  const place = await findDirectory(blob);
  if (!place.ok) return place;
  const { entries, offset, size } = place.value;
  if (entries === 0) return err(appError('archive/empty'));
  if (entries > ARCHIVE_LIMITS.entries) {
    return err(appError('archive/too-many-entries', { limit: ARCHIVE_LIMITS.entries, found: entries }));
  }
  if (offset + size > blob.size) return err(appError('archive/truncated'));
  const view = await viewOf(blob, offset, offset + size);
  const list: ArchiveEntry[] = [];
  let at = 0;
  while (list.length < entries) {
    const parsed = parseEntry(view, at);
    if (parsed === null) return err(appError('archive/truncated'));
    list.push(parsed.entry);
    at = parsed.next;
  }
  return ok(list.sort((a, b) => a.localHeaderOffset - b.localHeaderOffset));
}

async function findDirectory(blob: Blob): Promise<Result<DirectoryPlace>> {
  if (blob.size === 0) return err(appError('archive/not-a-zip'));
  const tailStart = Math.max(0, blob.size - EOCD_SIZE - MAX_COMMENT);
  const tail = await viewOf(blob, tailStart, blob.size);
  for (let at = tail.byteLength - EOCD_SIZE; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== EOCD_SIGNATURE) continue;
    if (at + EOCD_SIZE + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const entries = tail.getUint16(at + 10, true);
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    const isZip64 = entries === 0xffff || size === 0xffffffff || offset === 0xffffffff;
    return isZip64 ? findZip64Directory(blob, tailStart + at) : ok({ entries, offset, size });
  }
  // It starts like an archive but its end is not there: cut short on the way.
  const head = await viewOf(blob, 0, Math.min(4, blob.size));
  const startsAsZip = head.byteLength === 4 && head.getUint32(0, true) === LOCAL_SIGNATURE;
  return err(appError(startsAsZip ? 'archive/truncated' : 'archive/not-a-zip'));
}

async function findZip64Directory(blob: Blob, eocd: number): Promise<Result<DirectoryPlace>> {
  const truncated = err(appError('archive/truncated'));
  if (eocd < ZIP64_LOCATOR_SIZE) return truncated;
  const locator = await viewOf(blob, eocd - ZIP64_LOCATOR_SIZE, eocd);
  if (locator.getUint32(0, true) !== ZIP64_LOCATOR_SIGNATURE) return truncated;
  const at = Number(locator.getBigUint64(8, true));
  if (at + 56 > blob.size) return truncated;
  const record = await viewOf(blob, at, at + 56);
  if (record.getUint32(0, true) !== ZIP64_EOCD_SIGNATURE) return truncated;
  return ok({
    entries: Number(record.getBigUint64(32, true)),
    size: Number(record.getBigUint64(40, true)),
    offset: Number(record.getBigUint64(48, true)),
  });
}

function parseEntry(view: DataView<ArrayBuffer>, at: number): { entry: ArchiveEntry; next: number } | null {
  if (at + CENTRAL_SIZE > view.byteLength || view.getUint32(at, true) !== CENTRAL_SIGNATURE) return null;
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + CENTRAL_SIZE + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const name = new Uint8Array(view.buffer, view.byteOffset + at + CENTRAL_SIZE, nameLength);
  const sizes = zip64Sizes(view, at + CENTRAL_SIZE + nameLength, extraLength, {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    localHeaderOffset: view.getUint32(at + 42, true),
  });
  const entry: ArchiveEntry = {
    name: decodeEntryName(name, (flags & 0x800) !== 0),
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    ...sizes,
  };
  return { entry, next };
}

type Sizes = Pick<ArchiveEntry, 'size' | 'compressedSize' | 'localHeaderOffset'>;

/** The ZIP64 extra field (0x0001) holds, in this order, only those values that the fixed part has no room for. */
function zip64Sizes(view: DataView<ArrayBuffer>, start: number, length: number, fixed: Sizes): Sizes {
  let at = start;
  while (at + 4 <= start + length) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (id === 1) {
      let field = at + 4;
      const take = (value: number): number => {
        if (value !== 0xffffffff || field + 8 > end) return value;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      const size = take(fixed.size);
      const compressedSize = take(fixed.compressedSize);
      return { size, compressedSize, localHeaderOffset: take(fixed.localHeaderOffset) };
    }
    at = end;
  }
  return fixed;
}

async function viewOf(blob: Blob, start: number, end: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await blob.slice(start, end).arrayBuffer());
}
