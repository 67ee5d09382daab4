import type { Rect } from './page-text';

/** Below the baseline, and beyond the letters' ends, as a share of the text's height: what an eye takes for the word. */
const DESCENT = 0.28;

/** What the words of one line cover on the page, descenders included: word places stand on the baseline. Not empty. */
export function inkRect(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map(([x]) => x));
  const bottom = Math.min(...rects.map(([, y]) => y));
  const right = Math.max(...rects.map(([x, , width]) => x + width));
  const top = Math.max(...rects.map(([, y, , height]) => y + height));
  const drop = (top - bottom) * DESCENT;
  return [left - drop / 2, bottom - drop, right - left + drop, top - bottom + 2 * drop];
}
