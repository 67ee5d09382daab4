import { CP850 } from '../shared/code-pages';

/** Upper half of CP437, the ZIP format's own encoding (APPNOTE, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * UTF-8 where bit 11 says so, or where the bytes happen to be valid UTF-8 beyond ASCII (macOS leaves the bit out); else
 * CP437, unless CP850 makes letters of what would be lines and symbols. NFC, since macOS writes NFD.
 * CP850 is what Windows' « compressed folder » writes in Canada: capital accents where CP437 has lines.
 */
export function decodeEntryName(bytes: Uint8Array, utf8Flag: boolean): string {
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null || utf8Flag) return (utf8 ?? new TextDecoder().decode(bytes)).normalize('NFC');
  const oem = decodeWith(CP437, bytes);
  const windows = decodeWith(CP850, bytes);
  return (symbolsIn(windows) < symbolsIn(oem) ? windows : oem).normalize('NFC');
}

const symbolsIn = (name: string): number => name.match(/[^\p{L}\p{M}\x00-\x7f]/gu)?.length ?? 0;

function decodeWith(table: string, bytes: Uint8Array): string {
  let name = '';
  for (const byte of bytes) name += byte < 0x80 ? String.fromCharCode(byte) : (table[byte - 0x80] ?? '\ufffd');
  return name;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
