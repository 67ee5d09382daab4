// How numbers that tell whose a page is are printed; all global, for `matchAll`.

/** Between the groups of a number: spaces, dots and every dash that a print may use. */
const BETWEEN = '[ .\\-‐‑‒–—−]';
/** Not part of a longer number, an amount or a business number with its program account. */
export const NINE = new RegExp(
  `(?<![\\d$.,‐‑‒–—−-]|\\d )(\\d{3})(${BETWEEN}?)(\\d{3})\\2(\\d{3})(?![\\d‐‑‒–—−-]|[.,]\\d|\\s?R[CTPZ]\\s?\\d{4}| \\d{3}(?!\\d))`,
  'g',
);
/** One digit a box. */
export const BOXED = /(?<!\d |\d)(\d(?: \d){8})(?! ?\d)/g;
const MASK = '[*•●■█·∙⋅_xX#]';
export const MASKED = new RegExp(
  [
    `(?<![\\p{L}\\d])${MASK}{3}${BETWEEN}?${MASK}{2}(?:${MASK}${BETWEEN}?(\\d{3})|(\\d)${BETWEEN}?(\\d{3})|${BETWEEN}?(\\d{4}))(?!\\d)`,
    // One sign a box.
    `(?<![\\p{L}\\d])(?:${MASK} ){5}(?:${MASK} (\\d \\d \\d)|(\\d \\d \\d \\d))(?! ?\\d)`,
  ].join('|'),
  'gu',
);
export const BUSINESS_NUMBER = /(?<!\d)(\d{3} ?\d{3} ?\d{3}|\d{5} ?\d{4}) ?R[CTPZ] ?\d{4}(?!\d)/g;
export const POSTAL_CODE = /(?<![\p{L}\d])([A-Z]\d[A-Z])[ -]?(\d[A-Z]\d)(?![\p{L}\d])/giu;

/** Each match of those above has one of these in it: most lines need no closer look. */
export const MAY_HOLD_NUMBER = new RegExp(
  [
    `\\d{3}${BETWEEN}?\\d{3}${BETWEEN}?\\d{3}`,
    String.raw`\d{5} ?\d{4}|\d(?: \d){8}|[A-Z]\d[A-Z][ -]?\d[A-Z]\d`,
    `${MASK}{3}|(?:${MASK} ){5}`,
  ].join('|'),
  'iu',
);

/** The last three or four digits that a match of `MASKED` shows. */
export const maskedTail = (found: RegExpExecArray): string =>
  found
    .slice(1)
    .map((part) => part ?? '')
    .join('')
    .replaceAll(' ', '');
