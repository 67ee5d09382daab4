/** The permissions of an encrypted PDF that a person would name (ISO 32000-1, table 22). */
export const DOCUMENT_RIGHTS = ['printing', 'changes', 'copying', 'annotations', 'formFilling', 'assembly'] as const;

export type DocumentRight = (typeof DOCUMENT_RIGHTS)[number];

/** What a PDF carries beside its pages, as far as it decides what may be done with it. */
export interface PdfTraits {
  readonly pages: number;
  readonly encrypted: boolean;
  /** What its maker keeps from whoever has no owner password; empty for a file without encryption. */
  readonly withheld: readonly DocumentRight[];
  readonly form: boolean;
  readonly xfa: boolean;
  /** Signatures that were applied: empty signature fields are not counted. */
  readonly signatures: number;
  /** DocMDP: 1 no change at all, 2 form filling, 3 annotations too; `null` when nobody certified it. */
  readonly certification: 1 | 2 | 3 | null;
  /** FieldMDP: a signature locks fields. */
  readonly locksFields: boolean;
  /** Adobe's reader extensions, a signature of the maker that any change voids. */
  readonly usageRights: boolean;
  readonly scripts: number;
  readonly attachments: number;
  /** False when a reader had to rebuild the cross-reference: nothing can be appended to that. */
  readonly soundXref: boolean;
  /** A table for old readers and a stream for new ones, side by side (ISO 32000-1 §7.5.8.4). */
  readonly hybridXref: boolean;
}

/**
 * Whether its maker keeps from others what preparing does. New form fields, signature fields among them, need the right
 * to change and the right to annotate, both (table 22, bit 6); filling those that exist would need less.
 */
export const forbidsFields = ({ withheld }: Pick<PdfTraits, 'withheld'>): boolean =>
  withheld.includes('changes') || withheld.includes('annotations');
