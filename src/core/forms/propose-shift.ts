import { PLACE_TOLERANCE } from './find-table';
import type { LabelWhat } from './label-places';

/** How far a label stands from where a layout knows it: points, right and up are positive. */
export interface LabelMove {
  readonly what: LabelWhat;
  /** From 1, the form's first page. */
  readonly page: number;
  readonly dx: number;
  readonly dy: number;
}

/** By how much a whole layout moves on a new year's form. `spread`: the furthest that one label is from that, points. */
export type ShiftProposal =
  | {
      readonly kind: 'proposed';
      readonly dx: number;
      readonly dy: number;
      readonly spread: number;
      /** How many labels say so. */
      readonly labels: number;
    }
  | { readonly kind: 'refused'; readonly reason: 'no-label' }
  | { readonly kind: 'refused'; readonly reason: 'disagreement'; readonly spread: number; readonly labels: number };

/**
 * The median move of the labels, axis by axis: one that was read wrong does not pull the others along. Refused where a
 * label is further from it than two places may differ: the form was laid out anew, and no single shift holds for it.
 */
export function proposeShift(moves: readonly LabelMove[]): ShiftProposal {
  if (moves.length === 0) return { kind: 'refused', reason: 'no-label' };
  const dx = median(moves.map((move) => move.dx));
  const dy = median(moves.map((move) => move.dy));
  const spread = round(Math.max(...moves.map((move) => Math.max(Math.abs(move.dx - dx), Math.abs(move.dy - dy)))));
  const labels = moves.length;
  return spread > PLACE_TOLERANCE
    ? { kind: 'refused', reason: 'disagreement', spread, labels }
    : { kind: 'proposed', dx: round(dx), dy: round(dy), spread, labels };
}

/** The furthest that any label is from where the layout knows it, on either axis: points. `null`: no label to tell. */
export const furthestMove = (moves: readonly LabelMove[]): number | null =>
  moves.length === 0 ? null : round(Math.max(...moves.map(({ dx, dy }) => Math.max(Math.abs(dx), Math.abs(dy)))));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Hundredths of a point. */
const round = (value: number): number => Math.round(value * 100) / 100;
