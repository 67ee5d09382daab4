import { foldText } from '../fold-text';
import type { TextLine } from './page-text';

/** Kept as long as their line, no longer than its document. */
const folded = new WeakMap<TextLine, string>();

/** A line's text folded, once for all who ask: a dozen rules read every line of every page. */
export function foldedLine(line: TextLine): string {
  const known = folded.get(line);
  if (known !== undefined) return known;
  const text = foldText(line.text);
  folded.set(line, text);
  return text;
}
