import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';

/** Where the central directory lies. */
export interface DirectoryPlace {
  /** As declared; modulo 65,536 where an old writer had no room for more. */
  readonly entries: number;
  readonly zip64: boolean;
  /** Position of its first record, and its bytes. */
  readonly offset: number;
  readonly size: number;
  /** Bytes before the archive (a self-extractor's program): every declared offset is short of this much. */
  readonly base: number;
}

/** Signatures and fixed sizes: PKWARE APPNOTE 6.3.10, §4.3. */
const EOCD_SIGNATURE = 0x06054b50;
const EOCD_SIZE = 22;
const MAX_COMMENT = 0xffff;
/** Mail gateways and copies add bytes behind an archive; more than this is another file: 1 MB. */
const MAX_APPENDED = 1024 * 1024;
/** End records looked at before giving up: an honest archive has one, and those of the archives inside it. */
const MAX_END_RECORDS = 64;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_EOCD_SIGNATURE = 0x06064b50;
const ZIP64_EOCD_SIZE = 56;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/**
 * Finds the end record and the directory that it points to. `archive/inconsistent` when two end records both claim the
 * file, or when one archive was glued behind another: what one tool shows, another would hide.
 */
export async function findDirectory(blob: Blob): Promise<Result<DirectoryPlace>> {
  const startsAsZip = (await uint32At(blob, 0)) === LOCAL_SIGNATURE;
  const window = Math.min(blob.size, EOCD_SIZE + Math.max(MAX_COMMENT, MAX_APPENDED));
  const tailStart = blob.size - window;
  const tail = new DataView(await blob.slice(tailStart).arrayBuffer());
  let loose: DirectoryPlace | null = null;
  let exact: DirectoryPlace | null = null;
  let split = false;
  let looked = 0;
  for (let at = tail.byteLength - EOCD_SIZE; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== EOCD_SIGNATURE) continue;
    const end = at + EOCD_SIZE + tail.getUint16(at + 20, true);
    if (end > tail.byteLength) continue;
    if ((looked += 1) > MAX_END_RECORDS) return err(appError('archive/inconsistent'));
    // Disk numbers beyond the first: one volume of several (.z01, .z02, .zip). All ones: said in the ZIP64 record.
    const disk = tail.getUint16(at + 4, true);
    if (disk !== 0 && disk !== 0xffff) {
      split = true;
      continue;
    }
    const place = await placeOf(blob, tailStart + at, tail, at);
    if (place === null) continue;
    if (end === tail.byteLength) {
      if (exact !== null) return err(appError('archive/inconsistent'));
      exact = place;
    } else loose ??= place;
  }
  const place = exact ?? loose;
  if (place === null && split) return err(appError('archive/multi-volume'));
  // The end of a copy that was cut may show an archive inside the archive: its files are not the whole.
  if (place === null || (exact === null && place.base > 0)) {
    return err(appError(startsAsZip ? 'archive/truncated' : 'archive/not-a-zip'));
  }
  return place.base > 0 && startsAsZip ? err(appError('archive/inconsistent')) : ok(place);
}

/** `null` when the record does not point to a directory. `eocd` is its position in the Blob, `at` in the tail. */
async function placeOf(blob: Blob, eocd: number, tail: DataView, at: number): Promise<DirectoryPlace | null> {
  const entries = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  const mayBeZip64 = entries === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  const large = mayBeZip64 ? await zip64Place(blob, eocd) : null;
  if (large !== null) return large;
  if (entries === 0 && size === 0) return { entries, zip64: false, offset, size, base: 0 };
  return withBase(blob, { entries, zip64: false, offset, size }, eocd);
}

/** The directory ends where the end record begins; else it lies where it says, with something in between. */
async function withBase(
  blob: Blob,
  place: Omit<DirectoryPlace, 'base'>,
  directoryEnd: number,
): Promise<DirectoryPlace | null> {
  const adjacent = directoryEnd - place.size;
  for (const offset of [adjacent, place.offset]) {
    const base = offset - place.offset;
    if (base < 0 || offset + place.size > directoryEnd) continue;
    if (place.size === 0 || (await uint32At(blob, offset)) === CENTRAL_SIGNATURE) return { ...place, offset, base };
  }
  return null;
}

async function zip64Place(blob: Blob, eocd: number): Promise<DirectoryPlace | null> {
  const locatorAt = eocd - ZIP64_LOCATOR_SIZE;
  if (locatorAt < ZIP64_EOCD_SIZE) return null;
  const locator = await viewOf(blob, locatorAt, eocd);
  if (locator.getUint32(0, true) !== ZIP64_LOCATOR_SIGNATURE) return null;
  // Where the locator says, or right before it: prepended bytes shift the former.
  for (const at of [Number(locator.getBigUint64(8, true)), locatorAt - ZIP64_EOCD_SIZE]) {
    if (at < 0 || at + ZIP64_EOCD_SIZE > locatorAt) continue;
    const record = await viewOf(blob, at, at + ZIP64_EOCD_SIZE);
    if (record.getUint32(0, true) !== ZIP64_EOCD_SIGNATURE) continue;
    const entries = Number(record.getBigUint64(32, true));
    const size = Number(record.getBigUint64(40, true));
    return withBase(blob, { entries, zip64: true, size, offset: Number(record.getBigUint64(48, true)) }, at);
  }
  return null;
}

async function uint32At(blob: Blob, at: number): Promise<number | null> {
  return at + 4 > blob.size ? null : (await viewOf(blob, at, at + 4)).getUint32(0, true);
}

async function viewOf(blob: Blob, start: number, end: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await blob.slice(start, end).arrayBuffer());
}
