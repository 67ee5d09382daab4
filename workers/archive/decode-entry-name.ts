/** Upper half of CP437, the ZIP format's own encoding (APPNOTE, appendix D), which Windows' « compressed folder » uses. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';

/**
 * UTF-8 where bit 11 says so, or where the bytes happen to be valid UTF-8 beyond ASCII (macOS leaves the bit out); else
 * CP437, whose French letters CP850 shares. NFC, since macOS writes NFD.
 */
export function decodeEntryName(bytes: Uint8Array, utf8Flag: boolean): string {
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null || utf8Flag) return (utf8 ?? new TextDecoder().decode(bytes)).normalize('NFC');
  let name = '';
  for (const byte of bytes) name += byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? '�');
  return name.normalize('NFC');
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
