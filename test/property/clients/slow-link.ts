import type { ServerClient } from '../../../src/core/clients/client';
import type { LinkableRow } from '../../../src/core/clients/link';
import { nameAgreement } from '../../../src/core/clients/name-agreement';
import { nameTokens } from '../../../src/core/clients/name-tokens';
import { parsePhone } from '../../../src/core/identifiers/phone';
import { parsePostalCode } from '../../../src/core/identifiers/postal-code';

/** « lié à 7 », « nouveau », « à vérifier : 7, 9 ». */
export type SlowOutcome = string;

const low = (text: string | null): string => (text ?? '').trim().toLowerCase();

/** Product §1.3, one ground after the other. */
const GROUNDS: readonly ((row: LinkableRow, server: ServerClient) => boolean)[] = [
  ({ client }, { code }) => low(client.clientNumber) !== '' && low(client.clientNumber) === low(code),
  ({ client }, { email }) => low(client.email) !== '' && low(client.email) === low(email),
  ({ client }, { zipcode }) =>
    client.address.postalCode !== null && client.address.postalCode === parsePostalCode(zipcode),
  ({ client }, { phone }) => client.phone !== null && client.phone === parsePhone(phone)?.e164,
];

/**
 * First linking as product §1.3 words it, with no index and no shortcut: every row is held against every server client.
 * For rows that nobody knows yet (no office index, no links).
 */
export function slowLink(rows: readonly LinkableRow[], servers: readonly ServerClient[]): SlowOutcome[] {
  const outcomes: (SlowOutcome | null)[] = rows.map(() => null);
  const linked = new Set<number>();
  const contested = new Set<number>();
  for (const ground of GROUNDS) {
    const open = servers.filter(({ id }) => !linked.has(id) && !contested.has(id));
    const claims = rows.map((row, index) =>
      outcomes[index] === null
        ? open.filter(
            (server) => ground(row, server) && nameAgreement(row.client.name.full, server.name) === 'agreeing',
          )
        : [],
    );
    claims.forEach((found, index) => {
      const [only] = found;
      if (!only) return;
      const alone = found.length === 1 && claims.filter((others) => others.includes(only)).length === 1;
      if (alone) linked.add(only.id);
      else for (const { id } of found) contested.add(id);
      outcomes[index] = alone ? `linked ${only.id}` : `check ${ids(found)}`;
    });
  }
  return rows.map((row, index) => {
    const near = servers.filter((server) => !linked.has(server.id) && isNear(row, server));
    return outcomes[index] ?? (near.length > 0 ? `check ${ids(near.slice(0, 8))}` : 'new');
  });
}

/** A name that agrees or nearly does, or one word of it with the same code or e-mail. */
function isNear({ client }: LinkableRow, server: ServerClient): boolean {
  if (nameAgreement(client.name.full, server.name) !== 'different') return true;
  const sameKey =
    (low(client.clientNumber) !== '' && low(client.clientNumber) === low(server.code)) ||
    (low(client.email) !== '' && low(client.email) === low(server.email));
  const words = nameTokens(server.name);
  return sameKey && nameTokens(client.name.full).some((word) => word.length > 1 && words.includes(word));
}

const ids = (servers: readonly ServerClient[]): string =>
  servers
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .join(' ');
