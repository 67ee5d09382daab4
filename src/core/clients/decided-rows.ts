import { heldEmail, type EmailChanges } from './email-hold';
import { replacedEmail } from './field-policy';
import type { DecidedSide } from './decided-side';
import type { FieldChange, PlanRow, PlanStatus } from './upsert-plan';
import type { RowId, ServerClientId } from '../ids';

/** The technician's decisions on a preview; everything not decided follows the plan. */
export interface ClientsDecisionState {
  readonly refused: ReadonlyMap<RowId, ReadonlySet<string>>;
  readonly excluded: ReadonlySet<RowId>;
  /** A candidate, or `null` = create a new record. */
  readonly chosen: ReadonlyMap<RowId, ServerClientId | null>;
  readonly sides: ReadonlyMap<RowId, DecidedSide>;
}

export const NO_DECISIONS: ClientsDecisionState = {
  refused: new Map(),
  excluded: new Set(),
  chosen: new Map(),
  sides: new Map(),
};

/** What the row would change in GEM-BOOKS, a row to check in the client chosen for it. */
export function proposedOf(row: PlanRow, decisions: ClientsDecisionState): EmailChanges {
  if (row.status !== 'check') return row;
  const chosen = decisions.chosen.get(row.id);
  return { changes: row.candidates.find(({ serverId }) => serverId === chosen)?.changes ?? [] };
}

/** The changes of a row that « Garder GEM-BOOKS » turns away: those of its conflict, and a replaced e-mail. */
export function contestedChanges(row: PlanRow, decisions: ClientsDecisionState): readonly FieldChange[] {
  const { changes, byHand = [] } = proposedOf(row, decisions);
  const all = [...changes, ...byHand];
  const fields = new Set(row.conflicts?.map(({ field }) => field));
  const replaced = replacedEmail(all);
  return all.filter((change) => change === replaced || fields.has(change.field));
}

/** The list's address, while nobody said whether it replaces GEM-BOOKS's: the client's envelopes wait for that. */
export function heldEmailOf(row: PlanRow, decisions: ClientsDecisionState): string | null {
  if (row.status === 'create' || row.status === 'error' || decisions.excluded.has(row.id)) return null;
  return heldEmail(proposedOf(row, decisions), decisions.sides.get(row.id), decisions.refused.get(row.id));
}

/** Where a row stands once decided: a row to check with an answer is no longer to check. */
export function effectiveStatus(row: PlanRow, decisions: ClientsDecisionState): PlanStatus {
  if (row.status === 'check' && decisions.chosen.has(row.id)) {
    return decisions.chosen.get(row.id) === null ? 'create' : 'update';
  }
  if (row.status === 'conflict' && !decisions.sides.has(row.id)) return 'conflict';
  if (row.status === 'update' || row.status === 'conflict') {
    const refused = decisions.refused.get(row.id);
    const kept = decisions.sides.get(row.id) === 'server' ? contestedChanges(row, decisions) : [];
    const left = row.changes.some((change) => !refused?.has(change.field) && !kept.includes(change));
    return left ? 'update' : 'unchanged';
  }
  return row.status;
}
