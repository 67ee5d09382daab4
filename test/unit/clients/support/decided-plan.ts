import { DecidedPlan } from '../../../../src/core/clients/decided-plan';
import type { ClientsDecisionState } from '../../../../src/core/clients/decided-rows';
import { planFacts } from '../../../../src/core/clients/plan-facts';
import type { PlanRow } from '../../../../src/core/clients/upsert-plan';
import { PackedPlan } from '../../../../src/features/clients-sync/packed-plan';
import { packRows } from '../../../../src/worker-bridge/packed-rows';

/** The rows as the page has them: packed, two to a part. */
export function packedPlan(rows: readonly PlanRow[]): PackedPlan {
  const parts = Array.from({ length: Math.ceil(rows.length / 2) }, (_part, at) =>
    packRows(rows.slice(2 * at, 2 * at + 2)),
  );
  return new PackedPlan(parts, planFacts(rows));
}

export const decidedPlan = (rows: readonly PlanRow[], decisions: ClientsDecisionState): DecidedPlan =>
  new DecidedPlan(packedPlan(rows), decisions);
