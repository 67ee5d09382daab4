import type { LocalClient } from './client';
import { replacedEmail, type WithheldChange } from './field-policy';
import type { DecidedSide } from './decided-side';
import type { FieldChange } from './upsert-plan';

/** Of a planned row, what may replace the address GEM-BOOKS has. */
export interface EmailChanges {
  readonly changes: readonly FieldChange[];
  readonly byHand?: readonly FieldChange[];
  readonly withheld?: readonly WithheldChange[];
  /** « Prendre le fichier » was said of these two addresses before. */
  readonly emailDecided?: true;
}

/**
 * The list's address while nobody said whether it replaces GEM-BOOKS's: neither is to receive anything until then
 * (product §1.5). `null`: nothing is replaced, or a side was taken, or the field was refused.
 */
export function heldEmail(
  { changes, byHand = [], withheld = [], emailDecided }: EmailChanges,
  side: DecidedSide | undefined,
  refused: ReadonlySet<string> | undefined,
): string | null {
  // A lock, and an earlier « Garder GEM-BOOKS », are decisions; « Créer seulement » is none, and takes none.
  const left = replacedEmail(withheld.filter(({ why }) => why === 'mode'));
  if (left !== null) return left.after;
  if (emailDecided || side !== undefined || refused?.has('email')) return null;
  return replacedEmail([...changes, ...byHand])?.after ?? null;
}

/** Whether the office said before that this address replaces that one of GEM-BOOKS: it may not have arrived there yet. */
export const wasDecided = ({ before, after }: FieldChange, previous: LocalClient | null): boolean =>
  previous?.emailHeld === undefined && previous?.emailReplaced === before && previous.email === after;
