import type { TextLine, TextWord } from './page-text';

/** Words that lie over one another by more than this share of the text's height were drawn apart. */
const OVERLAP = 0.3;

const NUMBER_LIKE = /^[\d*•●■█·∙⋅_xX#.‐‑‒–—−-]+$/;

/** The words of a line without those of a caption that runs into its number; `null` where none does. */
export function withoutOverprint({ words, rect }: TextLine): TextWord[] | null {
  const numbers = words.filter(({ text }) => NUMBER_LIKE.test(text));
  const isOver = (a: TextWord, b: TextWord) =>
    Math.min(a.rect[0] + a.rect[2], b.rect[0] + b.rect[2]) - Math.max(a.rect[0], b.rect[0]) > OVERLAP * rect[3];
  const left = words.filter((word) => numbers.includes(word) || !numbers.some((number) => isOver(word, number)));
  return left.length < words.length ? left : null;
}
