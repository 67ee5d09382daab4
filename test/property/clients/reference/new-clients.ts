import type { ImportedClient } from '../../../../src/core/clients/client';
import type { UpsertRequest } from '../../../../src/core/clients/plan-upserts';
import type { Judged } from './plan';
import { low } from './words';

const RANKS: Readonly<Record<string, number>> = { head: 0, none: 1, spouse: 2, dependant: 3 };

/** The order in which people of one number are asked who has it. */
const place = ({ relation, birthDate, name, sin, email }: ImportedClient): string =>
  `${RANKS[relation ?? 'none'] ?? 1}${birthDate ?? '9999'}|${name.full}|${sin ?? ''}|${email ?? ''}`;

/** The `code` of each row: GEM-BOOKS's, what it was given before, the file's number when it is free, else one of ours. */
export function codesOf(request: UpsertRequest, judged: readonly Judged[]) {
  const taken = new Set([
    ...request.serverClients.map(({ code }) => low(code)),
    ...request.locals.filter(({ id }) => request.pending.has(id)).map(({ code }) => low(code)),
  ]);
  const creating = judged.filter(
    ({ verdict, server }) => (verdict.status === 'create' || verdict.status === 'check') && server === null,
  );
  const given = new Map<number, { readonly code: string; readonly taken: boolean }>();
  for (const { at, previous } of creating) {
    if (previous === null || previous.code === '' || taken.has(low(previous.code))) continue;
    taken.add(low(previous.code));
    given.set(at, { code: previous.code, taken: false });
  }
  const inOrder = creating
    .filter(({ at }) => !given.has(at))
    .toSorted((a, b) =>
      place(a.row.client) < place(b.row.client) ? -1 : place(a.row.client) > place(b.row.client) ? 1 : 0,
    );
  for (const { at, row } of inOrder) {
    const number = row.client.clientNumber ?? '';
    const isFree = number !== '' && !taken.has(low(number));
    if (isFree) taken.add(low(number));
    given.set(at, isFree ? { code: number, taken: false } : { code: 'IS', taken: number !== '' });
  }
  return judged.map(({ at, row, server, previous }) => {
    const own = given.get(at);
    const code = (server?.code || own?.code || previous?.code) ?? row.client.clientNumber ?? '';
    return { code, taken: own?.taken ?? false };
  });
}

/** One invitation per address, to the first of those who share it; only new clients who sign for themselves. */
export function invitationsOf(request: UpsertRequest, judged: readonly Judged[]): string[] {
  const invited = new Set(
    request.serverClients
      .filter(({ invitation }) => invitation === 'invited' || invitation === 'connected')
      .map(({ email }) => low(email)),
  );
  const signs = ({ row }: Judged): boolean =>
    !row.issues.some(({ code }) => code === 'dependant-not-invited' || code === 'deceased');
  const order = ({ row: { client } }: Judged): string =>
    `${client.relation === 'head' ? 0 : 1}|${client.birthDate ?? '9999'}|${client.name.full}|${client.sin ?? ''}`;
  const first = new Map<string, Judged>();
  for (const one of judged) {
    const { email } = one.row.client;
    if (one.verdict.status !== 'create' || email === null || !signs(one)) continue;
    const before = first.get(email);
    if (!before || order(one) < order(before)) first.set(email, one);
  }
  return judged.map((one) => {
    const { email } = one.row.client;
    if (one.verdict.status !== 'create') return 'not-new';
    if (email === null) return 'no-email';
    if (!signs(one)) return 'represented';
    if (!request.extension) return 'unavailable';
    if (invited.has(email)) return 'already-invited';
    return first.get(email) === one ? 'invite' : 'with-another-row';
  });
}
