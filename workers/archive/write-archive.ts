import { crc32 } from './crc32';

/** 1980-01-01 00:00, the first that ZIP knows: an archive carries no clock, so the same content gives the same bytes. */
const DOS_TIME = 0;
const DOS_DATE = 0x21;
const VERSION = 20;
/** Made « on Unix » (APPNOTE 4.4.2): of a file made on DOS, unzip takes even UTF-8 names for a DOS code page. */
const MADE_BY = 0x0300 | VERSION;
/** A regular file, rw-r--r--. */
const ATTRIBUTES = 0o100644 * 0x10000;
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;

export type WriteChunk = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

export interface ArchiveWriter {
  add(path: string, content: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Writes the directory; answers the size of the whole, in bytes. */
  finish(): Promise<number>;
}

/**
 * A plain ZIP, entry by entry as each is given. Entries are stored, since a PDF is compressed already; their sizes and
 * sums stand in their local headers, so that every reader takes it, those too that read from the front (fflate's own
 * streaming puts them behind the content). At most 4 GiB and 65,535 entries: the plan keeps below.
 */
export function archiveWriter(write: WriteChunk): ArchiveWriter {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  const put = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    await write(bytes);
    offset += bytes.length;
  };
  return {
    async add(path, content) {
      const name = new TextEncoder().encode(path);
      const sum = crc32(content);
      const common = [
        ...u16(FLAGS, STORED, DOS_TIME, DOS_DATE),
        ...u32(sum, content.length, content.length),
        ...u16(name.length, 0),
      ];
      directory.push(
        joined(
          [...u32(0x02014b50), ...u16(MADE_BY, VERSION), ...common, ...u16(0, 0, 0), ...u32(ATTRIBUTES, offset)],
          name,
        ),
      );
      await put(joined([...u32(0x04034b50), ...u16(VERSION), ...common], name));
      await put(content);
    },
    async finish() {
      const start = offset;
      for (const entry of directory) await put(entry);
      const count = directory.length;
      await put(joined([...u32(0x06054b50), ...u16(0, 0, count, count), ...u32(offset - start, start), ...u16(0)]));
      return offset;
    },
  };
}

const u16 = (...values: number[]): number[] => values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]);
const u32 = (...values: number[]): number[] =>
  values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff]);

function joined(head: readonly number[], tail: Uint8Array<ArrayBuffer> = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}
