export type ContentKind = 'empty' | 'pdf' | 'workbook' | 'zip' | 'ole' | 'binary' | 'text';

/** What the bytes are, whatever the name says. `ole` is `.xls`, or a workbook that needs a password. */
export function sniffKind(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) return 'empty';
  const start = latin1(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006'))
    return isWorkbook(bytes) ? 'workbook' : 'zip';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'ole';
  return looksBinary(bytes) ? 'binary' : 'text';
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Entry names are plain ASCII, at the end (central directory) and before each entry (all that a cut file still has). */
function isWorkbook(bytes: Uint8Array): boolean {
  const ends = [bytes.subarray(0, 65_536), bytes.subarray(Math.max(0, bytes.length - 65_536))].map(latin1);
  return ends.some((text) => /xl\/|\[Content_Types\]\.xml/u.test(text));
}

/** Control bytes that no text holds; UTF-16 (every other byte zero) is text. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)) odd++;
  }
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return odd > sample.length / 200 || (zeros > sample.length / 200 && !isUtf16 && zeros < sample.length / 4);
}
