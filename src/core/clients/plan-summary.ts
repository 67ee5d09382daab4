import type { PlanRow, PlanStatus, PlanSummary } from './upsert-plan';

/** Counts for the filters and the one sentence above Importer. */
export function summarise(rows: readonly PlanRow[]): PlanSummary {
  const counts: Record<PlanStatus, number> = { create: 0, update: 0, unchanged: 0, check: 0, error: 0, conflict: 0 };
  let invitations = 0;
  let withoutEmail = 0;
  for (const { status, invitation, client } of rows) {
    counts[status]++;
    if (invitation === 'invite') invitations++;
    if (client.email === null && status !== 'error') withoutEmail++;
  }
  return { counts, invitations, withoutEmail };
}
