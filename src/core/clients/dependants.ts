import { isMinor } from './minor';
import type { ReadRow } from './read-row';
import type { RowIssue } from './row-issue';

/**
 * A dependant is in the list because of a parent's return: a minor's tutor signs for them (product §2), and an address
 * they share, or have not, is not theirs to be invited at. They get a record, so that a return of theirs finds its
 * client, and no invitation. An adult dependant with an address of their own is a client like any other. `today` is an
 * ISO date.
 */
export function markDependants(rows: readonly ReadRow[], today: string): readonly ReadRow[] {
  if (!rows.some(({ client }) => client.relation === 'dependant')) return rows;
  const holders = new Map<string, number>();
  for (const { client } of rows)
    if (client.email !== null) holders.set(client.email, (holders.get(client.email) ?? 0) + 1);
  return rows.map((row) => {
    const { client } = row;
    if (client.relation !== 'dependant') return row;
    const hasOwnAddress = client.email !== null && holders.get(client.email) === 1;
    if (hasOwnAddress && !isMinor(client, today)) return row;
    return { ...row, issues: [...row.issues, NOT_INVITED] };
  });
}

const NOT_INVITED: RowIssue = { code: 'dependant-not-invited', severity: 'note', field: 'email' };

/** False for those for whom somebody else signs: nothing invites them at their own address. */
export function isInvited(issues: readonly RowIssue[]): boolean {
  return !issues.some(({ code }) => code === 'dependant-not-invited' || code === 'deceased');
}
