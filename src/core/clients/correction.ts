import type { LocalClientId } from '../ids';
import type { OutboxTask } from '../outbox/outbox-entry';
import type { SettledRow } from './settle-decisions';
import type { ExtensionField } from './upsert-plan';

/** What the documented API cannot change: a person corrects it in GEM-BOOKS. */
/** `double`: GEM-BOOKS holds the client twice; `before` is the id of the record to take away, `after` is empty. */
export type CorrectionField = ExtensionField | 'accountManager' | 'double';

export interface Correction {
  readonly field: CorrectionField;
  /** What GEM-BOOKS holds, as far as it says so; empty when it does not. */
  readonly before: string;
  readonly after: string;
}

export type CorrectionTask = Extract<OutboxTask, { readonly kind: 'hand-correction' }>;

/**
 * What is left to correct by hand for one row, where the server speaks the documented API alone. A created record is
 * made with its name and e-mail; its account manager, and a language other than French (which GEM-BOOKS takes when none
 * is said), are left. An update never reassigns.
 */
export function correctionsOf({ row, action, previous }: SettledRow): Correction[] {
  const { client } = row;
  if (action === 'create') {
    return [
      ...(client.language === 'en' ? [{ field: 'language' as const, before: '', after: client.language }] : []),
      ...(client.accountManager === null
        ? []
        : [{ field: 'accountManager' as const, before: '', after: client.accountManager }]),
    ];
  }
  const told = (row.byHand ?? []).flatMap(({ field, before, after }): Correction[] =>
    field === 'name' || field === 'email' || field === 'language' ? [{ field, before, after }] : [],
  );
  // The documented API does not tell the language: what the last list said is what it is compared with.
  const spoken = previous?.language ?? null;
  const changed = client.language !== null && spoken !== null && client.language !== spoken;
  if (!changed || told.some(({ field }) => field === 'language')) return told;
  return [...told, { field: 'language', before: spoken, after: client.language }];
}

/** What an entry still asks for, or `null`. */
export interface OpenCorrection {
  readonly client: LocalClientId;
  readonly correction: Correction;
}

/** True when both ask for the very same thing. */
export const sameCorrection = (a: OpenCorrection, b: OpenCorrection): boolean =>
  a.client === b.client && a.correction.field === b.correction.field && a.correction.after === b.correction.after;

/** True when `later` takes the place of `earlier`: the same field of the same client, with another value. */
export const supersedes = (later: OpenCorrection, earlier: OpenCorrection): boolean =>
  later.client === earlier.client &&
  later.correction.field === earlier.correction.field &&
  later.correction.after !== earlier.correction.after;
