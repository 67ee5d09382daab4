import type { PrintStyle } from './print-style';

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** A person's name as this print writes it: in capitals, without accents, with another hyphen. */
export function printedName(name: string, { names, hyphen }: Pick<PrintStyle, 'names' | 'hyphen'>): string {
  const text = name.replace(/(?<=\p{L})-(?=\p{L})/gu, hyphen);
  switch (names) {
    case 'as-known':
      return text;
    case 'upper':
      return text.toLocaleUpperCase('fr-CA');
    case 'upper-plain':
      return bare(text).toLocaleUpperCase('fr-CA');
    case 'plain':
      return bare(text);
  }
}
