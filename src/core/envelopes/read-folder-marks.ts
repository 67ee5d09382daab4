import { foldText } from '../fold-text';
import { parseDate } from '../identifiers/date';
import { oneLine } from '../one-line';
import { err, ok } from '../result';
import type { Result } from '../result';

/** The contract's limits. */
export const LABEL_LETTERS = 100;
export const MOST_LABELS = 50;

export type LabelFault =
  { readonly kind: 'too-long'; readonly label: string } | { readonly kind: 'too-many'; readonly count: number };

/** `no-day`: it is in no calendar, or incomplete. */
export type FollowUpFault = 'no-day' | 'past';

/** « Saison 2026, à relancer ; Saison 2026 »: in the order typed, a label written twice (accents and case aside) once. */
export function readLabels(typed: string): Result<readonly string[], LabelFault> {
  const labels = new Map<string, string>();
  for (const part of typed.normalize('NFC').split(/[,;]/)) {
    const label = oneLine(part);
    if (label === '') continue;
    if (label.length > LABEL_LETTERS) return err({ kind: 'too-long', label });
    const key = foldText(label);
    if (!labels.has(key)) labels.set(key, label);
  }
  return labels.size > MOST_LABELS ? err({ kind: 'too-many', count: labels.size }) : ok([...labels.values()]);
}

/** `typed` is an ISO date, empty for no follow-up, or `null` for what is no day. `today`: the office's, ISO date. */
export function readFollowUp(typed: string | null, today: string): Result<string | null, FollowUpFault> {
  if (typed === '') return ok(null);
  if (typed === null || parseDate(typed) !== typed) return err('no-day');
  return typed < today ? err('past') : ok(typed);
}
