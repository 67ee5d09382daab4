import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../workers/archive/read-archive';
import { SlabReader } from '../../../workers/archive/slab-reader';
import { rawZip } from '../../fixtures/generate/raw-zip';
import { plainEntry } from '../../fixtures/generate/zip-entries';

const TRAPS = new URL('../../fixtures/traps/', import.meta.url);
const PASSWORD = 'fictif-2026';

/** Each document's verdict in the order of the archive, `ok` for bytes that are a PDF; or the whole archive's. */
async function verdicts(blob: Blob, password: string | null = null): Promise<readonly string[] | string> {
  const listed = await readArchive(blob, new SlabReader());
  if (!listed.ok) return listed.error.code;
  const said: string[] = [];
  for (const { read } of listed.value) {
    const bytes = await read(password);
    const isPdf = bytes.ok && new TextDecoder().decode(bytes.value.subarray(0, 5)) === '%PDF-';
    said.push(bytes.ok ? (isPdf ? 'ok' : 'not a PDF') : bytes.error.code);
  }
  return said;
}
const trap = (name: string) => new Blob([new Uint8Array(readFileSync(new URL(name, TRAPS)))]);

describe('every hostile archive has its verdict', () => {
  it.each([
    ['empty-file.zip', 'archive/not-a-zip'],
    ['not-a-zip.zip', 'archive/not-a-zip'],
    ['empty.zip', 'archive/empty'],
    ['no-pdf.zip', 'archive/no-pdf'],
    ['truncated.zip', 'archive/truncated'],
    ['glued-archives.zip', 'archive/inconsistent'],
    ['count-too-low.zip', 'archive/inconsistent'],
    ['count-too-high.zip', 'archive/inconsistent'],
    ['split-volume.zip', 'archive/multi-volume'],
    ['bad-crc.zip', ['ok', 'archive/damaged-entry']],
    ['lying-size.zip', ['ok', 'archive/damaged-entry']],
    ['ratio-bomb.zip', ['ok', 'archive/ratio-bomb']],
    ['endless-ratio.zip', ['archive/entry-too-large']],
    ['overlapping-entries.zip', ['archive/overlapping-entry', 'archive/overlapping-entry']],
    ['local-name-differs.zip', ['archive/damaged-entry', 'ok']],
    ['offset-beyond-end.zip', ['ok', 'archive/truncated']],
    ['parent-folder-name.zip', ['ok', 'archive/unsafe-name', 'archive/unsafe-name', 'archive/unsafe-name']],
    ['nested-zip.zip', ['ok', 'archive/nested-archive']],
    ['bzip2-method.zip', ['ok', 'archive/unsupported-method']],
    ['strong-encryption.zip', ['ok', 'archive/unsupported-encryption']],
    ['mixed-encryption.zip', ['ok', 'archive/needs-password']],
    ['zipcrypto.zip', ['archive/needs-password', 'archive/needs-password']],
    ['aes256.zip', ['archive/needs-password', 'archive/needs-password']],
    ['appended-data.zip', ['ok', 'ok']],
    ['prepended-data.zip', ['ok', 'ok']],
    ['deflate64.zip', ['ok', 'ok']],
    ['duplicate-names.zip', ['ok', 'ok', 'ok']],
    ['nested-folders.zip', ['ok', 'ok', 'ok']],
    ['macosx.zip', ['ok']],
    ['office-lock-file.zip', ['ok']],
  ] as const)('%s → %j', async (name, expected) => expect(await verdicts(trap(name))).toEqual(expected));

  it.each(['zipcrypto.zip', 'aes256.zip', 'mixed-encryption.zip'])(
    '%s opens with its password, and only with it',
    async (name) => {
      expect(await verdicts(trap(name), PASSWORD)).toEqual(['ok', 'ok']);
      expect((await verdicts(trap(name), 'pas-le-bon')).at(-1)).toBe('archive/wrong-password');
    },
  );

  it.each([
    ['windows-1252-names.zip', ['Élise Zoé Fictive.pdf']],
    ['duplicate-names.zip', 3],
  ] as const)('%s: names', async (name, expected) => {
    const listed = await readArchive(trap(name), new SlabReader());
    const names = listed.ok ? listed.value.map((document) => document.name) : [];
    if (typeof expected === 'number') expect(new Set(names).size).toBe(expected);
    else expect(names).toEqual(expected);
  });
});

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.4 fictif ${text}`);

describe('beyond the old limits of the format', () => {
  it('a count over 65,535, written modulo 65,536 as old tools do, misses nobody', async () => {
    const files = Array.from({ length: 65_600 }, (_, index) => ({
      ...plainEntry(`${index}.txt`, new Uint8Array()),
      data: new Uint8Array(),
      method: 0,
    }));
    const bytes = rawZip([...files, plainEntry('dernier.pdf', pdf('dernier'))]);
    const listed = await readArchive(new Blob([new Uint8Array(bytes)]), new SlabReader());
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['dernier.pdf']);
  });

  it('an entry over 4 GiB from the start, in a sparse file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'impot-sync-sparse-'));
    try {
      const path = join(folder, 'grand.zip');
      const far = 5 * 1024 ** 3;
      const file = openSync(path, 'w');
      writeSync(file, pdfEntryHeader('loin.pdf', pdf('loin')), 0, undefined, far);
      const { directory, end } = zip64Tail('loin.pdf', pdf('loin'), far);
      writeSync(file, directory, 0, undefined, far + 30 + 8 + pdf('loin').length);
      writeSync(file, end, 0, undefined, far + 30 + 8 + pdf('loin').length + directory.length);
      // Something at the start, so that the file is no archive behind a program.
      writeSync(file, Uint8Array.of(0x50, 0x4b, 3, 4), 0, 4, 0);
      closeSync(file);
      expect(await verdicts(new SparseFile(path))).toEqual(['ok']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** A file as a browser's Blob over it; Node's own counts sizes modulo 4 GiB. */
class SparseFile extends Blob {
  readonly #path: string;
  constructor(path: string) {
    super();
    this.#path = path;
  }
  override get size(): number {
    return statSync(this.#path).size;
  }
  override slice(start = 0, end = this.size): Blob {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.size) - start));
    const file = openSync(this.#path, 'r');
    readSync(file, bytes, 0, bytes.length, start);
    closeSync(file);
    return new Blob([bytes]);
  }
}

/** One stored entry: local header, name, data. */
function pdfEntryHeader(name: string, data: Uint8Array): Uint8Array {
  const zip = rawZip([storedEntry(name, data)]);
  return zip.subarray(0, 30 + name.length + data.length);
}
const storedEntry = (name: string, data: Uint8Array) => ({ ...plainEntry(name, data), data, method: 0 });

/** The directory and end records of that entry at `offset`, in ZIP64 (APPNOTE §4.3.14, §4.5.3). */
function zip64Tail(name: string, data: Uint8Array, offset: number) {
  const zip = rawZip([storedEntry(name, data)]);
  const at = 30 + name.length + data.length;
  const directory = new Uint8Array(46 + name.length + 12);
  directory.set(zip.subarray(at, at + 46 + name.length));
  const view = new DataView(directory.buffer);
  view.setUint16(30, 12, true);
  view.setUint32(42, 0xffffffff, true);
  view.setUint16(46 + name.length, 1, true);
  view.setUint16(48 + name.length, 8, true);
  view.setBigUint64(50 + name.length, BigInt(offset), true);
  const directoryAt = offset + at;
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x06064b50, true);
  end.setBigUint64(4, 44n, true);
  end.setBigUint64(24, 1n, true);
  end.setBigUint64(32, 1n, true);
  end.setBigUint64(40, BigInt(directory.length), true);
  end.setBigUint64(48, BigInt(directoryAt), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(64, BigInt(directoryAt + directory.length), true);
  end.setUint32(72, 1, true);
  end.setUint32(76, 0x06054b50, true);
  end.setUint16(84, 0xffff, true);
  end.setUint16(86, 0xffff, true);
  end.setUint32(88, 0xffffffff, true);
  end.setUint32(92, 0xffffffff, true);
  return { directory, end: new Uint8Array(end.buffer) };
}

it('an archive within limits but of too many records is refused before it is read', async () => {
  const lots = zipSync({ 'a.pdf': pdf('a') });
  const claimed = new Uint8Array(lots);
  // The end record's directory size: 1 GB.
  new DataView(claimed.buffer).setUint32(claimed.length - 22 + 12, 1024 ** 3, true);
  expect(['archive/truncated', 'archive/too-many-entries', 'archive/inconsistent']).toContain(
    await verdicts(new Blob([claimed])),
  );
});
