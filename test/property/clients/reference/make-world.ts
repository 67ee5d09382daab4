import type { LocalClient, ServerClient } from '../../../../src/core/clients/client';
import type { UpsertRequest } from '../../../../src/core/clients/plan-upserts';
import { readRows } from '../../../../src/core/clients/read-rows';
import type { LocalClientId, OutboxEntryId, ServerClientId } from '../../../../src/core/ids';
import { readClientList } from '../../../../workers/tables/read-client-list';
import { toCsv, type Person } from '../client-list-maker';

/** A whole number below another; the same draws for the same seed. */
export type Draw = (below: number) => number;

/** How GEM-BOOKS may write the name of a person of the list. */
const NAMES: readonly ((person: Person) => string)[] = [
  ({ first, last }) => `${first} ${last}`,
  ({ first, last }) => `${first} ${last}`,
  ({ first, last }) => `${last.toUpperCase()}, ${first}`,
  ({ first, last }) => `${first} ${last.slice(0, -1)}`,
  ({ last }) => `Jean ${last}`,
  ({ first }) => `${first} Bourrasque`,
];

/** The list with some people twice: word for word, with another telephone, or under the number of somebody else. */
function withRepeats(list: readonly Person[], draw: Draw): Person[] {
  const repeats = list.flatMap((person): Person[] => {
    switch (draw(16)) {
      case 0:
        return [person];
      case 1:
        return [{ ...person, phone: '418 555-0199' }];
      case 2:
        return [{ ...person, first: 'Ursule', last: 'Rafale', birthDate: '1971-02-03', email: '', hasNumber: false }];
      default:
        return [];
    }
  });
  return [...list, ...repeats];
}

function toServer(person: Person, id: number, draw: Draw): ServerClient {
  const some = <T>(values: readonly [T, ...T[]]): T => values[draw(values.length)] ?? values[0];
  return {
    id: id as ServerClientId,
    code: person.hasNumber && draw(2) === 0 ? String(1000 + person.n) : `X-${id}`,
    name: some([NAMES[0]?.(person) ?? '', ...NAMES.map((write) => write(person))]),
    inactive: false,
    email: some(['', person.email, person.email.toUpperCase(), 'ancienne@example.com']),
    address: some(['', person.street, person.street.toUpperCase(), '1, rue Ancienne']),
    address2: '',
    city: some(['', person.city, person.city.toLowerCase(), 'Gatineau']),
    state: some(['', 'QC']),
    zipcode: some(['', person.postalCode, person.postalCode.replace(' ', ''), 'G1A 1A1']),
    phone: some(['', person.phone, person.phone.replace(/\D/gu, ''), '418 555-0142']),
    language: some([null, 'fr', 'en']),
    accountManagerId: null,
    invitation: some(['none', 'invited', 'connected', 'unknown']),
  };
}

/** A plan to make: a list, and what GEM-BOOKS, the office and this workstation know of its people. */
export function makeWorld(people: readonly Person[], known: number, draw: Draw): UpsertRequest {
  const list = withRepeats(people, draw);
  const read = readClientList(new TextEncoder().encode(toCsv(list)), 'dt-max', 'individuals');
  if (!read.ok) throw new Error(read.error.code);
  const { header, headers, rows: cells, epoch1904 } = read.value;
  const rows = readRows({
    clientType: 'individuals',
    mapping: header.mapping,
    headers,
    rows: cells,
    epoch1904,
    scope: 'dt-max',
    today: '2026-03-16',
  });
  const links = new Map<LocalClientId, ServerClientId>();
  const officeIndex = new Map<string, ServerClientId>();
  const pending = new Map<LocalClientId, OutboxEntryId[]>();
  const locals: LocalClient[] = [];
  const serverClients: ServerClient[] = [];
  for (let id = 1; id <= known; id++) {
    const at = draw(list.length);
    const [person, row] = [list[at], rows[at]];
    if (!person || !row || row.duplicate) continue;
    const isThere = draw(4) > 0;
    if (isThere) serverClients.push(toServer(person, id, draw));
    if (isThere && row.client.sin !== null && draw(3) === 0) officeIndex.set(row.client.sin, id as ServerClientId);
    if (draw(2) === 0 || locals.some(({ sin, name }) => sin === row.client.sin && name.full === row.client.name.full))
      continue;
    const local = toLocal(row.client, id, draw);
    locals.push(local);
    if (isThere && draw(2) === 0) links.set(local.id, id as ServerClientId);
    if (draw(4) === 0) pending.set(local.id, [`entry-${id}` as OutboxEntryId]);
  }
  let count = 0;
  return {
    mode:
      (['create-and-update', 'create-and-update', 'create-only', 'update-only'] as const)[draw(4)] ??
      'create-and-update',
    rows,
    identifierHashes: rows.map(({ client }) => client.sin),
    serverClients,
    officeIndex,
    links,
    locals,
    pending,
    extension: draw(3) > 0,
    locks: {
      office: draw(6) === 0 ? ['email'] : [],
      clients: serverClients.filter(() => draw(8) === 0).map(({ id }) => [id, ['language', 'email']] as const),
    },
    newId: <T extends string>(): T => `new-${++count}` as T,
    mint: () => `IS-${String(++count).padStart(8, '0')}`,
  };
}

/** What this workstation kept of the person: as the list has it now, or as a list once had it. */
function toLocal(client: UpsertRequest['rows'][number]['client'], id: number, draw: Draw): LocalClient {
  const before = {
    ...(draw(3) === 0 ? { email: 'ancienne@example.com' } : {}),
    ...(draw(3) === 0 ? { address: { ...client.address, street: '2, rue Passée' } } : {}),
    ...(draw(4) === 0 ? { phone: '+14185550142' } : {}),
    ...(draw(4) === 0 ? { sin: null } : {}),
    ...(draw(6) === 0 ? { emailReplaced: 'ancienne@example.com' } : {}),
    ...(draw(6) === 0 && client.email !== null ? { kept: { email: client.email } } : {}),
  };
  const code = draw(2) === 0 ? (client.clientNumber ?? `IS-LOCAL${id}`) : `IS-LOCAL${id}`;
  return { ...client, ...before, id: `local-${id}` as LocalClientId, code };
}
