export interface DecodedText {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
}

/**
 * Text of a file that does not say its encoding: byte order mark, then strict UTF-8, then windows-1252 (what DT Max and
 * the Windows exports write). UTF-16 without a mark is known by its zero bytes. Never fails: windows-1252 reads anything.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes.subarray(3), 'utf-8');
  if (first === 0xff && second === 0xfe) return decode(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes.subarray(2), 'utf-16be');
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return decode(bytes, utf16);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decode(bytes, 'windows-1252');
  }
}

/** Windows-1252 for bytes 0x80–0x9F; the five it leaves undefined stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (encoding !== 'windows-1252') return { text, encoding };
  // Node 20 decodes windows-1252 as Latin-1 (« œ » and « ’ » become control characters); browsers leave nothing to do.
  return {
    text: text.replace(/[\u0080-\u009f]/gu, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80)),
    encoding,
  };
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
