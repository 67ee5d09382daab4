import { passesLuhn } from './luhn';

/** What one cell of a client list says of a SIN. */
export type ParsedSin =
  /** `stated`: the file wrote `000000000`, the tax software's « NAS absent »; else the cell is blank. */
  | { readonly kind: 'absent'; readonly stated: boolean }
  | { readonly kind: 'malformed' }
  /** « ••• ••• 782 », « *****1234 »: the list hides it; `ending` is its last three or four digits. */
  | { readonly kind: 'masked'; readonly ending: string }
  /** `luhn` false is a warning only: the technician decides. */
  | { readonly kind: 'sin'; readonly digits: string; readonly luhn: boolean; readonly zeroRestored: boolean };

/** 9 digits, Luhn, not all zero (`000000000` passes Luhn and is nobody's SIN). */
export function isValidSin(digits: string): boolean {
  return digits.length === 9 && digits !== '000000000' && passesLuhn(digits);
}

/** Only 3-3-3 groups: dropping every dot would turn the text « 46454286.0 » into nine other digits. */
const GROUPED = /^(\d{3})([\s.\-–]?)(\d{3})\2(\d{3})$/u;

/** Five or six signs of hiding, then what is left of nine: the CRA advises to mask the first five digits. */
const MASKED = /^[*x•●·#?]{5,6}(\d{3,4})$/iu;

/**
 * Reads a SIN cell. A spreadsheet that took the column for numbers has lost the leading zeros: 7 or 8 bare digits are
 * padded to 9 and accepted only when Luhn then holds (facts: one wrong restoration in ten is caught, so it is marked).
 */
export function parseSin(cell: string): ParsedSin {
  const text = cell.trim();
  if (text === '') return { kind: 'absent', stated: false };
  if (/^0+$/.test(text.replace(/[\s.\-–]/gu, ''))) return { kind: 'absent', stated: true };
  const grouped = GROUPED.exec(text);
  if (grouped) {
    const digits = `${grouped[1]}${grouped[3]}${grouped[4]}`;
    return { kind: 'sin', digits, luhn: isValidSin(digits), zeroRestored: false };
  }
  const masked = MASKED.exec(text.replace(/[\s.\-–]/gu, ''));
  if (masked?.[1] !== undefined) return { kind: 'masked', ending: masked[1] };
  if (/^\d{7,8}$/.test(text)) {
    const digits = text.padStart(9, '0');
    if (isValidSin(digits)) return { kind: 'sin', digits, luhn: true, zeroRestored: true };
  }
  return { kind: 'malformed' };
}
