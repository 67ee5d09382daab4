import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ServerClient } from '../../../src/core/clients/client';
import { linkRows, type LinkableRow, type LinkOutcome } from '../../../src/core/clients/link';
import { readRows } from '../../../src/core/clients/read-rows';
import type { ServerClientId } from '../../../src/core/ids';
import { readClientList } from '../../../workers/tables/read-client-list';
import { seededRandom } from '../../tools/seeded-random';
import { people, toCsv, type Person } from './client-list-maker';
import { slowLink } from './slow-link';

/** How GEM-BOOKS may know a person of the list: which fields are there, and how the name is written. */
const NAMES: readonly ((person: Person) => string)[] = [
  ({ first, last }) => `${first} ${last}`,
  ({ first, last }) => `${last.toUpperCase()}, ${first}`,
  ({ first, last }) => `${first} ${last.slice(0, -1)}`,
  ({ last }) => `Jean ${last}`,
  ({ first }) => `${first} Bourrasque`,
];

interface Known {
  readonly person: number;
  readonly name: number;
  readonly code: boolean;
  readonly email: boolean;
  readonly zip: boolean;
  readonly phone: boolean;
}

function toServer(list: readonly Person[], known: Known, id: number): ServerClient | null {
  const person = list[known.person % list.length];
  if (!person) return null;
  return {
    id: id as ServerClientId,
    code: known.code && person.hasNumber ? String(1000 + person.n) : `X-${id}`,
    name: NAMES[known.name % NAMES.length]?.(person) ?? '',
    inactive: false,
    email: known.email ? person.email : '',
    address: '',
    address2: '',
    city: '',
    state: '',
    zipcode: known.zip ? person.postalCode : '',
    phone: known.phone ? person.phone : '',
    language: null,
    accountManagerId: null,
    invitation: 'unknown',
  };
}

function toRows(list: readonly Person[]): LinkableRow[] {
  const read = readClientList(new TextEncoder().encode(toCsv(list)), 'dt-max', 'individuals');
  if (!read.ok) throw new Error(read.error.code);
  const { header, headers, rows, epoch1904 } = read.value;
  return readRows({
    clientType: 'individuals',
    mapping: header.mapping,
    headers,
    rows,
    epoch1904,
    scope: 'dt-max',
    today: '2026-03-16',
  }).map(({ client }) => ({ client, identifierHash: null, localId: null, code: null }));
}

function shown(outcome: LinkOutcome): string {
  switch (outcome.kind) {
    case 'new':
      return 'new';
    case 'linked':
      return `linked ${outcome.link.serverId}`;
    case 'check':
      return `check ${outcome.candidates.map(({ id }) => id).join(' ')}`;
  }
}

const fast = (rows: readonly LinkableRow[], servers: readonly ServerClient[]): string[] =>
  linkRows(rows, { serverClients: servers, officeIndex: new Map(), links: new Map() }).map(shown);

it('the plan links as a slow, obvious reading of the rules does', () => {
  const known = fc.record({
    person: fc.nat(40),
    name: fc.nat(NAMES.length - 1),
    code: fc.boolean(),
    email: fc.boolean(),
    zip: fc.boolean(),
    phone: fc.boolean(),
  });
  fc.assert(
    fc.property(people(30), fc.array(known, { maxLength: 40 }), (list, knowns) => {
      if (list.length === 0) return;
      const servers = knowns.flatMap((one, index) => toServer(list, one, index + 1) ?? []);
      const rows = toRows(list);
      expect(fast(rows, servers)).toEqual(slowLink(rows, servers));
    }),
    { numRuns: process.env['TEST_LONG'] ? 2_000 : 150 },
  );
});

it('also on a long list', () => {
  const count = process.env['TEST_LONG'] ? 100_000 : 3_000;
  const random = seededRandom(4);
  const draw = (below: number): number => Math.floor(random() * below);
  const [sample = []] = fc.sample(people(400), { numRuns: 1, seed: 4 }).toSorted((a, b) => b.length - a.length);
  const base = sample[0];
  if (!base) throw new Error('no one was drawn');
  const list = Array.from({ length: count }, (_none, n): Person => {
    const like = sample[n % sample.length] ?? base;
    return { ...like, n, last: `${like.last} Q${n.toString(36)}`, email: `p${n}@example.com`, sin: '' };
  });
  const servers = Array.from({ length: 60 }, (_none, index) =>
    toServer(
      list,
      {
        person: draw(count),
        name: draw(NAMES.length),
        code: draw(2) === 0,
        email: draw(2) === 0,
        zip: draw(2) === 0,
        phone: draw(2) === 0,
      },
      index + 1,
    ),
  ).filter((server) => server !== null);
  const rows = toRows(list);
  const outcomes = fast(rows, servers);
  expect(outcomes).toEqual(slowLink(rows, servers));
  expect(outcomes.filter((outcome) => outcome.startsWith('linked')).length).toBeGreaterThan(5);
}, 1_200_000);
