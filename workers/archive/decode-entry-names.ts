import { CODE_PAGES } from '../shared/code-pages';

/** Upper half of CP437, the ZIP format's own encoding (APPNOTE, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * In the order in which they win a draw. CP850 is what Windows' « compressed folder » writes in Canada (capital accents
 * where CP437 has lines); windows-1252 what some tax and backup software writes without saying so.
 */
const TABLES: readonly string[] = [CP437, CODE_PAGES.cp850, CODE_PAGES['windows-1252']];

/** What French file names are made of beyond ASCII; a name that reads thus was meant thus. */
const FRENCH = /[àâäçéèêëîïôöùûüÿœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒ’«»–—°\u00a0]/u;
const LETTER = /[\p{L}\p{M}]/u;
/** No name holds one: the bytes mean nothing in that code page. */
const CONTROL = /\p{Cc}/u;

export interface WrittenName {
  readonly bytes: Uint8Array;
  /** The archive says that it is UTF-8. */
  readonly utf8: boolean;
}

/**
 * UTF-8 where the archive says so, or where the bytes are valid UTF-8 beyond ASCII (macOS leaves the flag out); else the
 * code page that gives each name the most French. Names that read as well in several follow the archive as a whole: one
 * program wrote them all. NFC, since macOS writes NFD.
 */
export function decodeEntryNames(names: readonly WrittenName[]): string[] {
  const utf8 = names.map(
    ({ bytes, utf8: said }) => decodeUtf8(bytes) ?? (said ? new TextDecoder().decode(bytes) : null),
  );
  const old = names.filter((_, index) => utf8[index] === null);
  const whole = TABLES.map((table) => old.reduce((sum, { bytes }) => sum + oddity(bytes, table), 0));
  const byWhole = TABLES.map((table, index) => ({ table, cost: whole[index] ?? 0 })).toSorted(
    (a, b) => a.cost - b.cost,
  );
  return names.map(({ bytes }, index) => {
    const sure = utf8[index];
    if (sure !== null && sure !== undefined) return sure.normalize('NFC');
    const costs = byWhole.map(({ table }) => oddity(bytes, table));
    const best = byWhole[costs.indexOf(Math.min(...costs))] ?? { table: CP437 };
    return decodeWith(best.table, bytes).normalize('NFC');
  });
}

/** How strange the bytes look in a code page: nothing for French, little for other letters, most for no meaning at all. */
function oddity(bytes: Uint8Array, table: string): number {
  let cost = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    const char = table[byte - 0x80] ?? '\ufffd';
    if (char === '\ufffd' || CONTROL.test(char)) cost += 10;
    else if (!FRENCH.test(char)) cost += LETTER.test(char) ? 1 : 3;
  }
  return cost;
}

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
