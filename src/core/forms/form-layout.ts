import type { Rect } from '../documents/page-text';
import type { FormCode } from './form-code';
import type { FieldKind, SignerRole, TimePart } from './placed-field';

/** Width and height, points. */
export type Size = readonly [width: number, height: number];

/** A field found by the label printed beside it. */
export interface FieldAnchor {
  /** Over squeezed text (see `find-anchor`), with the `g` flag. */
  readonly label: RegExp;
  /** `above`: on the line over its label. `after`: to the right of it. `below`: in the box under it. */
  readonly side: 'above' | 'after' | 'below';
  readonly size: Size | ((pageWidth: number) => Size);
  /** The label must be whole words: a short one (« Date ») is part of others (« mandate »). */
  readonly whole?: true;
  /** Points from where `side` alone would put it. */
  readonly offset?: readonly [dx: number, dy: number];
}

/** What one person signs at one place of the form. */
export interface SignatureBlock {
  readonly signer: SignerRole;
  /** `optional`: only some prints carry it (a spouse's line in an engagement letter); its absence is no fault. */
  readonly presence: 'needed' | 'optional';
  readonly signature: FieldAnchor;
  /** Where neither a blank date nor a printed one is found, the block is not placed; `null`: the form asks for none. */
  readonly date: FieldAnchor | null;
  /** Whether the form wants HH, MM, SS boxes. */
  readonly time: { readonly size: Size } | null;
  /** Asked for only where their labels stand near the signature. */
  readonly texts?: readonly (FieldAnchor & { readonly kind: Extract<FieldKind, 'name' | 'title'> })[];
  /** On every page that has the label. */
  readonly initials?: FieldAnchor;
}

/**
 * Places known for one form, years, page size and page, as a cross-check of the anchors and a fallback for them. Points,
 * reading frame of the page (bottom-left origin).
 */
export interface LayoutTable {
  /** First and last tax year it holds for. */
  readonly taxYears: readonly [from: number, to: number];
  /** Whose print was measured: « impotexpert »… Shown, never matched: a print is known by its page size and places. */
  readonly print: string;
  readonly pageSize: Size;
  /** From 1, within the pages of the form. */
  readonly page: number;
  /** Only when the form has this many pages. */
  readonly pageCount?: number;
  readonly signer: SignerRole;
  readonly signature: Rect;
  /** `null`: pre-printed, or only by its anchor. */
  readonly date: Rect | null;
  readonly time: Readonly<Record<Exclude<TimePart, 'all'>, Rect>> | null;
  /** Two sources contradict one another: shown in the workbench, never used to place anything. */
  readonly disputed?: true;
}

/** How one form's fields are found on its printed pages. */
export interface FormLayout {
  readonly form: FormCode;
  /** False until checked on a real form of each software: shows « Position à valider ». */
  readonly calibrated: boolean;
  /** The page must bear this text too, so that a bare « Sign here » elsewhere is not taken. `null`: nothing more. */
  readonly pageMark: RegExp | null;
  /** `every`: the office's and the government's copies are both signed. `first`: the first page that has the label. */
  readonly copies: 'first' | 'every';
  /** Pages of one copy: how many pages after the one that bears its code may still be the form's. */
  readonly pages: number;
  readonly blocks: readonly SignatureBlock[];
  readonly tables: readonly LayoutTable[];
}
