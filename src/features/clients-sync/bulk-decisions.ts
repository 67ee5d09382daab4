import type { PlanRow } from '../../core/clients/upsert-plan';
import type { RowId, ServerClientId } from '../../core/ids';
import { contestedChanges, heldEmailOf, type ClientsDecisionState } from './clients-decisions';

/** Rows whose e-mail would replace one that GEM-BOOKS has, and nobody said which stands. */
export function undecidedEmails(rows: readonly PlanRow[], decisions: ClientsDecisionState): RowId[] {
  return rows
    .filter((row) => heldEmailOf(row, decisions) !== null && contestedChanges(row, decisions).length > 0)
    .map(({ id }) => id);
}

/** Rows changed on both sides, and nobody said which stands. */
export function undecidedConflicts(rows: readonly PlanRow[], decisions: ClientsDecisionState): RowId[] {
  return rows
    .filter(({ id, status }) => status === 'conflict' && !decisions.sides.has(id) && !decisions.excluded.has(id))
    .map(({ id }) => id);
}

/**
 * Rows to check for which exactly one GEM-BOOKS client is offered, and that client to nobody else. A row that the file
 * holds to be another row's person is left out: it is to be merged, not linked.
 */
export function singleCandidates(
  rows: readonly PlanRow[],
  decisions: ClientsDecisionState,
): (readonly [RowId, ServerClientId])[] {
  const offered = new Map<ServerClientId, number>();
  for (const { candidates } of rows)
    for (const { serverId } of candidates) offered.set(serverId, (offered.get(serverId) ?? 0) + 1);
  return rows.flatMap((row) => {
    const [only, second] = row.candidates;
    const open = row.status === 'check' && !decisions.chosen.has(row.id) && !decisions.excluded.has(row.id);
    if (!open || only === undefined || second !== undefined || row.twin !== undefined) return [];
    return offered.get(only.serverId) === 1 ? [[row.id, only.serverId] as const] : [];
  });
}
