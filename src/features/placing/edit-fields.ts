import type { PageBox } from '../../core/documents/document-row';
import type { FieldKind, PlacedField, SignerRole, TimePart } from '../../core/forms/placed-field';
import { shownBox, shownSize, userRect } from './page-geometry';
import type { ShownBox } from './page-geometry';

/** What can be added at once: a field, or the three boxes of a time. */
export type NewField = Exclude<FieldKind, 'time'> | 'time-boxes' | 'time-all';
export const NEW_FIELDS: readonly NewField[] = [
  'signature',
  'date',
  'time-boxes',
  'time-all',
  'initials',
  'name',
  'title',
];

/** Smaller than a finger: points. */
const SMALLEST = 8;
/** Where a new field first stands, from the page's left and bottom edges: points. */
const FIRST_PLACE = [60, 120] as const;
/** From the left edge of one time box to the next's, as on a T183. */
const TIME_STEP = 27;

const SIZES: Readonly<Record<NewField, readonly [width: number, height: number]>> = {
  signature: [190, 28],
  date: [72, 14],
  'time-boxes': [22, 14],
  'time-all': [60, 14],
  initials: [40, 20],
  name: [150, 14],
  title: [150, 14],
};

export function newFields(kind: NewField, signer: SignerRole, page: number, box: PageBox): PlacedField[] {
  const [width, height] = SIZES[kind];
  const top = shownSize(box).height - FIRST_PLACE[1] - height;
  const at = (left: number) => userRect({ left, top, width, height }, box);
  const timed = (part: TimePart, step: number): PlacedField => ({
    kind: 'time',
    part,
    signer,
    page,
    rect: at(FIRST_PLACE[0] + step * TIME_STEP),
  });
  switch (kind) {
    case 'time-boxes':
      return (['hh', 'mm', 'ss'] as const).map(timed);
    case 'time-all':
      return [timed('all', 0)];
    default:
      return [{ kind, signer, page, rect: at(FIRST_PLACE[0]) }];
  }
}

/** Moved as the page is looked at: points, down and right are positive. It stays whole on its page. */
export function moveField(field: PlacedField, box: PageBox, dx: number, dy: number): PlacedField {
  const shown = shownBox(field.rect, box);
  return withShown(field, box, { ...shown, left: shown.left + dx, top: shown.top + dy });
}

/** Its lower right corner moved. */
export function resizeField(field: PlacedField, box: PageBox, dx: number, dy: number): PlacedField {
  const shown = shownBox(field.rect, box);
  return withShown(field, box, { ...shown, width: shown.width + dx, height: shown.height + dy });
}

function withShown(field: PlacedField, box: PageBox, shown: ShownBox): PlacedField {
  const page = shownSize(box);
  const width = clamp(shown.width, SMALLEST, page.width);
  const height = clamp(shown.height, SMALLEST, page.height);
  const left = clamp(shown.left, 0, page.width - width);
  const top = clamp(shown.top, 0, page.height - height);
  return { ...field, rect: userRect({ left, top, width, height }, box) };
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
