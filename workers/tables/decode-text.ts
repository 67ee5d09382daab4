import type { EncodingReason, TextEncoding } from '../../src/core/clients/source-reading';
import { decodeCodePage } from '../shared/code-pages';
import { frenchScore } from './french-score';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  readonly why: EncodingReason;
}

/** Bytes judged: accents of the first thousands of rows settle it. */
const JUDGED_BYTES = 1 << 18;
/** What a file may be that is not windows-1252, in order of what offices have; the first of equals wins. */
const RIVALS = ['utf-8', 'cp850', 'macroman'] as const satisfies readonly TextEncoding[];
/** A page of before Windows makes clean French or is not believed: one doubtful accent in this many is let pass. */
const ACCENTS_PER_BLEMISH = 20;

/**
 * Text of a file that does not say its encoding: byte order mark, UTF-16 by its zero bytes, strict UTF-8, then whichever
 * of windows-1252, CP850, MacRoman and (damaged) UTF-8 makes the most plausible French. `chosen` by a person wins.
 * Never fails: what cannot be decoded becomes « � ».
 */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  const encoding = chosen ?? detectEncoding(bytes).encoding;
  return { text: decodeAs(bytes, encoding), encoding };
}

/** The bytes as that encoding reads them, without its byte order mark. */
export function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
      return new TextDecoder(encoding).decode(bytes);
    default:
      return decodeCodePage(bytes, encoding);
  }
}

/** The encoding, and what says so. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = encodingOfMark(bytes);
  if (marked) return { encoding: marked, why: 'mark' };
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return { encoding: utf16, why: 'zeros' };
  const beyondAscii = bytes.findIndex((byte) => byte >= 0x80);
  if (beyondAscii < 0) return { encoding: 'utf-8', why: 'ascii' };
  if (isUtf8(bytes)) return { encoding: 'utf-8', why: 'valid' };
  // A first accent may come after a megabyte of plain rows.
  const start = Math.max(0, beyondAscii - 16);
  const judged = bytes.subarray(start, start + JUDGED_BYTES);
  let best: TextEncoding = 'windows-1252';
  let bestScore = frenchScore(decodeAs(judged, best)).score;
  for (const encoding of RIVALS) {
    const { score, accents, blemishes } = frenchScore(decodeAs(judged, encoding));
    // Nearly every list is windows-1252, and two or three odd accents can be read in several ways.
    if (encoding !== 'utf-8' && blemishes > Math.floor(accents / ACCENTS_PER_BLEMISH)) continue;
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  return { encoding: best, why: best === 'utf-8' ? 'mostly' : 'french' };
}

function encodingOfMark([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Western text in UTF-16 has a zero in nearly every other byte. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2;
  if (odd > most * 0.7 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.7 && odd < most * 0.1 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
