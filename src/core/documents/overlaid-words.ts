import type { TextLine, TextWord } from './page-text';

/** Words that lie over one another by more than this share of the text's height were drawn apart. */
const OVERLAP = 0.3;
/** What a space takes of it. */
const SPACE = 0.3;

/**
 * A line whose draws lie over one another (a caption that runs into its value), draw by draw: each word follows whichever
 * ends about a space before it. One chain where nothing overlaps.
 */
export function overlaidWords({ words, rect }: TextLine): TextWord[][] {
  const height = rect[3];
  const chains: { readonly words: TextWord[]; end: number }[] = [];
  for (const word of words) {
    const [left, , width] = word.rect;
    const before = chains.filter(({ end }) => end - left <= OVERLAP * height);
    const awayFromSpace = ({ end }: (typeof chains)[number]) => Math.abs(left - end - SPACE * height);
    const [nearest] = before.sort((a, b) => awayFromSpace(a) - awayFromSpace(b));
    if (nearest === undefined) chains.push({ words: [word], end: left + width });
    else {
      nearest.words.push(word);
      nearest.end = left + width;
    }
  }
  return chains.map((it) => it.words);
}
