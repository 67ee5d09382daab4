export interface VirtualWindow {
  /** First row drawn, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** The rows to draw around what is seen, with `overscan` more on each side; sizes in px, all rows of one height. */
export function virtualWindow(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
  overscan = 8,
): VirtualWindow {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const seen = Math.ceil(viewHeight / rowHeight) + 1;
  const start = Math.max(0, Math.min(first, Math.max(0, count - seen)) - overscan);
  return { start, end: Math.min(count, first + seen + overscan) };
}
