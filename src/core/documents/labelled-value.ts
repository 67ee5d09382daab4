import { foldText } from '../fold-text';
import { foldedLine } from './folded-line';
import { foldedPage } from './page-lookup';
import type { PageText, TextLine } from './page-text';

/** How far above or below its label a value may be printed, in points. */
const NEAR = 26;
/** Values take at most this many words: « 2025 12 31 », « Colombie-Britannique ». */
const WORDS = 4;

/**
 * The value that `read` accepts beside a label: after it on its line, else in the line just below, else just above,
 * nearest to the label's left edge. Both are compared folded; `label` is not anchored to a line's ends. `null` when no label of the page has one.
 */
export function labelledValue<T>(page: PageText, label: RegExp, read: (text: string) => T | null): T | null {
  if (!label.test(foldedPage(page))) return null;
  for (const line of page.lines) {
    const found = label.exec(foldedLine(line));
    if (found === null) continue;
    const after = firstIn(foldedLine(line).slice(found.index + found[0].length), read);
    if (after !== null) return after;
    const left = leftOf(line, found[0]);
    for (const other of near(page, line)) {
      const value = nearest(other, left, read);
      if (value !== null) return value;
    }
  }
  return null;
}

function firstIn<T>(text: string, read: (text: string) => T | null): T | null {
  const words = text.split(' ').filter(Boolean);
  for (let at = 0; at < words.length; at += 1) {
    const value = readFrom(words, at, read);
    if (value !== null) return value;
  }
  return null;
}

function readFrom<T>(words: readonly string[], at: number, read: (text: string) => T | null): T | null {
  for (let length = Math.min(WORDS, words.length - at); length > 0; length -= 1) {
    const value = read(words.slice(at, at + length).join(' '));
    if (value !== null) return value;
  }
  return null;
}

function nearest<T>(line: TextLine, left: number, read: (text: string) => T | null): T | null {
  const words = line.words.map(({ text }) => foldText(text));
  let best: { readonly value: T; readonly gap: number } | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const value = readFrom(words, at, read);
    const gap = Math.abs((line.words[at]?.rect[0] ?? 0) - left);
    if (value !== null && (best === null || gap < best.gap)) best = { value, gap };
  }
  return best?.value ?? null;
}

/** Left edge of the label's first word. */
function leftOf(line: TextLine, label: string): number {
  const [first = ''] = label.split(' ');
  const texts = line.words.map(({ text }) => foldText(text));
  const joined = (at: number) => texts.slice(at).join(' ');
  const index = texts.findIndex((text, at) => text.includes(first) && joined(at).includes(label));
  const last = texts.findLastIndex((text, at) => text.includes(first) && joined(at).includes(label));
  return line.words[Math.max(index, last)]?.rect[0] ?? line.rect[0];
}

/** Lines just below, then just above. */
function near(page: PageText, line: TextLine): TextLine[] {
  const gapOf = (other: TextLine) => line.rect[1] - other.rect[1];
  const below = page.lines.filter((other) => gapOf(other) > 0 && gapOf(other) <= NEAR);
  const above = page.lines.filter((other) => gapOf(other) < 0 && gapOf(other) >= -NEAR);
  return [...below.sort((a, b) => gapOf(a) - gapOf(b)), ...above.sort((a, b) => gapOf(b) - gapOf(a))];
}
