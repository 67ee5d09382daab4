import type { Rect } from '../documents/page-text';
import type { Anchor } from './find-anchor';
import type { FieldAnchor } from './form-layout';

/** From a label's baseline to the bottom of the field on the line over it: points (domain facts §5). */
const ABOVE_LABEL = 10;
/** From a label's end to the field beside it, and from its baseline down to the field's bottom. */
const AFTER_LABEL = 4;
const UNDER_BASELINE = 2;
/** From a box's caption down to the top of what is written in it. */
const BELOW_LABEL = 4;

/** Where a field stands by its label: points, the label's own frame. */
export function besideLabel(anchor: Anchor, field: Pick<FieldAnchor, 'side' | 'size' | 'offset'>, page: number): Rect {
  const [width, height] = typeof field.size === 'function' ? field.size(page) : field.size;
  const [dx, dy] = field.offset ?? [0, 0];
  const [x, y] = anchor.first;
  switch (field.side) {
    case 'above':
      return [x + dx, y + ABOVE_LABEL + dy, width, height];
    case 'below':
      return [x + dx, y - BELOW_LABEL - height + dy, width, height];
    case 'after': {
      const [lastX, lastY, lastWidth] = anchor.last;
      return [lastX + lastWidth + AFTER_LABEL + dx, lastY - UNDER_BASELINE + dy, width, height];
    }
  }
}
