import { nameTokens } from './name-tokens';

const SAME: Readonly<Record<string, string>> = {
  avenue: 'av',
  ave: 'av',
  boulevard: 'boul',
  blvd: 'boul',
  bd: 'boul',
  bl: 'boul',
  chemin: 'ch',
  road: 'rd',
  route: 'rte',
  street: 'st',
  montee: 'mtee',
  place: 'pl',
  cote: 'cote',
  terrasse: 'terr',
  croissant: 'crois',
  drive: 'dr',
  court: 'crt',
  square: 'sq',
  saint: 'st',
  sainte: 'ste',
  nord: 'n',
  north: 'n',
  sud: 's',
  south: 's',
  est: 'e',
  east: 'e',
  ouest: 'o',
  west: 'o',
  w: 'o',
};
const UNIT_WORDS = new Set(['app', 'appartement', 'apt', 'apartment', 'unite', 'unit', 'bureau', 'suite', 'no', 'ste']);

/** A street line as comparable words: accents, punctuation and the usual abbreviations do not count. */
export function addressWords(text: string): string[] {
  return nameTokens(text).map((word) => SAME[word] ?? word);
}

/** « app. 4 », « #4 » and « 4 » are one apartment. */
export function unitWords(text: string): string[] {
  return nameTokens(text).filter((word) => !UNIT_WORDS.has(word));
}
