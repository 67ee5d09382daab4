/** The characters of bytes 0x80–0xFF. The five that windows-1252 leaves undefined stay control characters (WHATWG). */
const WINDOWS_1252 =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  Array.from({ length: 96 }, (_char, index) => String.fromCharCode(0xa0 + index)).join('');

/** Windows' old OEM page of Western Europe and Canada; browsers do not decode it. */
export const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Mac OS Roman, with the euro (since Mac OS 8.5). */
const MACROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

export const CODE_PAGES = { 'windows-1252': WINDOWS_1252, cp850: CP850, macroman: MACROMAN } as const;

export type CodePage = keyof typeof CODE_PAGES;

/** Node's own decoder takes windows-1252 for Latin-1, hence the table; a browser's is right, and ten times quicker. */
const DECODES_WINDOWS = new TextDecoder('windows-1252').decode(Uint8Array.of(0x92)) === '’';

/** Never fails: every byte is a character. */
export function decodeCodePage(bytes: Uint8Array, page: CodePage): string {
  if (page === 'windows-1252' && DECODES_WINDOWS) return new TextDecoder(page).decode(bytes);
  const codes = Uint16Array.from({ length: 256 }, (_code, byte) =>
    byte < 0x80 ? byte : CODE_PAGES[page].charCodeAt(byte - 0x80),
  );
  const text = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) text[at] = codes[bytes[at] ?? 0] ?? 0;
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(text);
}
