import { replacedEmail } from '../../core/clients/field-policy';
import type { DecidedSide } from '../../core/clients/settle-decisions';
import type { FieldChange, InvitationPlan, PlanRow, PlanStatus } from '../../core/clients/upsert-plan';
import type { RowId, ServerClientId } from '../../core/ids';

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

/** The changes of a row that « Garder GEM-BOOKS » turns away: those of its conflict, and a replaced e-mail. */
export function contestedChanges(row: PlanRow): readonly FieldChange[] {
  const fields = new Set(row.conflicts?.map(({ field }) => field));
  const replaced = replacedEmail(row.changes);
  return row.changes.filter((change) => change === replaced || fields.has(change.field));
}

/** Where a row stands once decided: a row to check with an answer is no longer to check. */
export function effectiveStatus(row: PlanRow, decisions: ClientsDecisionState): PlanStatus {
  if (row.status === 'check' && decisions.chosen.has(row.id)) {
    return decisions.chosen.get(row.id) === null ? 'create' : 'update';
  }
  if (row.status === 'conflict' && !decisions.sides.has(row.id)) return 'conflict';
  if (row.status === 'update' || row.status === 'conflict') {
    const refused = decisions.refused.get(row.id);
    const kept = decisions.sides.get(row.id) === 'server' ? contestedChanges(row) : [];
    const left = row.changes.some((change) => !refused?.has(change.field) && !kept.includes(change));
    return left ? 'update' : 'unchanged';
  }
  return row.status;
}

export interface ClientsOutlook {
  readonly counts: Readonly<Record<PlanStatus, number>>;
  /** What Importer will do. */
  readonly create: number;
  readonly update: number;
  readonly invitations: number;
  /** Unchanged in GEM-BOOKS, but not known to this workstation yet, or decided upon: importing them has a use. */
  readonly keeping: number;
  /** Fields that go to « À corriger dans GEM-BOOKS ». */
  readonly byHand: number;
  /** What stays, excluded rows apart. */
  readonly staying: Readonly<Record<'check' | 'error' | 'conflict' | 'unchanged' | 'excluded', number>>;
}

const INVITED: readonly InvitationPlan[] = ['invite', 'with-another-row'];

/** Counts by decided status. Invitations are counted by address: several people share one. */
export function outlookOf(rows: readonly PlanRow[], decisions: ClientsDecisionState): ClientsOutlook {
  const counts = { create: 0, update: 0, unchanged: 0, check: 0, error: 0, conflict: 0 };
  const leaving = { ...counts };
  const addresses = new Set<string>();
  let excluded = 0;
  let keeping = 0;
  let byHand = 0;
  for (const row of rows) {
    const status = effectiveStatus(row, decisions);
    counts[status] += 1;
    if (decisions.excluded.has(row.id)) {
      excluded += 1;
      continue;
    }
    leaving[status] += 1;
    if (status === 'unchanged' && (row.keeps || decisions.sides.has(row.id))) keeping += 1;
    if (status === 'update' || status === 'unchanged') byHand += row.byHand?.length ?? 0;
    if (status === 'create' && INVITED.includes(row.invitation) && row.client.email !== null) {
      addresses.add(row.client.email.toLowerCase());
    }
  }
  const { check, error, conflict, unchanged } = leaving;
  return {
    counts,
    create: leaving.create,
    update: leaving.update,
    invitations: addresses.size,
    keeping,
    byHand,
    staying: { check, error, conflict, unchanged, excluded },
  };
}
