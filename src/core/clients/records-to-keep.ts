import type { LocalClient } from './client';
import { toLocalClient } from './local-client';
import type { PlanDecisions, SettledRow } from './settle-decisions';

/** The records this workstation keeps of the imported rows. A refused name, e-mail or language stays GEM-BOOKS's own. */
export function recordsToKeep(rows: readonly SettledRow[], decisions: PlanDecisions): LocalClient[] {
  return rows.map(({ row, previous, server }) => {
    const record = toLocalClient(row.localId, row.code, row.client, previous, server);
    const refused = decisions.refusedFields.get(row.id);
    if (!refused || server === null) return record;
    return {
      ...record,
      name: refused.has('name') ? { full: server.name, first: null, last: null } : record.name,
      email: refused.has('email') ? server.email.trim().toLowerCase() || null : record.email,
      language: refused.has('language') ? server.language : record.language,
    };
  });
}
