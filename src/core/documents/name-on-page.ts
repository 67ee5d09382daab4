import type { ClientName } from '../clients/client';
import { foldTokens } from '../fold-text';
import { comparableWord, nameWords } from './name-match';
import { partyLines } from './page-parties';
import type { PageText } from './page-text';

/** First and last name stand in cells of their own, above one another at most this far apart: points. */
const SAME_BLOCK = 80;

/** The words of a page that speak of its own taxpayer, folded, ready to be asked for many names. */
export interface PageWords {
  readonly page: number;
  readonly tokens: ReadonlyMap<string, readonly number[]>;
  readonly lines: readonly (readonly string[])[];
}

/** @param known tokens of words met before in the same document, whose pages repeat themselves. */
export function pageWords(page: PageText, known = new Map<string, readonly string[]>()): PageWords {
  const lines = partyLines(page).flatMap(({ line, party }) => (party === 'own' || party === 'recipient' ? [line] : []));
  const tokens = new Map<string, number[]>();
  const tokensOfLines = lines.map((line) =>
    line.words.flatMap(({ text, rect: [, y] }) => {
      const ofWord = known.get(text) ?? nameTokensOf(text);
      known.set(text, ofWord);
      for (const token of ofWord) {
        const places = tokens.get(token);
        if (places) places.push(y);
        else tokens.set(token, [y]);
      }
      return ofWord;
    }),
  );
  return { page: page.page, tokens, lines: tokensOfLines };
}

/** « Marié(e) », a box of a form, is no Marie. */
const nameTokensOf = (text: string): string[] => (/\(e\)$/i.test(text) ? [] : foldTokens(text).map(comparableWord));

/** The last name whole and the first of the first names; of a full name alone, every word. */
export function tellingWords(name: ClientName): string[] {
  if (name.first === null || name.last === null) return nameWords(name.full);
  return [...nameWords(name.last), ...nameWords(name.first).slice(0, 1)];
}

/** How much of a name one block of the page (a line, or cells above one another) shows. */
export interface NameSighting {
  /** Every word of the name, not only the telling ones. */
  readonly whole: boolean;
  /** Words of the name that are there. */
  readonly count: number;
}

/** `null` unless every telling word stands within one block. */
export function sightName(page: PageWords, name: ClientName): NameSighting | null {
  const words = tellingWords(name);
  const [first, ...others] = words;
  if (first === undefined || words.join('').length < 4) return null;
  const all = nameWords(name.full);
  let best: NameSighting | null = null;
  for (const y of page.tokens.get(first) ?? []) {
    const isHere = (word: string) => (page.tokens.get(word) ?? []).some((other) => Math.abs(other - y) <= SAME_BLOCK);
    if (!others.every(isHere)) continue;
    const count = all.filter(isHere).length;
    if (best === null || count > best.count) best = { whole: count === all.length, count };
  }
  return best;
}

export const hasName = (page: PageWords, name: ClientName): boolean => sightName(page, name) !== null;

/** Stricter, for names nobody expects on the page: the words side by side on one line, in either order. */
export function hasNameOnOneLine(page: PageWords, name: ClientName): boolean {
  const words = tellingWords(name);
  if (words.length < 2) return false;
  return page.lines.some((line) => {
    const places = words.map((word) => line.indexOf(word));
    return places.every((place) => place >= 0) && Math.max(...places) - Math.min(...places) <= words.length + 2;
  });
}
