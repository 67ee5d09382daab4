import { open } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { concat } from '../../fixtures/generate/raw-zip';

interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;

/** The fields that an entry's two headers share (APPNOTE 4.3). */
function common(crc: number, packed: number, size: number, name: number): Uint8Array {
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, UTF8_NAMES, true);
  view.setUint16(4, DEFLATED, true);
  view.setUint32(10, crc, true);
  view.setUint32(14, packed, true);
  view.setUint32(18, size, true);
  view.setUint16(22, name, true);
  return bytes;
}

/** Deflated, below 4 GB, straight to the disk: a thousand documents are not held at once. Answers its bytes. */
export async function writeZip(path: string, parts: Iterable<Part>): Promise<number> {
  const file = await open(path, 'w');
  const directory: Uint8Array[] = [];
  let [at, count] = [0, 0];
  try {
    for (const { name, bytes } of parts) {
      const packed = deflateRawSync(bytes, { level: 1 });
      const rawName = Buffer.from(name, 'utf8');
      const shared = common(crc32(bytes), packed.length, bytes.length, rawName.length);
      const head = concat([Buffer.from('PK\x03\x04'), shared, rawName]);
      const place = new Uint8Array(14);
      new DataView(place.buffer).setUint32(10, at, true);
      directory.push(concat([Buffer.from('PK\x01\x02'), Uint8Array.of(20, 0), shared, place, rawName]));
      await file.write(head);
      await file.write(packed);
      at += head.length + packed.length;
      count += 1;
    }
    const central = concat(directory);
    const end = new Uint8Array(22);
    const view = new DataView(end.buffer);
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, count, true);
    view.setUint16(10, count, true);
    view.setUint32(12, central.length, true);
    view.setUint32(16, at, true);
    await file.write(central);
    await file.write(end);
    return at + central.length + end.length;
  } finally {
    await file.close();
  }
}
