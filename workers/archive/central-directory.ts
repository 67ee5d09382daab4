import { appError } from '../../src/core/app-error';
import type { EntryHeader } from '../../src/core/archive/entry-policy';
import { ARCHIVE_LIMITS } from '../../src/core/archive/entry-policy';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { crc32 } from './crc32';
import { decodeEntryNames } from './decode-entry-names';
import { findDirectory } from './find-directory';

/** One entry, with where its local header lies and what its bytes must hash to. */
export interface ArchiveEntry extends EntryHeader {
  readonly crc32: number;
  /** General purpose flags (APPNOTE §4.4.4). */
  readonly flags: number;
  /** Name as written, to be found again in the local header. */
  readonly rawName: Uint8Array;
  /** Body of WinZip's AES extra field (0x9901); `null` when there is none. */
  readonly aesField: Uint8Array | null;
  /** Position in the Blob. */
  readonly localHeaderOffset: number;
  /** Position that this entry's bytes must not pass: the next entry's, or the directory's. */
  readonly limit: number;
}

type RawEntry = Omit<ArchiveEntry, 'name' | 'overlaps' | 'limit'> & { readonly unicodeName: Uint8Array | null };

const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const UTF8_NAME = 0x800;
const ENCRYPTED = 1;
/** Strong encryption, and headers masked by it: bits 6 and 13. */
const STRONGLY_ENCRYPTED = 0x2040;

/**
 * Reads the central directory from the end of the Blob; entries in the order in which their bytes lie. A directory with
 * more or fewer records than the end record declares is `archive/inconsistent`: some document would be missed.
 */
export async function readCentralDirectory(blob: Blob): Promise<Result<readonly ArchiveEntry[]>> {
  const found = await findDirectory(blob);
  if (!found.ok) return found;
  const place = found.value;
  const tooMany = (count: number) =>
    err(appError('archive/too-many-entries', { limit: ARCHIVE_LIMITS.entries, found: count }));
  if (place.entries > ARCHIVE_LIMITS.entries || place.size > ARCHIVE_LIMITS.directorySize)
    return tooMany(place.entries);
  const view = new DataView(await blob.slice(place.offset, place.offset + place.size).arrayBuffer());
  const list: RawEntry[] = [];
  let at = 0;
  while (at + 4 <= view.byteLength && view.getUint32(at, true) === CENTRAL_SIGNATURE) {
    const parsed = parseEntry(view, at, place.base);
    if (parsed === null) return err(appError('archive/truncated'));
    if (list.push(parsed.entry) > ARCHIVE_LIMITS.entries) return tooMany(list.length);
    at = parsed.next;
  }
  // Old writers count modulo 65,536.
  const declared = place.zip64 ? list.length : list.length % 0x10000;
  if (declared !== place.entries) return err(appError('archive/inconsistent'));
  return list.length === 0 ? err(appError('archive/empty')) : ok(inOrder(list, place.offset));
}

/** Sorted by place, with names decoded, and those marked that claim the same bytes as another. */
function inOrder(list: readonly RawEntry[], directory: number): ArchiveEntry[] {
  const sorted = list.toSorted((a, b) => a.localHeaderOffset - b.localHeaderOffset);
  const names = decodeEntryNames(
    sorted.map(({ rawName, unicodeName, flags }) => ({
      bytes: unicodeName ?? rawName,
      utf8: unicodeName !== null || (flags & UTF8_NAME) !== 0,
    })),
  );
  const overlapping = new Set<number>();
  let reach = { end: 0, index: 0 };
  for (const [index, { localHeaderOffset: start, rawName, compressedSize }] of sorted.entries()) {
    if (start < reach.end) overlapping.add(index).add(reach.index);
    const end = start + LOCAL_SIZE + rawName.length + compressedSize;
    if (end > reach.end) reach = { end, index };
  }
  return sorted.map(({ unicodeName: _, ...entry }, index) => ({
    ...entry,
    name: names[index] ?? '',
    overlaps: overlapping.has(index),
    limit: sorted[index + 1]?.localHeaderOffset ?? directory,
  }));
}

function parseEntry(
  view: DataView<ArrayBuffer>,
  at: number,
  base: number,
): { readonly entry: RawEntry; readonly next: number } | null {
  if (at + CENTRAL_SIZE > view.byteLength) return null;
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + CENTRAL_SIZE + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const bytes = (start: number, length: number) => new Uint8Array(view.buffer, view.byteOffset + start, length);
  const extraAt = at + CENTRAL_SIZE + nameLength;
  const fixed = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    localHeaderOffset: view.getUint32(at + 42, true),
  };
  const sizes = zip64Sizes(extraField(view, extraAt, extraLength, 0x0001), fixed);
  const entry: RawEntry = {
    rawName: bytes(at + CENTRAL_SIZE, nameLength),
    unicodeName: unicodePath(extraField(view, extraAt, extraLength, 0x7075), bytes(at + CENTRAL_SIZE, nameLength)),
    aesField: bytesIn(extraField(view, extraAt, extraLength, 0x9901)),
    encryption: flags & STRONGLY_ENCRYPTED ? 'unsupported' : flags & ENCRYPTED ? 'password' : 'none',
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    flags,
    ...sizes,
    localHeaderOffset: sizes.localHeaderOffset + base,
  };
  return { entry, next };
}

/** The body of one extra field, `null` when there is none of that id. */
function extraField(view: DataView<ArrayBuffer>, start: number, length: number, id: number) {
  let at = start;
  while (at + 4 <= start + length) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > start + length) return null;
    if (view.getUint16(at, true) === id) return new DataView(view.buffer, view.byteOffset + at + 4, size);
    at += 4 + size;
  }
  return null;
}

const bytesIn = (field: DataView<ArrayBuffer> | null): Uint8Array | null =>
  field && new Uint8Array(field.buffer, field.byteOffset, field.byteLength);

type Sizes = Pick<ArchiveEntry, 'size' | 'compressedSize' | 'localHeaderOffset'>;

/** The ZIP64 field holds, in this order, only those values that the fixed part has no room for. */
function zip64Sizes(field: DataView | null, fixed: Sizes): Sizes {
  let at = 0;
  const take = (value: number): number => {
    if (field === null || value !== 0xffffffff || at + 8 > field.byteLength) return value;
    at += 8;
    return Number(field.getBigUint64(at - 8, true));
  };
  const size = take(fixed.size);
  const compressedSize = take(fixed.compressedSize);
  return { size, compressedSize, localHeaderOffset: take(fixed.localHeaderOffset) };
}

/** Info-ZIP's Unicode path (APPNOTE §4.6.9): version, CRC-32 of the name it stands for, then UTF-8. */
function unicodePath(field: DataView<ArrayBuffer> | null, name: Uint8Array): Uint8Array | null {
  if (field === null || field.byteLength < 6 || field.getUint8(0) !== 1) return null;
  // A tool that renamed the entry without knowing the field left a name behind that is no longer its own.
  if (field.getUint32(1, true) !== crc32(name)) return null;
  return new Uint8Array(field.buffer, field.byteOffset + 5, field.byteLength - 5);
}
