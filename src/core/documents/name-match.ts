import { foldTokens } from '../fold-text';

/** `equal`: the same words in any order. `compatible`: initials, a second first name or half a compound name missing. */
export type NameAgreement = 'equal' | 'compatible' | 'different';

const PARTICLES: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'd',
  'l',
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
  limited: 'ltd',
};

/** Comparable words of a name: particles and titles dropped where something is left without them. */
export function nameWords(name: string): string[] {
  const all = foldTokens(name).map((word) => SAME_WORD[word] ?? word);
  const telling = all.filter((word) => !PARTICLES.has(word) && !(TITLES.has(word) && all.length > 2));
  return telling.length > 0 ? telling : all;
}

/** Order-free key: equal keys are equal names. */
export const nameKey = (name: string): string => [...nameWords(name)].sort().join(' ');

export function compareNames(a: string, b: string): NameAgreement {
  const left = nameWords(a);
  const right = nameWords(b);
  if (left.length === 0 || right.length === 0) return 'different';
  if ([...left].sort().join(' ') === [...right].sort().join(' ')) return 'equal';
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
