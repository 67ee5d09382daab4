// How numbers that tell whose a page is are printed; all global, for `matchAll`.

/** Not part of a longer number, an amount or a business number with its program account. */
export const NINE = /(?<![\d$.,-]|\d )(\d{3})([ .-]?)(\d{3})\2(\d{3})(?![\d-]|[.,]\d|\s?R[CTPZ]\s?\d{4}| \d{3}(?!\d))/g;
/** One digit a box. */
export const BOXED = /(?<!\d |\d)(\d(?: \d){8})(?! ?\d)/g;
const MASK = '[*•●■xX#]';
export const MASKED = new RegExp(
  `(?<![\\p{L}\\d])${MASK}{3}[ .-]?${MASK}{2}(?:${MASK}[ .-]?(\\d{3})|(\\d)[ .-]?(\\d{3})|[ .-]?(\\d{4}))(?!\\d)`,
  'gu',
);
export const BUSINESS_NUMBER = /(?<!\d)(\d{3} ?\d{3} ?\d{3}|\d{5} ?\d{4}) ?R[CTPZ] ?\d{4}(?!\d)/g;
export const POSTAL_CODE = /(?<![\p{L}\d])([A-Z]\d[A-Z])[ -]?(\d[A-Z]\d)(?![\p{L}\d])/giu;

/** The last three or four digits that a match of `MASKED` shows. */
export const maskedTail = (found: RegExpExecArray): string =>
  found[1] ?? (found[2] ? `${found[2]}${found[3]}` : (found[4] ?? ''));
