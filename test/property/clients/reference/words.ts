// How two writings compare, as product.md and docs/client-lists.md word it: nothing here is taken from src.

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export type Likeness = 'agreeing' | 'near' | 'different';

/** Words of a name: « d'Autan » is one, « de la » is none, « St » is « saint ». */
export function nameWords(name: string): string[] {
  const bare = plain(name)
    .replace(/\b([dl])['’]\s*/gu, '$1')
    .replace(/\bde l[ae]\b/gu, 'de');
  return wordsOf(bare)
    .filter((word) => !['de', 'du', 'des'].includes(word))
    .map((word) => (word === 'st' ? 'saint' : word));
}

/**
 * The same words in any order, or the same letters, agree. One word in common and the rest a slip of spelling or an
 * initial, or two in common and some given name more, is near. All else is different.
 */
export function likeness(a: string, b: string): Likeness {
  const [left, right] = [nameWords(a), nameWords(b)];
  if (left.length === 0 || right.length === 0) return 'different';
  if (left.join('') === right.join('')) return 'agreeing';
  const [restA, restB] = [without(left, right), without(right, left)];
  const common = left.length - restA.length;
  if (restA.length === 0 && restB.length === 0) return 'agreeing';
  if ([...restA, ...restB].some((word) => /\d/u.test(word))) return 'different';
  const initials = initialsPair(restA, restB);
  if (common >= 2 && initials) return 'agreeing';
  if (common >= 2 && (restA.length === 0 || restB.length === 0)) return 'near';
  const slips = restA.length === restB.length && pairUp(restA, restB, isSlip);
  if (common >= 1 && (initials || slips)) return 'near';
  if (common === 0 && restA.length > 1 && slips) return 'near';
  const [joinedA, joinedB] = [left.join(''), right.join('')];
  return joinedA.length >= 10 && edits(joinedA, joinedB) <= 1 ? 'near' : 'different';
}

/** `words` less those of `others`, each once. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** True when each word of the one has a fellow of its own in the other, first come first served. */
function pairUp(a: readonly string[], b: readonly string[], fits: (x: string, y: string) => boolean): boolean {
  const left = [...b];
  return a.every((word) => {
    const at = left.findIndex((other) => fits(word, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function initialsPair(a: readonly string[], b: readonly string[]): boolean {
  const left = [...b];
  for (const word of a) {
    const at = left.findIndex((other) => other[0] === word[0] && (word.length === 1 || other.length === 1));
    if (at >= 0) left.splice(at, 1);
    else if (word.length > 1) return false;
  }
  return left.every((word) => word.length === 1);
}

function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return edits(a, b) <= (shorter >= 7 ? 2 : shorter >= 4 ? 1 : 0);
}

/** Letters put in, left out or changed to make one of the other. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_cell, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

export const low = (text: string | null): string => (text ?? '').trim().toLowerCase();
/** « G1A1A1 » and « g1a 1a1 » are one. */
export const postal = (text: string | null): string => low(text).replace(/\s/gu, '');
/** A telephone's ten digits. */
export const digits = (text: string | null): string => (text ?? '').replace(/\D/gu, '').slice(-10);
