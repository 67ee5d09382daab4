import { effectiveStatus, heldEmailOf, proposedOf, type ClientsDecisionState } from './decided-rows';
import type { InvitationPlan, PlanRow, PlanStatus } from './upsert-plan';

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

/** Sums over rows, by decided status. */
export interface PlanTally {
  readonly counts: Record<PlanStatus, number>;
  /** `counts` without the excluded rows. */
  readonly leaving: Record<PlanStatus, number>;
  excluded: number;
  keeping: number;
  byHand: number;
  held: number;
  /** Updates that say nothing but an e-mail on hold. */
  onlyHeld: number;
}

const INVITED: readonly InvitationPlan[] = ['invite', 'with-another-row'];

export function emptyTally(): PlanTally {
  const none = { create: 0, update: 0, unchanged: 0, check: 0, error: 0, conflict: 0 };
  return { counts: { ...none }, leaving: { ...none }, excluded: 0, keeping: 0, byHand: 0, held: 0, onlyHeld: 0 };
}

/** Adds a row to the sums, or with -1 takes it out of them. */
export function tallyRow(tally: PlanTally, row: PlanRow, decisions: ClientsDecisionState, by: 1 | -1): void {
  const status = effectiveStatus(row, decisions);
  tally.counts[status] += by;
  if (decisions.excluded.has(row.id)) {
    tally.excluded += by;
    return;
  }
  tally.leaving[status] += by;
  const holds = heldEmailOf(row, decisions) !== null;
  if (status === 'unchanged' && (row.keeps || decisions.sides.has(row.id))) tally.keeping += by;
  if (status === 'update' || status === 'unchanged')
    tally.byHand += by * (row.byHand?.filter(({ field }) => !(holds && field === 'email')).length ?? 0);
  if (holds) tally.held += by;
  if (holds && status === 'update' && !changesMore(row, decisions)) tally.onlyHeld += by;
}

/** The address that importing the row invites, were it created; `null` without one. */
export const invitableAddress = ({ client, invitation }: PlanRow): string | null =>
  INVITED.includes(invitation) ? (client.email?.toLowerCase() ?? null) : null;

/** Whether the row, as decided, invites its address. */
export const invites = (row: PlanRow, decisions: ClientsDecisionState): boolean =>
  !decisions.excluded.has(row.id) && effectiveStatus(row, decisions) === 'create' && invitableAddress(row) !== null;

/** `invitations`: addresses, each once, since several people may share one. */
export function toOutlook({ counts, leaving, onlyHeld, ...sums }: PlanTally, invitations: number): ClientsOutlook {
  const { check, error, conflict, unchanged } = leaving;
  return {
    counts: { ...counts },
    create: leaving.create,
    update: leaving.update - onlyHeld,
    invitations,
    keeping: sums.keeping + onlyHeld,
    held: sums.held,
    byHand: sums.byHand,
    staying: { check, error, conflict, unchanged, excluded: sums.excluded },
  };
}

/** Whether an update says anything beside the e-mail that is on hold. */
function changesMore(row: PlanRow, decisions: ClientsDecisionState): boolean {
  const refused = decisions.refused.get(row.id);
  return proposedOf(row, decisions).changes.some(({ field }) => field !== 'email' && !refused?.has(field));
}
