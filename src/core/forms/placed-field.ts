import type { Rect } from '../documents/page-text';

export type FieldKind = 'signature' | 'initials' | 'date' | 'time' | 'name' | 'title';
export type TimePart = 'hh' | 'mm' | 'ss' | 'all';
export type SignerRole = 'taxpayer' | 'spouse' | 'officer' | 'representative';

/** A field at its place, for one signer. A printed HH, MM or SS box is one `time` field with its `part`. */
export interface PlacedField {
  readonly kind: FieldKind;
  readonly part?: TimePart;
  readonly signer: SignerRole;
  /** From 1. */
  readonly page: number;
  readonly rect: Rect;
}

/** How the place was found (ground-decisions §6). */
export type PlacementBasis = 'anchor-and-table' | 'anchor' | 'table' | 'office' | 'by-hand';

export type Placement =
  | {
      readonly kind: 'placed';
      readonly basis: PlacementBasis;
      /** False shows « Position à valider »: the layout was never checked on a real form. */
      readonly calibrated: boolean;
      readonly fields: readonly PlacedField[];
    }
  /** Consultation only: the form takes no signature. */
  | { readonly kind: 'none-needed' }
  /** Not sendable until placed by hand. */
  | { readonly kind: 'unplaced'; readonly reason: 'no-layout' | 'disagreement' | 'no-anchor-no-table' };
