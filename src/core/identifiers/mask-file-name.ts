import { maskSin } from './masking';

/** Nine digits together, or three by three with one same separator; not the BN of a program account (`…RC0001`). */
const SIN_IN_NAME = /(?<!\d)\d{3}([ ._-]?)\d{3}\1(\d{3})(?!\d|[ _-]?R[A-Z]\d{4})/g;

/** DT ScanDoc's: four letters of the name, the SIN, and a rank that may follow at once. */
const SIN_AFTER_LETTERS = /(?<![\p{L}\d])(\p{L}{4})\d{6}(\d{3})(?=\d{0,4}(?!\d))/gu;

/** A file name as screens show it: « 900000000 - Nom.pdf » becomes « ••• ••• 000 - Nom.pdf ». */
export function maskFileName(name: string): string {
  return name
    .replace(SIN_AFTER_LETTERS, (_all, letters: string, last: string) => `${letters}${maskSin(last)}`)
    .replace(SIN_IN_NAME, (_sin, _separator, last: string) => maskSin(last));
}
