import { inflateSync, zipSync } from 'fflate';
import { crc32 } from './crc32';

/** Far beyond any client list (100,000 rows of 40 columns unpack to some 300 MB); a bomb says gigabytes. */
const MOST_UNPACKED_BYTES = 768 * 1024 * 1024;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export type WorkbookParts = Readonly<Record<string, Uint8Array>>;

/** Beyond this size, a part packed tighter than any list is a bomb: rows of names and numbers pack some 10 to 60 times. */
const FREE_BYTES = 32 * 1024 * 1024;
const MOST_RATIO = 200;

/**
 * The parts of a workbook by name, each checked against its CRC-32; pictures and the like are left out. `null` when the
 * archive is damaged, protected, a bomb, or unpacks to more than any list.
 */
export function unpackWorkbook(bytes: Uint8Array): WorkbookParts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = centralDirectory(view);
  if (!entries) return null;
  const parts = entries.filter(
    ({ name }) => /(?:\.(?:xml|rels|bin)|^mimetype)$/iu.test(name) && !/printerSettings|vbaProject/u.test(name),
  );
  if (parts.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED_BYTES) return null;
  if (parts.some(({ size, packed }) => size > FREE_BYTES && size > packed * MOST_RATIO)) return null;
  const files: Record<string, Uint8Array> = {};
  for (const entry of parts) {
    const content = unpack(bytes, view, entry);
    if (!content) return null;
    files[entry.name] = content;
  }
  return files;
}

/** One archive again, nothing compressed: SheetJS's own inflate never ends on some damaged files. */
export function packWorkbook(parts: WorkbookParts): Uint8Array<ArrayBuffer> {
  const packed = zipSync({ ...parts }, { level: 0 });
  return new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength) as Uint8Array<ArrayBuffer>;
}

function centralDirectory(view: DataView): readonly Entry[] | null {
  const end = endOfCentralDirectory(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > view.byteLength) return null;
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      method: view.getUint16(at + 8, true) & 1 ? -1 : view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfCentralDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_558; at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | null {
  const { offset, packed, size, method } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) return null;
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : method === 8 ? inflate(data, size) : null;
  return content?.length === size && crc32(content) === entry.crc ? content : null;
}

/** Into exactly the size declared: a part that unpacks to more fails its CRC instead of filling the memory. */
function inflate(data: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    return null;
  }
}
