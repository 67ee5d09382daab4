import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../workers/archive/crc32';
import { decodeEntryNames } from '../../../workers/archive/decode-entry-names';
import { readArchive } from '../../../workers/archive/read-archive';
import { SlabReader } from '../../../workers/archive/slab-reader';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const blobOf = (files: Record<string, Uint8Array>, level: 0 | 6 = 6) =>
  new Blob([new Uint8Array(zipSync(files, { level }))]);

async function readAll(blob: Blob, password: string | null = null) {
  const listed = await readArchive(blob, new SlabReader());
  if (!listed.ok) return listed.error.code;
  const out: [string, string][] = [];
  for (const { name, read } of listed.value) {
    const bytes = await read(password);
    out.push([name, bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error.code]);
  }
  return out;
}

it('gives back what another writer zipped, stored or deflated', async () => {
  const content = fc.uint8Array({ maxLength: 5000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(0, 6),
      async (contents, level) => {
        const files = Object.fromEntries(contents.map((bytes, index) => [`Ève ${index}.pdf`, bytes]));
        const listed = await readArchive(blobOf(files, level as 0 | 6), new SlabReader());
        const found = listed.ok ? listed.value : [];
        expect(found.map(({ name }) => name)).toEqual(Object.keys(files));
        for (const [index, { read }] of found.entries())
          expect(await read(null)).toEqual({ ok: true, value: contents[index] });
      },
    ),
    { numRuns: 40 },
  );
});

describe('an archive that was cut or is none', () => {
  const whole = zipSync({ 'a.pdf': bytesOf('one'), 'b.pdf': bytesOf('two') });

  it('no cut throws, and none gives a wrong byte', async () => {
    for (let length = 0; length < whole.length; length += 1) {
      const result = await readAll(new Blob([new Uint8Array(whole.subarray(0, length))]));
      expect(['archive/not-a-zip', 'archive/truncated', 'archive/inconsistent']).toContain(result);
    }
  });

  it('no flipped bit gives a wrong byte', async () => {
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = new Uint8Array(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      const result = await readAll(new Blob([flipped]));
      if (typeof result === 'string') continue;
      for (const [, text] of result) expect(text === 'one' || text === 'two' || text.startsWith('archive/')).toBe(true);
    }
  });

  it('bytes before the archive, and a comment after it', async () => {
    const commented = new Uint8Array(whole.length + 5);
    commented.set(whole);
    commented[whole.length - 2] = 5;
    expect(await readAll(new Blob([commented]))).toEqual([
      ['a.pdf', 'one'],
      ['b.pdf', 'two'],
    ]);
  });
});

it('ZIP64: sizes and offsets in the extra field, counts in the ZIP64 record', async () => {
  expect(await readAll(new Blob([zip64('grand.pdf', bytesOf('contenu'))]))).toEqual([['grand.pdf', 'contenu']]);
});

/** One stored entry written wholly in ZIP64 form (APPNOTE §4.3.14, §4.5.3). */
function zip64(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const crc = nodeCrc32(data);
  const nameBytes = bytesOf(name);
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(6, 0x800, true);
  local.setUint32(14, crc, true);
  local.setUint32(18, 0xffffffff, true);
  local.setUint32(22, 0xffffffff, true);
  local.setUint16(26, nameBytes.length, true);
  local.setUint16(28, 20, true);
  const localExtra = new DataView(new ArrayBuffer(20));
  localExtra.setUint16(0, 1, true);
  localExtra.setUint16(2, 16, true);
  localExtra.setBigUint64(4, BigInt(data.length), true);
  localExtra.setBigUint64(12, BigInt(data.length), true);
  const central = new DataView(new ArrayBuffer(46));
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(8, 0x800, true);
  central.setUint32(16, crc, true);
  central.setUint32(20, 0xffffffff, true);
  central.setUint32(24, 0xffffffff, true);
  central.setUint16(28, nameBytes.length, true);
  central.setUint16(30, 28, true);
  central.setUint32(42, 0xffffffff, true);
  const extra = new DataView(new ArrayBuffer(28));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 24, true);
  extra.setBigUint64(4, BigInt(data.length), true);
  extra.setBigUint64(12, BigInt(data.length), true);
  const offset = 30 + nameBytes.length + 20 + data.length;
  const directorySize = 46 + nameBytes.length + 28;
  const record = new DataView(new ArrayBuffer(56));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setBigUint64(24, 1n, true);
  record.setBigUint64(32, 1n, true);
  record.setBigUint64(40, BigInt(directorySize), true);
  record.setBigUint64(48, BigInt(offset), true);
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(offset + directorySize), true);
  locator.setUint32(16, 1, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 0xffff, true);
  end.setUint16(10, 0xffff, true);
  end.setUint32(12, 0xffffffff, true);
  end.setUint32(16, 0xffffffff, true);
  const parts = [local, nameBytes, localExtra, data, central, nameBytes, extra, record, locator, end].map((part) =>
    part instanceof DataView ? new Uint8Array(part.buffer) : part,
  );
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

it('CRC-32 as zlib computes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void expect(crc32(bytes)).toBe(nodeCrc32(bytes))),
  );
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
});

it.each([
  ['UTF-8 with its flag', bytesOf('Ève.pdf'), true, 'Ève.pdf'],
  ['UTF-8 without it', bytesOf('Ève.pdf'), false, 'Ève.pdf'],
  ['NFD', bytesOf('E\u0300ve.pdf'), false, 'Ève.pdf'],
  ['CP437', Uint8Array.of(0x82, 0x74, 0x82), false, 'été'],
  ['CP850: È, Â, À, which CP437 has not', Uint8Array.of(0xd4, 0x76, 0x65, 0xb6, 0xb7), false, 'ÈveÂÀ'],
  ['Windows-1252', Uint8Array.of(0x46, 0xe9, 0x6c, 0x69, 0x78, 0x92, 0xc9), false, 'Félix’É'],
] as const)('%s', (_, bytes, flag, expected) => expect(decodeEntryNames([{ bytes, utf8: flag }])).toEqual([expected]));
