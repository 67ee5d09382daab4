import {
  BlobReader,
  configure,
  ERR_INVALID_PASSWORD,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core.js';
import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ArchiveEntry } from './central-directory';
import { crc32 } from './crc32';

/**
 * An encrypted entry (ZipCrypto, WinZip AES) or one of a method that fflate does not know (Deflate64), by zip.js. It is
 * given an archive of this entry alone, so that nothing else in the file can lead it astray.
 * @param body the local header with its data.
 */
export async function readRareEntry(
  body: Blob,
  entry: ArchiveEntry,
  password: string | null,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  // We are in a worker already.
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new BlobReader(archiveOfOne(body, entry)), { filenameValidation: 'tolerant' });
  try {
    const [found] = await reader.getEntries();
    if (found === undefined || found.directory) return err(appError('archive/damaged-entry'));
    const out = new Uint8Array(entry.size);
    const written = { length: 0 };
    const options = { checkSignature: true, ...(password === null ? {} : { password }) };
    await found.getData(into(out, written), options);
    // Version 2 of WinZip's AES leaves the CRC-32 at zero: its authentication code, checked, stands for it.
    const sameCrc = (entry.aesField !== null && entry.crc32 === 0) || crc32(out) === entry.crc32;
    return written.length === entry.size && sameCrc ? ok(out) : err(appError(failureOf(entry, null)));
  } catch (thrown) {
    return err(appError(failureOf(entry, thrown instanceof Error ? thrown.message : null)));
  } finally {
    await reader.close();
  }
}

function failureOf({ encryption }: ArchiveEntry, message: string | null) {
  if (message === ERR_UNSUPPORTED_COMPRESSION) return 'archive/unsupported-method';
  if (message === ERR_UNSUPPORTED_ENCRYPTION) return 'archive/unsupported-encryption';
  if (message === ERR_INVALID_PASSWORD) return 'archive/wrong-password';
  // ZipCrypto lets one wrong password in 256 through its only check: what comes out then is noise.
  return encryption === 'password' ? 'archive/wrong-password' : 'archive/damaged-entry';
}

/** The local header with its data, a directory record rebuilt with the offset at zero, and an end record. */
function archiveOfOne(
  body: Blob,
  { rawName, aesField, flags, method, crc32: crc, size, compressedSize }: ArchiveEntry,
) {
  const extraLength = aesField === null ? 0 : aesField.length + 4;
  const central = new DataView(new ArrayBuffer(46 + rawName.length + extraLength));
  central.setUint32(0, 0x02014b50, true);
  // Version needed: 5.1, which has AES.
  central.setUint16(6, 51, true);
  central.setUint16(8, flags, true);
  central.setUint16(10, method, true);
  central.setUint32(16, crc, true);
  central.setUint32(20, compressedSize, true);
  central.setUint32(24, size, true);
  central.setUint16(28, rawName.length, true);
  central.setUint16(30, extraLength, true);
  const bytes = new Uint8Array(central.buffer);
  bytes.set(rawName, 46);
  if (aesField !== null) {
    central.setUint16(46 + rawName.length, 0x9901, true);
    central.setUint16(48 + rawName.length, aesField.length, true);
    bytes.set(aesField, 50 + rawName.length);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, bytes.length, true);
  end.setUint32(16, body.size, true);
  return new Blob([body, bytes, end.buffer]);
}

/** Takes no more than the declared size, which was held to its limits: an entry that goes on is not what it says. */
function into(out: Uint8Array, written: { length: number }): WritableStream<Uint8Array> {
  return new WritableStream({
    write(chunk) {
      if (written.length + chunk.length > out.length) throw new RangeError('longer than declared');
      out.set(chunk, written.length);
      written.length += chunk.length;
    },
  });
}
