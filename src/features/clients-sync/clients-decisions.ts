import { heldEmail, type EmailChanges } from '../../core/clients/email-hold';
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

/** What the row would change in GEM-BOOKS, a row to check in the client chosen for it. */
function proposedOf(row: PlanRow, decisions: ClientsDecisionState): EmailChanges {
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

export interface ClientsOutlook {
  readonly counts: Readonly<Record<PlanStatus, number>>;
  /** What Importer will do. */
  readonly create: number;
  readonly update: number;
  readonly invitations: number;
  /** Unchanged in GEM-BOOKS, but not known to this workstation yet, or decided upon: importing them has a use. */
  readonly keeping: number;
  /** E-mails that nobody decided on: not sent, and the envelopes of their clients wait. */
  readonly held: number;
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
  let held = 0;
  let onlyHeld = 0;
  for (const row of rows) {
    const status = effectiveStatus(row, decisions);
    counts[status] += 1;
    if (decisions.excluded.has(row.id)) {
      excluded += 1;
      continue;
    }
    leaving[status] += 1;
    const holds = heldEmailOf(row, decisions) !== null;
    if (status === 'unchanged' && (row.keeps || decisions.sides.has(row.id))) keeping += 1;
    if (status === 'update' || status === 'unchanged')
      byHand += row.byHand?.filter(({ field }) => !(holds && field === 'email')).length ?? 0;
    if (holds) held += 1;
    if (holds && status === 'update' && !changesMore(row, decisions)) onlyHeld += 1;
    if (status === 'create' && INVITED.includes(row.invitation) && row.client.email !== null) {
      addresses.add(row.client.email.toLowerCase());
    }
  }
  const { check, error, conflict, unchanged } = leaving;
  return {
    counts,
    create: leaving.create,
    update: leaving.update - onlyHeld,
    invitations: addresses.size,
    keeping: keeping + onlyHeld,
    held,
    byHand,
    staying: { check, error, conflict, unchanged, excluded },
  };
}

/** Whether an update says anything beside the e-mail that is on hold. */
function changesMore(row: PlanRow, decisions: ClientsDecisionState): boolean {
  const refused = decisions.refused.get(row.id);
  return proposedOf(row, decisions).changes.some(({ field }) => field !== 'email' && !refused?.has(field));
}
