import type { LocalClientId, ServerClientId } from '../ids';
import { parsePhone } from '../identifiers/phone';
import { parsePostalCode } from '../identifiers/postal-code';
import type { ImportedClient, ServerClient } from './client';
import { ComparedName } from './compared-name';
import { findNearCandidates } from './near-candidates';
import type { ClientLink, LinkBasis } from './upsert-plan';

/** A row as linking sees it. */
export interface LinkableRow {
  readonly client: ImportedClient;
  /** Keyed hash of the SIN or BN; `null` without one. */
  readonly identifierHash: string | null;
  readonly localId: LocalClientId | null;
  /** The `code` this workstation gave it, when it did. */
  readonly code: string | null;
}

export interface LinkKnowledge {
  readonly serverClients: readonly ServerClient[];
  readonly officeIndex: ReadonlyMap<string, ServerClientId>;
  readonly links: ReadonlyMap<LocalClientId, ServerClientId>;
}

/** Why a row must be looked at before anything is done with it. */
export type LinkDoubt = 'several-matches' | 'near-name' | 'other-name-for-identifier';

export type LinkOutcome =
  | { readonly kind: 'linked'; readonly link: ClientLink }
  | { readonly kind: 'new' }
  | { readonly kind: 'check'; readonly doubt: LinkDoubt; readonly candidates: readonly ServerClient[] };

interface IndexedServer {
  readonly server: ServerClient;
  readonly name: ComparedName;
}

/** Keys under which a server client and a row meet; the name must agree as well. */
type Level = readonly [
  basis: LinkBasis,
  ofRow: (row: LinkableRow) => readonly (string | null)[],
  ofServer: (server: ServerClient) => string | null,
];

const codeKey = (code: string | null): string | null => code?.trim().toLowerCase() || null;
const phoneKey = (text: string): string | null => parsePhone(text)?.e164 ?? null;

const LEVELS: readonly Level[] = [
  ['code-and-name', ({ client, code }) => [codeKey(client.clientNumber), codeKey(code)], ({ code }) => codeKey(code)],
  ['name-and-email', ({ client }) => [client.email], ({ email }) => email.trim().toLowerCase() || null],
  [
    'name-and-postal-code',
    ({ client }) => [client.address.postalCode],
    ({ zipcode }) => parsePostalCode(zipcode) ?? (zipcode.trim() || null),
  ],
  ['name-and-phone', ({ client }) => [client.phone], ({ phone }) => phoneKey(phone)],
];

/**
 * First linking (product §1.3). Strongest ground first over the whole list: this office's index of identifiers and this
 * workstation's own links, then code, e-mail, postal code, telephone, each with an agreeing name. Equal and unique on
 * both sides is linked; a code alone links nobody, since spouses may share one; a server client is linked by one row at
 * most. What is left is new, unless some unlinked server client bears a near name. Independent of the order of the rows.
 */
export function linkRows(rows: readonly LinkableRow[], knowledge: LinkKnowledge): LinkOutcome[] {
  const servers = new Map<ServerClientId, IndexedServer>(
    knowledge.serverClients.map((server) => [server.id, { server, name: new ComparedName(server.name) }]),
  );
  const names = rows.map((row) => new ComparedName(row.client.name.full));
  const outcomes = new Map<number, LinkOutcome>();
  const taken = new Set<ServerClientId>();
  /** Claimed by more than one, or under another name: no weaker ground may link them, but they stay candidates. */
  const contested = new Set<ServerClientId>();
  const settle = (claims: ReadonlyMap<number, readonly IndexedServer[]>, basis: LinkBasis): void => {
    const claimants = new Map<ServerClientId, number>();
    for (const found of claims.values())
      for (const { server } of found) claimants.set(server.id, (claimants.get(server.id) ?? 0) + 1);
    for (const [row, found] of claims) {
      const [only] = found;
      if (!only) continue;
      if (found.length === 1 && claimants.get(only.server.id) === 1) {
        taken.add(only.server.id);
        outcomes.set(row, { kind: 'linked', link: { serverId: only.server.id, basis } });
      } else {
        for (const { server } of found) contested.add(server.id);
        const candidates = found.map(({ server }) => server).toSorted((a, b) => a.id - b.id);
        outcomes.set(row, { kind: 'check', doubt: 'several-matches', candidates });
      }
    }
  };

  const known = new Map<number, readonly IndexedServer[]>();
  for (const [index, row] of rows.entries()) {
    const serverId =
      (row.identifierHash === null ? undefined : knowledge.officeIndex.get(row.identifierHash)) ??
      (row.localId === null ? undefined : knowledge.links.get(row.localId));
    const found = serverId === undefined ? undefined : servers.get(serverId);
    const name = names[index];
    if (!found || !name) continue;
    // Someone else's number in this row: the name has nothing in common with the client it is known for.
    if (name.agreement(found.name) === 'different' && !shareAWord(name.words, found.name.words)) {
      contested.add(found.server.id);
      outcomes.set(index, { kind: 'check', doubt: 'other-name-for-identifier', candidates: [found.server] });
    } else known.set(index, [found]);
  }
  settle(known, 'office-index');

  for (const [basis, ofRow, ofServer] of LEVELS) {
    if (outcomes.size === rows.length || taken.size === servers.size) break;
    const byKey = new Map<string, IndexedServer[]>();
    for (const indexed of servers.values()) {
      const { id } = indexed.server;
      const key = taken.has(id) || contested.has(id) ? null : ofServer(indexed.server);
      if (key === null) continue;
      const members = byKey.get(key);
      if (members) members.push(indexed);
      else byKey.set(key, [indexed]);
    }
    const claims = new Map<number, readonly IndexedServer[]>();
    for (const [index, row] of rows.entries()) {
      if (outcomes.has(index)) continue;
      const found = meeting(ofRow(row), byKey).filter(({ name }) => names[index]?.agreement(name) === 'agreeing');
      if (found.length > 0) claims.set(index, found);
    }
    settle(claims, basis);
  }

  const free = [...servers.values()].filter(({ server }) => !taken.has(server.id));
  const near = findNearCandidates(free);
  return rows.map((row, index) => {
    const outcome = outcomes.get(index);
    if (outcome) return outcome;
    const candidates = near(row.client, names[index]?.words ?? []);
    return candidates.length > 0 ? { kind: 'check', doubt: 'near-name', candidates } : { kind: 'new' };
  });
}

/** The servers under a row's keys, each key once. */
function meeting(
  keys: readonly (string | null)[],
  byKey: ReadonlyMap<string, readonly IndexedServer[]>,
): readonly IndexedServer[] {
  const [first = null, ...others] = keys;
  let found = first === null ? NOBODY : (byKey.get(first) ?? NOBODY);
  for (const [at, key] of others.entries()) {
    const members = key === null || keys.indexOf(key) <= at ? undefined : byKey.get(key);
    if (members) found = [...found, ...members];
  }
  return found;
}

const NOBODY: readonly IndexedServer[] = [];

function shareAWord(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => word.length > 1 && b.includes(word));
}
