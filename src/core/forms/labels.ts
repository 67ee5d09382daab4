import type { FieldAnchor, Size } from './form-layout';

/** A date of ten characters at 9 points. */
const DATE_SIZE: Size = [72, 14];

/** « Year Month Day » under boxes, or a format in brackets, as federal forms since 2022 print them: the date is above. */
export const DATE_OVER_FORMAT: FieldAnchor = {
  label: /(?:date)?(?:yearmonthday|anneemoisjour|yyyymmdd|aaaammjj)/g,
  side: 'above',
  size: DATE_SIZE,
};

/** « Date » under a line. */
export const DATE_OVER_LABEL: FieldAnchor = {
  label: /date(?:of(?:the)?signature|delasignature)?(?:yearmonthday|anneemoisjour|yyyymmdd|aaaammjj|amj|ymd)?:?/g,
  side: 'above',
  size: DATE_SIZE,
  whole: true,
};

/** « Date : » before a line. */
export const DATE_AFTER_LABEL: FieldAnchor = { ...DATE_OVER_LABEL, side: 'after' };

/** The caption of a box, at its upper edge: the date is under it. */
export const DATE_UNDER_LABEL: FieldAnchor = { ...DATE_OVER_LABEL, side: 'below' };

/** A hand-written name at ordinary size. */
export const SIGNATURE_SIZE: Size = [190, 26];
export const TIME_BOX: Size = [22, 14];
