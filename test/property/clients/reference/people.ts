import type { ImportedClient, LocalClient, ServerClient } from '../../../../src/core/clients/client';
import type { UpsertRequest } from '../../../../src/core/clients/plan-upserts';
import type { LinkBasis } from '../../../../src/core/clients/upsert-plan';
import type { ServerClientId } from '../../../../src/core/ids';
import { digits, likeness, low, postal, nameWords } from './words';

type Row = UpsertRequest['rows'][number];

/** A row that repeats another acts for nobody; one whose number is in doubt proves nothing by it. */
export const isRepeat = ({ duplicate, issues }: Row): boolean =>
  duplicate || issues.some(({ code }) => code === 'duplicate-row');
export const isDoubted = ({ issues }: Row): boolean => issues.some(({ code }) => code === 'sin-duplicate');

const agree = (a: string, b: string): boolean => likeness(a, b) === 'agreeing';

/** Who of this workstation each row is: one ground after the other, one row to one client, or nobody. */
export function whoIsKept(rows: readonly Row[], locals: readonly LocalClient[]): (LocalClient | null)[] {
  const answer: (LocalClient | null)[] = rows.map(() => null);
  const contradicts = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
  const mayBe = (row: ImportedClient, sin: string | null, local: LocalClient): boolean =>
    !contradicts(sin, local.sin) &&
    !contradicts(row.birthDate, local.birthDate) &&
    agree(row.name.full, local.name.full);
  const same = (a: string | null, b: string | null): boolean => a !== null && low(a) === low(b);
  const grounds: ((row: Row, local: LocalClient) => boolean)[] = [
    (row, local) => !isDoubted(row) && row.client.sin !== null && row.client.sin === local.sin,
    ({ client }, local) => same(client.clientNumber, local.clientNumber) || same(client.clientNumber, local.code),
    ({ client }, local) => same(client.birthDate, local.birthDate),
    ({ client }, local) => same(client.email, local.email),
    ({ client }, local) => same(client.address.postalCode, local.address.postalCode),
  ];
  for (const [level, ground] of grounds.entries()) {
    const met = new Set(answer);
    const open = locals.filter((local) => !met.has(local));
    const found = rows.map((row, at) => {
      if (answer[at] || isRepeat(row)) return [];
      const sin = isDoubted(row) ? null : row.client.sin;
      return open.filter((local) => ground(row, local) && (level === 0 || mayBe(row.client, sin, local)));
    });
    const sure = new Map<LocalClient, number[]>();
    found.forEach(([only, second], at) => {
      if (only && !second) sure.set(only, [...(sure.get(only) ?? []), at]);
    });
    for (const [local, [at, another]] of sure) if (at !== undefined && another === undefined) answer[at] = local;
  }
  return answer;
}

export type Outcome =
  | { readonly kind: 'new' }
  | { readonly kind: 'linked'; readonly server: ServerClient; readonly basis: LinkBasis }
  | { readonly kind: 'check'; readonly doubt: string; readonly candidates: readonly ServerClient[] };

const GROUNDS: readonly (readonly [
  LinkBasis,
  (row: Row, kept: LocalClient | null, server: ServerClient) => boolean,
])[] = [
  [
    'code-and-name',
    ({ client }, kept, { code }) =>
      low(code) !== '' && [low(client.clientNumber), low(kept?.code ?? null)].includes(low(code)),
  ],
  ['name-and-email', ({ client }, _kept, { email }) => client.email !== null && client.email === low(email)],
  [
    'name-and-postal-code',
    ({ client }, _kept, { zipcode }) =>
      client.address.postalCode !== null && postal(client.address.postalCode) === postal(zipcode),
  ],
  ['name-and-phone', ({ client }, _kept, { phone }) => client.phone !== null && digits(client.phone) === digits(phone)],
];

/** First linking (product §1.3): every row against every server client, the strongest ground first. */
export function whoIsThere(request: UpsertRequest, kept: readonly (LocalClient | null)[]): (Outcome | null)[] {
  const { rows, serverClients } = request;
  const answer: (Outcome | null)[] = rows.map(() => null);
  const byId = new Map(serverClients.map((server) => [server.id, server]));
  const linked = new Set<ServerClientId>();
  const contested = new Set<ServerClientId>();
  const settle = (claims: readonly (readonly ServerClient[])[], basis: LinkBasis): void => {
    const counts = new Map<ServerClientId, number>();
    for (const { id } of claims.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
    claims.forEach((found, at) => {
      const [only] = found;
      if (!only) return;
      if (found.length === 1 && counts.get(only.id) === 1) {
        linked.add(only.id);
        answer[at] = { kind: 'linked', server: only, basis };
        return;
      }
      for (const { id } of found) contested.add(id);
      answer[at] = { kind: 'check', doubt: 'several-matches', candidates: byNumber(found) };
    });
  };
  const known = rows.map((row, at) => {
    if (isRepeat(row)) return [];
    const hash = isDoubted(row) || row.client.sin === null ? null : (request.identifierHashes[at] ?? null);
    const id =
      (hash === null ? undefined : request.officeIndex.get(hash)) ?? request.links.get(kept[at]?.id ?? ('' as never));
    const server = id === undefined ? undefined : byId.get(id);
    if (!server) return [];
    const theirs = nameWords(server.name);
    const shares = nameWords(row.client.name.full).some((word) => word.length > 1 && theirs.includes(word));
    if (shares || likeness(row.client.name.full, server.name) !== 'different') return [server];
    contested.add(server.id);
    answer[at] = { kind: 'check', doubt: 'sin-duplicate', candidates: [server] };
    return [];
  });
  settle(known, 'office-index');
  for (const [basis, ground] of GROUNDS) {
    const open = serverClients.filter(({ id }) => !linked.has(id) && !contested.has(id));
    settle(
      rows.map((row, at) =>
        answer[at] || isRepeat(row)
          ? []
          : open.filter((one) => ground(row, kept[at] ?? null, one) && agree(row.client.name.full, one.name)),
      ),
      basis,
    );
  }
  const free = serverClients.filter(({ id }) => !linked.has(id));
  return rows.map((row, at) => {
    if (isRepeat(row)) return null;
    const near = answer[at] ? [] : byNumber(free.filter((server) => isNear(row, server))).slice(0, 8);
    return answer[at] ?? (near.length > 0 ? { kind: 'check', doubt: 'near-name', candidates: near } : { kind: 'new' });
  });
}

const byNumber = (servers: readonly ServerClient[]): ServerClient[] => servers.toSorted((a, b) => a.id - b.id);

/** A name that agrees or nearly does, or one word of it with the same code or e-mail. */
function isNear({ client }: Row, server: ServerClient): boolean {
  if (likeness(client.name.full, server.name) !== 'different') return true;
  const sameKey =
    (low(client.clientNumber) !== '' && low(client.clientNumber) === low(server.code)) ||
    (client.email !== null && client.email === low(server.email));
  const words = nameWords(server.name);
  return sameKey && nameWords(client.name.full).some((word) => word.length > 1 && words.includes(word));
}
