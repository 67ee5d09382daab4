import type { ClientName } from '../clients/client';
import { foldTokens } from '../fold-text';
import { nameWords } from './name-match';
import type { PageText } from './page-text';

/** First and last name stand in cells of their own, above one another at most this far apart: points. */
const SAME_BLOCK = 80;

interface PlacedToken {
  readonly token: string;
  readonly y: number;
}

/** A page's words, folded, ready to be asked for many names. */
export interface PageWords {
  readonly page: number;
  readonly tokens: ReadonlyMap<string, readonly number[]>;
  readonly lines: readonly (readonly string[])[];
}

export function pageWords(page: PageText): PageWords {
  const placed: PlacedToken[] = page.lines.flatMap((line) =>
    line.words.flatMap((word) => nameTokensOf(word.text).map((token) => ({ token, y: word.rect[1] }))),
  );
  const tokens = new Map<string, number[]>();
  for (const { token, y } of placed) tokens.set(token, [...(tokens.get(token) ?? []), y]);
  return { page: page.page, tokens, lines: page.lines.map((line) => nameTokensOf(line.text)) };
}

const nameTokensOf = (text: string): string[] =>
  foldTokens(text).map((token) => (token === 'st' ? 'saint' : token === 'ste' ? 'sainte' : token));

/** The last name whole and the first of the first names; of a full name alone, every word. */
export function tellingWords(name: ClientName): string[] {
  if (name.first === null || name.last === null) return nameWords(name.full);
  return [...nameWords(name.last), ...nameWords(name.first).slice(0, 1)];
}

/** True when every telling word stands on the page within one block (a line, or cells above one another). */
export function hasName(page: PageWords, name: ClientName): boolean {
  const words = tellingWords(name);
  const [first, ...others] = words;
  if (first === undefined || words.join('').length < 4) return false;
  return (page.tokens.get(first) ?? []).some((y) =>
    others.every((word) => (page.tokens.get(word) ?? []).some((other) => Math.abs(other - y) <= SAME_BLOCK)),
  );
}

/** Stricter, for names nobody expects on the page: the words side by side on one line, in either order. */
export function hasNameOnOneLine(page: PageWords, name: ClientName): boolean {
  const words = tellingWords(name);
  if (words.length < 2) return false;
  return page.lines.some((line) => {
    const places = words.map((word) => line.indexOf(word));
    return places.every((place) => place >= 0) && Math.max(...places) - Math.min(...places) <= words.length + 2;
  });
}
