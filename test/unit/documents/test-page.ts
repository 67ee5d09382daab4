import type { PageText, TextLine } from '../../../src/core/documents/page-text';

/** A line whose words stand where a 10-point font of 5 points a letter puts them. */
export function line(text: string, x = 40, y = 700): TextLine {
  let at = x;
  const words = text.split(' ').map((word) => {
    const width = word.length * 5;
    const placed = { text: word, rect: [at, y, width, 8] as const };
    at += width + 3;
    return placed;
  });
  return { text, rect: [x, y, at - 3 - x, 8], words };
}

/** Lines 14 points apart from the top, or lines already placed. */
export function page(lines: readonly (string | TextLine)[], over: Partial<PageText> = {}): PageText {
  return {
    page: 1,
    width: 612,
    height: 792,
    rotation: 0,
    lines: lines.map((it, index) => (typeof it === 'string' ? line(it, 40, 740 - 14 * index) : it)),
    ...over,
  };
}
