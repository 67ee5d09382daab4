import type { ClientName } from '../clients/client';
import { foldText, foldTokens } from '../fold-text';
import {
  hasLostLetters,
  hasSurelyLostLetters,
  repairedReadings,
  withLostLetters,
  withoutLostLetters,
} from './broken-accents';

/** `equal`: the same words in any order. `compatible`: initials, a second first name or half a compound name missing. */
export type NameAgreement = 'equal' | 'compatible' | 'different';

const PARTICLES: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'von',
  'van',
  'der',
  'den',
  'da',
]);
const TITLES: ReadonlySet<string> = new Set([
  'm',
  'mr',
  'mme',
  'mrs',
  'ms',
  'mlle',
  'dr',
  'dre',
  'me',
  'monsieur',
  'madame',
]);
const SAME_WORD: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  inc: 'inc',
  incorporated: 'inc',
  ltee: 'ltd',
  limitee: 'ltd',
  limited: 'ltd',
  incorporee: 'inc',
};

/** One word of a name as it is compared: St and Saint, Ltée and Ltd are one. */
export const comparableWord = (word: string): string => SAME_WORD[word] ?? word;

/** Comparable words of a name: particles and titles dropped where something is left without them. */
export const nameWords = (name: string): string[] => tellingOf(foldTokens(withoutElisions(name)));

/** « D'Amour » and « L'Heureux » lose their particle; « D. » and « L. » are initials. */
const withoutElisions = (name: string): string => foldText(name).replace(/(?<![\p{L}\p{N}])[dl]'(?=\p{L})/gu, ' ');

function tellingOf(tokens: readonly string[]): string[] {
  const all = tokens.map(comparableWord);
  const own = all.filter((word) => !PARTICLES.has(word));
  // « M. du Berger » is an initial as well as a title: with a single word left, both are kept.
  const telling = own.length > 2 ? own.filter((word) => !TITLES.has(word)) : own;
  return telling.length > 0 ? telling : all;
}

/** Particles written with their word by some and apart by others: D'Amour, Damour; Le Blanc, Leblanc. */
const GLUED: ReadonlySet<string> = new Set(['d', 'l', 'o', 'le', 'la', 'de', 'du', 'mc', 'mac']);

function gluedWords(name: string): string[] {
  const words: string[] = [];
  let particle = '';
  for (const token of foldTokens(name)) {
    if (GLUED.has(token)) particle += token;
    else {
      words.push(particle + comparableWord(token));
      particle = '';
    }
  }
  return particle === '' ? words : [...words, particle];
}

const keyOf = (words: readonly string[]): string => [...words].sort().join(' ');

/** Order-free key: equal keys are equal names. */
export const nameKey = (name: string): string => keyOf(nameWords(name));

/** The keys under which a name is found: particles dropped, and glued to their words. */
export const nameKeys = (name: string): string[] => [...new Set([nameKey(name), keyOf(gluedWords(name))])];

/** The keys of a name whose accents were lost: marks in their stead, or nothing. Empty where it has none to lose. */
export function brokenNameKeys(name: string): string[] {
  const bare = withoutLostLetters(name);
  return bare === name.normalize('NFC') ? [] : [keyOf(lostWords(name)), nameKey(bare)];
}

/** Words of a name whose lost letters count as letters of their own. */
const lostWords = (name: string): string[] =>
  tellingOf(
    foldText(withLostLetters(name))
      .split(/[^\p{L}\p{N}\ufffd]+/u)
      .filter((word) => word !== ''),
  );

/** A written name as it stands, and as it may have been before its accents broke; each with the keys it is found by. */
export function writtenNameKeys(written: string): { readonly plain: string[]; readonly broken: string[] } {
  const repaired = repairedReadings(written);
  // What is left of « ?lise » is no Lise.
  const plain = (hasSurelyLostLetters(written) ? repaired : [written, ...repaired]).flatMap(nameKeys);
  const broken = hasLostLetters(written) ? [keyOf(lostWords(written))] : [];
  return { plain: [...new Set(plain)], broken: [...broken, nameKey(written)] };
}

export function compareNames(a: string, b: string): NameAgreement {
  const keys = nameKeys(b);
  if (nameWords(a).length > 0 && nameKeys(a).some((key) => keys.includes(key))) return 'equal';
  return compareWords(nameWords(a), nameWords(b));
}

/** Of these clients, those whose name is the written one as it stands; else as it was before it broke; else compatible. */
export function closestNames<T extends { readonly name: ClientName }>(
  clients: readonly T[],
  written: string,
): readonly T[] {
  const isWhole = !hasSurelyLostLetters(written);
  const plain = clients.filter(({ name }) => isWhole && compareNames(name.full, written) === 'equal');
  if (plain.length > 0) return plain;
  const agreements = clients.map((client) => ({ client, agreement: compareWritten(client.name.full, written) }));
  const at = (wanted: NameAgreement) =>
    agreements.flatMap(({ client, agreement }) => (agreement === wanted ? [client] : []));
  const equal = at('equal');
  return equal.length > 0 ? equal : at('compatible');
}

/** A client's name against one written in a file name, whose accents may be broken (a ZIP or a download did it). */
export function compareWritten(name: string, written: string): NameAgreement {
  const plain = [written, ...repairedReadings(written)].map((reading) => compareNames(name, reading));
  // The pieces between lost letters are no initials; and what is left of « ?lise » is no Lise.
  const whole = hasSurelyLostLetters(written) ? [] : plain.filter((it) => it === 'equal');
  const found = hasLostLetters(written) ? [...whole, compareWords(lostWords(name), lostWords(written))] : plain;
  const bare = withoutLostLetters(name);
  if (bare !== name.normalize('NFC') && nameKey(bare) === nameKey(written)) found.push('equal');
  return found.includes('equal') ? 'equal' : found.includes('compatible') ? 'compatible' : 'different';
}

function compareWords(left: readonly string[], right: readonly string[]): NameAgreement {
  if (left.length === 0 || right.length === 0) return 'different';
  if (keyOf(left) === keyOf(right)) return 'equal';
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return isWithin(short, long) ? 'compatible' : 'different';
}

/** Every word of `short` has its own word in `long`, an initial standing for a word; two words at least, one written out. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2) return false;
  const free = [...long];
  let whole = 0;
  for (const word of [...short].sort((a, b) => b.length - a.length)) {
    const exact = free.indexOf(word);
    const index = exact >= 0 ? exact : free.findIndex((other) => isInitialOf(word, other) || isInitialOf(other, word));
    if (index < 0) return false;
    if (exact >= 0 && word.length > 1) whole += 1;
    free.splice(index, 1);
  }
  return whole >= 1;
}

const isInitialOf = (initial: string, word: string): boolean => initial.length === 1 && word.startsWith(initial);
