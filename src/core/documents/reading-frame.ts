import type { PageText, Rect, TextLine } from './page-text';

/** A page turned so that its text reads upright, its lower left corner at (0, 0), and the way back to user space. */
export interface ReadingFrame {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Lines that read upright in this frame, with their places in it. */
  readonly lines: readonly TextLine[];
  readonly toUserSpace: (rect: Rect) => Rect;
  readonly fromUserSpace: (rect: Rect) => Rect;
}

type Angle = 0 | 90 | 180 | 270;

/**
 * Turned by the direction of most of its words, not by /Rotate: a page printed upright and turned by the viewer keeps
 * its places, and one whose content was turned by the printer is read as the eye reads it.
 */
export function readingFrame(page: PageText): ReadingFrame {
  const angle = mainAngle(page.lines);
  const [left, bottom] = page.origin ?? [0, 0];
  const turn = ([x, y, w, h]: Rect) => turnRect([x - left, y - bottom, w, h], page, angle);
  const lines = page.lines
    .filter((line) => (line.angle ?? 0) === angle)
    .map((line) => ({
      text: line.text,
      rect: turn(line.rect),
      words: line.words.map((word) => ({ text: word.text, rect: turn(word.rect) })),
    }));
  const sideways = angle === 90 || angle === 270;
  return {
    page: page.page,
    width: sideways ? page.height : page.width,
    height: sideways ? page.width : page.height,
    lines,
    toUserSpace: (rect) => {
      const [x, y, w, h] = turnBack(rect, page, angle);
      return [x + left, y + bottom, w, h];
    },
    fromUserSpace: turn,
  };
}

function mainAngle(lines: readonly TextLine[]): Angle {
  const words: Record<Angle, number> = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const line of lines) words[line.angle ?? 0] += line.words.length;
  const angles: readonly Angle[] = [0, 90, 180, 270];
  return angles.reduce((best, angle) => (words[angle] > words[best] ? angle : best), 0);
}

function turnRect([x, y, w, h]: Rect, { width, height }: PageText, angle: Angle): Rect {
  switch (angle) {
    case 0:
      return [x, y, w, h];
    case 90:
      return [y, width - x - w, h, w];
    case 180:
      return [width - x - w, height - y - h, w, h];
    case 270:
      return [height - y - h, x, h, w];
  }
}

function turnBack([u, v, a, b]: Rect, { width, height }: PageText, angle: Angle): Rect {
  switch (angle) {
    case 0:
      return [u, v, a, b];
    case 90:
      return [width - v - b, u, b, a];
    case 180:
      return [width - u - a, height - v - b, a, b];
    case 270:
      return [v, height - u - a, b, a];
  }
}
