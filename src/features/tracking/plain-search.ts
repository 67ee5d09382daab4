/** Accent-free lower case, so that « helene » finds « Hélène ». */
export const plainSearch = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
