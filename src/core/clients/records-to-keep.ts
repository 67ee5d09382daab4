import type { LocalClient } from './client';
import { toLocalClient } from './local-client';
import { withServerValues } from './server-own';
import type { PlanDecisions, SettledRow } from './settle-decisions';
import type { UpdatableField } from './upsert-plan';

/**
 * The records this workstation keeps of the imported rows. A field that was refused, locked or kept as GEM-BOOKS
 * has it stays GEM-BOOKS's own; what « Garder GEM-BOOKS » turned away is remembered, as is an e-mail on hold.
 */
export function recordsToKeep(rows: readonly SettledRow[], decisions: PlanDecisions): LocalClient[] {
  return rows.map(({ row, previous, server, kept, held, replaced, action }) => {
    if (action === 'hold' && previous !== null && held !== null) return { ...previous, emailHeld: held };
    const record = toLocalClient(row.localId, row.code, row.client, previous, server);
    if (server === null) return record;
    const own = new Set<string>([
      ...(decisions.refusedFields.get(row.id) ?? []),
      ...(row.withheld ?? []).map(({ field }) => field),
      ...kept.map(({ field }) => field),
      ...(held === null ? [] : ['email']),
    ]);
    const turnedAway: Partial<Record<UpdatableField, string>> = { ...previous?.kept };
    // A field that now follows the list, or agrees with it, has nothing to remember.
    for (const { field } of row.changes) delete turnedAway[field];
    for (const { field, after } of kept) turnedAway[field] = after;
    return {
      ...withServerValues(record, server, own),
      ...(previous?.kept || kept.length > 0 ? { kept: turnedAway } : {}),
      ...(held === null ? {} : { emailHeld: held }),
      ...(replaced === null ? {} : { emailReplaced: replaced }),
    };
  });
}
