import type { ImportedClient, PostalAddress } from './client';
import { composeName } from './person-name';
import type { ReadRow } from './read-row';
import type { RowIssue } from './row-issue';

/**
 * Groups the people of one return family, and lets blank last names and addresses inherit from the family head
 * (domain facts §2). A family is the rows of one client number, or a head and the spouse and dependants without a
 * number that follow it. `scope` keeps households of different files apart (`dt-max`). Each inheriting row is marked.
 */
export function gatherHouseholds(rows: readonly ReadRow[], scope: string): ReadRow[] {
  const families = new Map<string, ReadRow[]>();
  const keys: (string | null)[] = [];
  let above: string | null = null;
  for (const row of rows) {
    const { clientNumber, relation, kind } = row.client;
    const follows = relation === 'spouse' || relation === 'dependant';
    const key: string | null =
      kind !== 'individual'
        ? null
        : clientNumber !== null
          ? `${scope}:${clientNumber}`
          : follows
            ? above
            : `${scope}:row-${row.source}`;
    if (!follows || clientNumber !== null) above = key;
    keys.push(key);
    if (key === null) continue;
    const family = families.get(key);
    if (family) family.push(row);
    else families.set(key, [row]);
  }
  return rows.map((row, index) => {
    const key = keys[index] ?? null;
    const family = key === null ? [] : (families.get(key) ?? []);
    if (key === null || family.length < 2) return row;
    const head = headOf(family);
    const client: ImportedClient = { ...row.client, household: key };
    return head === row ? { ...row, client } : inherit({ ...row, client }, head.client);
  });
}

/** The stated head; else the most complete row, so that the order of the rows does not matter. */
function headOf(family: readonly ReadRow[]): ReadRow {
  const weight = ({ client }: ReadRow): number =>
    (client.relation === 'head' ? 100 : client.relation === null ? 10 : 0) +
    (client.name.last === null && client.name.first !== null ? 0 : 2) +
    (client.address.street === null ? 0 : 1);
  return family.reduce((best, row) => {
    const difference = weight(row) - weight(best);
    return difference > 0 || (difference === 0 && row.source < best.source) ? row : best;
  });
}

function inherit(row: ReadRow, head: ImportedClient): ReadRow {
  const { client } = row;
  const issues: RowIssue[] = [...row.issues];
  let { name } = client;
  if (name.last === null && name.first !== null && head.name.last !== null) {
    name = composeName(name.first, head.name.last);
    issues.push({ code: 'household-inherited', severity: 'note', field: 'name' });
  }
  const address = inheritAddress(client.address, head.address);
  if (address !== client.address) issues.push({ code: 'household-inherited', severity: 'note', field: 'address' });
  const clientNumber = client.clientNumber ?? head.clientNumber;
  return { ...row, issues, client: { ...client, name, address, clientNumber } };
}

/** Only a blank street inherits: a spouse who lives elsewhere wrote their own. */
function inheritAddress(own: PostalAddress, head: PostalAddress): PostalAddress {
  if (own.street !== null || head.street === null) return own;
  if (own.postalCode !== null && own.postalCode !== head.postalCode) return own;
  if (own.city !== null && own.city !== head.city) return own;
  return { ...head, unit: own.unit ?? head.unit };
}
