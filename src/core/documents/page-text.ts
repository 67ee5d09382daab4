/** `[x, y, width, height]` in the page's default user space: points, origin bottom left, unrotated, CropBox not subtracted. */
export type Rect = readonly [x: number, y: number, width: number, height: number];

/** `rect` starts at the origin of the first character, on the baseline: `y` is the baseline of upright text. */
export interface TextWord {
  readonly text: string;
  readonly rect: Rect;
}

/** Words on one baseline, in reading order. `text` is the words joined by single spaces. */
export interface TextLine {
  readonly text: string;
  readonly rect: Rect;
  readonly words: readonly TextWord[];
  /** Reading direction, counter-clockwise in user space; absent for upright text (0). */
  readonly angle?: 90 | 180 | 270;
}

/** One page as the reader saw it. `lines` is empty for a scan. */
export interface PageText {
  /** From 1. */
  readonly page: number;
  /** MediaBox size in points, before /Rotate. */
  readonly width: number;
  readonly height: number;
  /** Lower left corner of the MediaBox in user space; absent when (0, 0), as nearly always. */
  readonly origin?: readonly [x: number, y: number];
  readonly rotation: 0 | 90 | 180 | 270;
  /** The CropBox in user space, inside the MediaBox; absent when it is the whole of it. */
  readonly crop?: Rect;
  readonly lines: readonly TextLine[];
}
