import { passesLuhn } from './luhn';

export type ParsedBusinessNumber =
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed' }
  | {
      readonly kind: 'business-number';
      readonly digits: string;
      /** `RC0001`; `null` when the cell holds the nine digits alone. */
      readonly programAccount: string | null;
      readonly luhn: boolean;
      readonly zeroRestored: boolean;
    };

/** 9 digits, Luhn, not all zero. A SIN passes too: only the context tells them apart. */
export function isValidBusinessNumber(digits: string): boolean {
  return digits.length === 9 && digits !== '000000000' && passesLuhn(digits);
}

/** « 123026635 », « 123 026 635 RC 0001 », « 12302-6635-RC0001 ». Bare 7 or 8 digits: as in `parseSin`. */
export function parseBusinessNumber(cell: string): ParsedBusinessNumber {
  const text = cell.replace(/[\s\-–]/gu, '').toUpperCase();
  if (text === '' || /^0+$/.test(text)) return { kind: 'absent' };
  const match = /^(\d{9})([A-Z]{2}\d{4})?$/.exec(text);
  if (match?.[1] !== undefined) {
    const digits = match[1];
    return {
      kind: 'business-number',
      digits,
      programAccount: match[2] ?? null,
      luhn: isValidBusinessNumber(digits),
      zeroRestored: false,
    };
  }
  if (/^\d{7,8}$/.test(text)) {
    const digits = text.padStart(9, '0');
    if (isValidBusinessNumber(digits))
      return { kind: 'business-number', digits, programAccount: null, luhn: true, zeroRestored: true };
  }
  return { kind: 'malformed' };
}
