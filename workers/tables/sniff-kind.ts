import type { SourceKind } from '../../src/core/clients/source-reading';

export const WORKBOOK_KINDS = ['xlsx', 'xlsb', 'ods', 'xls'] as const satisfies readonly SourceKind[];
export type WorkbookKind = (typeof WORKBOOK_KINDS)[number];

/** `protected` is a workbook that needs a password; `ole` an old Office file that is no workbook (`.doc`, `.msg`). */
export type ContentKind =
  WorkbookKind | 'empty' | 'pdf' | 'numbers' | 'zip' | 'protected' | 'ole' | 'html' | 'xml' | 'binary' | 'text';

/** What the bytes are, whatever the name says. */
export function sniffKind(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) return 'empty';
  const start = latin1(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return kindOfZip(bytes);
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return kindOfOle(bytes);
  if (looksBinary(bytes)) return 'binary';
  const words = start
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|table|meta)\b/u.test(words)) return 'html';
  return words.startsWith('<?xml') ? 'xml' : 'text';
}

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Entry names are plain ASCII, at the end (central directory) and before each entry (all that a cut file still has). */
function kindOfZip(bytes: Uint8Array): ContentKind {
  const text = [bytes.subarray(0, 65_536), bytes.subarray(Math.max(0, bytes.length - 65_536))].map(latin1).join('');
  if (text.includes('content.xml') && text.includes('META-INF/manifest.xml')) return 'ods';
  if (text.includes('xl/workbook.bin')) return 'xlsb';
  if (/xl\/|\[Content_Types\]\.xml/u.test(text)) return 'xlsx';
  return /Index\/(?:Document|Tables)/u.test(text) ? 'numbers' : 'zip';
}

/** Names of an OLE container's streams are UTF-16 in its directory, which may lie anywhere. */
function kindOfOle(bytes: Uint8Array): ContentKind {
  if (includes(bytes, utf16('EncryptedPackage'))) return 'protected';
  return includes(bytes, utf16('Workbook')) || includes(bytes, utf16('Book')) ? 'xls' : 'ole';
}

const utf16 = (word: string): number[] => Array.from(word).flatMap((char) => [char.charCodeAt(0), 0]);

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
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
