import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface ParsedPhone {
  /** « +15145550123 ». */
  readonly e164: string;
  /** « (514) 555-0123 », with « ext. » when the cell gave one. */
  readonly national: string;
}

/** Canadian unless the cell says otherwise. `null` when no telephone number of a possible length is in it. */
export function parsePhone(cell: string): ParsedPhone | null {
  const text = cell.replace(/\bposte\b\.?/iu, 'ext.').trim();
  if (text === '') return null;
  const phone = parsePhoneNumberFromString(text, 'CA');
  if (!phone?.isPossible()) return null;
  return { e164: phone.number, national: phone.formatNational() };
}
