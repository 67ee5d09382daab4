import type { PageBox } from '../../core/documents/document-row';
import type { Rect } from '../../core/documents/page-text';

/** A box on the page as it is looked at: points, origin top left, after /Rotate. */
export interface ShownBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Size of the page as it is looked at, in points. */
export function shownSize({ width, height, rotation }: PageBox): { readonly width: number; readonly height: number } {
  return rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };
}

/** Default user space (origin bottom left, unrotated) → the page as it is looked at. /Rotate turns clockwise. */
export function shownBox([x, y, width, height]: Rect, page: PageBox): ShownBox {
  switch (page.rotation) {
    case 0:
      return { left: x, top: page.height - y - height, width, height };
    case 90:
      return { left: y, top: x, width: height, height: width };
    case 180:
      return { left: page.width - x - width, top: y, width, height };
    case 270:
      return { left: page.height - y - height, top: page.width - x - width, width: height, height: width };
  }
}
