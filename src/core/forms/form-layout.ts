import type { Rect } from '../documents/page-text';
import type { FormCode } from './form-code';
import type { SignerRole, TimePart } from './placed-field';

/** Width and height, points. */
export type Size = readonly [width: number, height: number];

/**
 * Places known for one year and page size of a form, as a cross-check of the anchors and a fallback for them. Points,
 * reading frame of the page (bottom-left origin).
 */
export interface LayoutTable {
  readonly taxYear: number;
  readonly pageSize: Size;
  /** From 1, within the pages of the form. */
  readonly page: number;
  readonly signature: Rect;
  readonly time: Readonly<Record<Exclude<TimePart, 'all'>, Rect>> | null;
}

/** How one form's fields are found on its printed page. Patterns are over squeezed text (see `find-anchor`). */
export interface FormLayout {
  readonly form: FormCode;
  readonly signer: SignerRole;
  /** False until checked on a real form of each software: shows « Position à valider ». */
  readonly calibrated: boolean;
  /** The page must bear this text too, so that a bare « Sign here » elsewhere is not taken. `null`: nothing more. */
  readonly pageMark: RegExp | null;
  readonly signature: {
    readonly label: RegExp;
    /** `above`: on the line over its label. `after`: to the right of its label. */
    readonly side: 'above' | 'after';
    readonly size: (pageWidth: number) => Size;
  };
  readonly date: { readonly label: RegExp; readonly side: 'above' | 'after'; readonly size: Size } | null;
  /** Whether the form wants HH, MM, SS boxes. */
  readonly time: { readonly size: Size } | null;
  readonly tables: readonly LayoutTable[];
}
