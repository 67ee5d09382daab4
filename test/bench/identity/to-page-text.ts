import { groupLines } from '../../../src/core/documents/group-lines';
import type { Glyph } from '../../../src/core/documents/group-lines';
import type { PageText } from '../../../src/core/documents/page-text';
import { advanceOf } from './generate/page-writer';
import type { DrawnPage, TextRun } from './generate/shapes';

/** What a PDF reader sees of a drawn page: its glyphs, grouped by the product's own rule. */
export const toPageText = ({ width, height, runs }: DrawnPage, index: number): PageText => ({
  page: index + 1,
  width,
  height,
  rotation: 0,
  lines: groupLines(runs.flatMap(glyphsOf)),
});

function glyphsOf({ text, x, y, size }: TextRun): Glyph[] {
  let at = x;
  return [...text].map((char) => {
    const left = at;
    at += advanceOf(char) * size;
    return { char, x: left, y, left, bottom: y - 0.2 * size, right: at, top: y + 0.75 * size, angle: 0 as const };
  });
}
