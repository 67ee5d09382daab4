import { distance } from 'fastest-levenshtein';
import { nameTokens } from './name-tokens';

/** `agreeing`: one name written two ways. `near`: a person must look. `different`: nothing in common to speak of. */
export type NameAgreement = 'agreeing' | 'near' | 'different';

const HONORIFICS = new Set(['m', 'mr', 'mrs', 'ms', 'mme', 'mlle', 'dr', 'dre', 'me', 'monsieur', 'madame']);
/** Written with its word by some and apart by others: D'Amour, Damour; Le Blanc, Leblanc. */
const GLUED = new Set(['d', 'l', 'o', 'le', 'la']);
const PARTICLES = new Set(['de', 'du', 'des', 'von', 'van', 'der', 'den', 'et', 'and']);
const SAME: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'sainte',
  ltee: 'ltd',
  limitee: 'ltd',
  limited: 'ltd',
  incorporee: 'inc',
  incorporated: 'inc',
};

const SPECIAL = new Set([...HONORIFICS, ...GLUED, ...PARTICLES, ...Object.keys(SAME)]);

/** Words that make the name, in order; what is left when titles and particles are gone. */
export function nameWords(name: string): string[] {
  const tokens = nameTokens(name);
  // Nearly every name is its tokens.
  if (!tokens.some((token) => SPECIAL.has(token))) return tokens;
  const titled = tokens.length > 2 && HONORIFICS.has(tokens[0] ?? '') ? tokens.slice(1) : tokens;
  const words: string[] = [];
  titled.forEach((token, index) => {
    const [before, beforeThat] = [titled[index - 1] ?? '', titled[index - 2] ?? ''];
    const isArticle = (token === 'la' || token === 'le') && before === 'de';
    if (PARTICLES.has(token) || isArticle || (GLUED.has(token) && index < titled.length - 1)) return;
    const isGlued = GLUED.has(before) && !((before === 'la' || before === 'le') && beforeThat === 'de');
    words.push(isGlued ? before + token : token);
  });
  return (words.length > 0 ? words : titled).map((word) => SAME[word] ?? word);
}

/**
 * Accents, case, order (« Nom, Prénom »), hyphens, particles and « St- » do not count; a middle initial may be there or
 * not. An initial for a whole given name, a given name more or less, and a slip of spelling are only near: Jean and
 * Jean-Paul, or Louis and Louise, may be two people. Digits (a numbered company) must be equal.
 */
export function nameAgreement(a: string, b: string): NameAgreement {
  return wordsAgreement(nameWords(a), nameWords(b));
}

export function wordsAgreement(a: readonly string[], b: readonly string[]): NameAgreement {
  if (a.length === 0 || b.length === 0) return 'different';
  if (a.length === b.length && a.every((word, at) => word === b[at])) return 'agreeing';
  const { common, left, right } = compare(a, b);
  if (left.length === 0 && right.length === 0) return 'agreeing';
  if (a.join('') === b.join('')) return 'agreeing';
  if ([...left, ...right].some((word) => /\d/u.test(word))) return 'different';
  if (common >= 2 && initialsAgree(left, right)) return 'agreeing';
  if (common >= 2 && (left.length === 0 || right.length === 0)) return 'near';
  if (common >= 1 && (initialsAgree(left, right) || slips(left, right))) return 'near';
  if (common === 0 && left.length > 1 && slips(left, right)) return 'near';
  const [joinedA, joinedB] = [a.join(''), b.join('')];
  return joinedA.length >= 10 && distance(joinedA, joinedB) <= 1 ? 'near' : 'different';
}

function compare(a: readonly string[], b: readonly string[]) {
  const right = [...b];
  const left: string[] = [];
  for (const word of a) {
    const at = right.indexOf(word);
    if (at < 0) left.push(word);
    else right.splice(at, 1);
  }
  return { common: a.length - left.length, left, right };
}

/** Every word left over is an initial, of a word on the other side or of nothing there. */
function initialsAgree(left: readonly string[], right: readonly string[]): boolean {
  const others = [...right];
  for (const word of left) {
    const at = others.findIndex((other) => other[0] === word[0] && (other.length === 1 || word.length === 1));
    if (at >= 0) others.splice(at, 1);
    else if (word.length > 1) return false;
  }
  return others.every((other) => other.length === 1);
}

/** As many words on both sides, each a slip of spelling of its fellow. */
function slips(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  const others = [...right];
  return left.every((word) => {
    const at = others.findIndex((other) => distance(word, other) <= allowedSlips(word, other));
    if (at < 0) return false;
    others.splice(at, 1);
    return true;
  });
}

/** Two letters in a long word (« Phillipe » / « Philippe »), one in a middling one, none in a short one. */
function allowedSlips(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return length >= 7 ? 2 : length >= 4 ? 1 : 0;
}
