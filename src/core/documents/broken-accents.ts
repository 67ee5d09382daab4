/** Windows-1252, bytes 80 to 9F; above that it is Latin-1. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Code page 850, bytes 80 to FF: what « Dossier compressé » of an older Windows wrote. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** A letter whose bytes were lost for good: U+FFFD, or the `_` and `?` that tools put in its stead. */
const LOST = '\ufffd';

/** The text as it may have been before its bytes were read in a wrong encoding; without the text itself, may be empty. */
export function repairedReadings(text: string): string[] {
  const byWord = (repair: (word: string) => string) =>
    text
      .split(/(?<=[^Ã] )/)
      .map(repair)
      .join('');
  const readings = [
    byWord((word) => decodeUtf8(bytesOf(word) ?? []) ?? word),
    byWord(fromDos),
    // A tool that repaired some words left the others as they were.
    byWord((word) => (/[^\p{L}\p{M}'’.,() _-]/u.test(word) ? fromDos(word) : word)),
  ];
  return [...new Set(readings.map((reading) => reading.normalize('NFC')))].filter(
    (reading) => reading !== '' && reading !== text && !NO_LETTERS.test(reading),
  );
}

/** What code page 850 makes of a letter that was right: frames and blocks, which no name has. */
const NO_LETTERS = /[\u2500-\u25a0\u2017]/;

const fromDos = (word: string): string =>
  bytesOf(word)
    ?.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP850[byte - 0x80] ?? '')))
    .join('') ?? word;

/** True when letters may be lost: a mark that stands for one, beside letters. */
export const hasLostLetters = (text: string): boolean => /[?\ufffd]|\p{L}_|_[\p{L}.]/u.test(text);

/** An underscore may part words; these never do. */
export const hasSurelyLostLetters = (text: string): boolean => /[?\ufffd]/.test(text);

/** What is left of a name when each letter outside ASCII, and each apostrophe, turns into one mark. */
export const withLostLetters = (text: string): string =>
  text.normalize('NFC').replace(/[^\u0020-\u007e]|['?_]/gu, LOST);

/** What is left of a name when each letter outside ASCII simply falls out. */
export const withoutLostLetters = (text: string): string => text.normalize('NFC').replace(/[^\u0020-\u007e]/gu, '');

function bytesOf(text: string): number[] | null {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const special = CP1252.indexOf(char);
    if (special >= 0) bytes.push(0x80 + special);
    else if (code < 0x100) bytes.push(code);
    else return null;
  }
  return bytes;
}

/** Two- and three-byte sequences, all that Latin names need; `null` when the bytes are not UTF-8, or none. */
function decodeUtf8(bytes: readonly number[]): string | null {
  if (bytes.length === 0) return null;
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const length = first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : 0;
    if (length === 0) return null;
    let code = length === 1 ? first & 0x1f : first & 0x0f;
    for (let n = 1; n <= length; n += 1) {
      // « à » is C3 A0, whose second half is a space that tidying makes an ordinary one.
      const next = bytes[at + n] === 0x20 ? 0xa0 : (bytes[at + n] ?? 0);
      if (next < 0x80 || next > 0xbf) return null;
      code = (code << 6) | (next & 0x3f);
    }
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}
