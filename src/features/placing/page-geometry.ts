import type { PageBox } from '../../core/documents/document-row';
import type { Rect } from '../../core/documents/page-text';

/** How large a page may be seen, in widths of its frame. */
export const ZOOMS = [1, 1.5, 2, 3];

/** Drawn at this many times 72 dpi, for sharp text on ordinary screens. */
export const SHARPNESS = 2;

/** A box on the page as it is looked at: points, origin top left, after /Rotate. */
export interface ShownBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Size of the page as it is looked at, in points. */
export function shownSize(page: PageBox): { readonly width: number; readonly height: number } {
  const { rotation } = page;
  const [, , width, height] = visible(page);
  return rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };
}

/** Default user space (origin bottom left, unrotated) → the page as it is looked at. /Rotate turns clockwise. */
export function shownBox([left, bottom, width, height]: Rect, page: PageBox): ShownBox {
  const [cropX, cropY, pageWidth, pageHeight] = visible(page);
  const [x, y] = [left - cropX, bottom - cropY];
  switch (page.rotation) {
    case 0:
      return { left: x, top: pageHeight - y - height, width, height };
    case 90:
      return { left: y, top: x, width: height, height: width };
    case 180:
      return { left: pageWidth - x - width, top: y, width, height };
    case 270:
      return { left: pageHeight - y - height, top: pageWidth - x - width, width: height, height: width };
  }
}

/** A place of the page as percentages of it, so that boxes follow whatever size it is shown at. */
export function shareOfPage(
  rect: Rect,
  page: PageBox,
): { readonly left: string; readonly top: string; readonly width: string; readonly height: string } {
  const { left, top, width, height } = shownBox(rect, page);
  const size = shownSize(page);
  const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  return {
    left: share(left, size.width),
    top: share(top, size.height),
    width: share(width, size.width),
    height: share(height, size.height),
  };
}

/** The way back: a box on the page as it is looked at → default user space. */
export function userRect({ left, top, width, height }: ShownBox, page: PageBox): Rect {
  const [cropX, cropY, pageWidth, pageHeight] = visible(page);
  switch (page.rotation) {
    case 0:
      return [cropX + left, cropY + pageHeight - top - height, width, height];
    case 90:
      return [cropX + top, cropY + left, height, width];
    case 180:
      return [cropX + pageWidth - left - width, cropY + top, width, height];
    case 270:
      return [cropX + pageWidth - top - height, cropY + pageHeight - left - width, height, width];
  }
}

const visible = ({ width, height, crop }: PageBox): Rect => crop ?? [0, 0, width, height];
