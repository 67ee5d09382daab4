import { describe, expect, it } from 'vitest';
import {
  clientId,
  createTask,
  entryOf,
  envelopeTask,
  invitationTask,
  sendTask,
  uploadTask,
} from '../../fakes/outbox-entries';
import { MortalTab } from '../../fakes/mortal-tab';
import { SyncWorld } from '../../fakes/sync-world';
import type { Fault } from '../../fakes/fake-gem-books';
import { seededRandom } from '../../tools/seeded-random';

/** Every border crossing in the long run, every third otherwise. */
const STRIDE = process.env['TEST_LONG'] === '1' ? 1 : 3;
const WEEKS = process.env['TEST_LONG'] === '1' ? 300 : 30;

/** Two clients to create (one with a minted code), one to update and to patch, three documents for three people. */
function makeWorld(): SyncWorld {
  const world = new SyncWorld();
  const { store, server } = world;
  const known = server.addClient({
    code: 'C3',
    name: 'Carole Fictive',
    address: '1 rue Vieille',
    email: 'old@exemple.test',
  });
  for (let i = 0; i < 150; i++) server.addClient({ code: `X${i}`, name: `Autre ${i}` });
  store.links.set(clientId('c'), known.id);
  const [docA, docB, docC] = [
    world.addDocument('a', 500),
    world.addDocument('b', 70_000),
    world.addDocument('cc', 140_000),
  ];
  const changes = { address: [{ field: 'address' as const, before: '1 rue Vieille', after: '2 rue Neuve' }] };
  store.add(
    [
      entryOf('create-a', createTask('a', 'A1', 'Alice Fictive')),
      entryOf('create-b', createTask('b', 'IS-B2', 'Bruno Fictif', true)),
      entryOf('update-c', { kind: 'client-update', client: clientId('c'), changes: changes.address }),
      entryOf('patch-c', {
        kind: 'client-patch',
        client: clientId('c'),
        changes: [{ field: 'email', before: 'old@exemple.test', after: 'c@exemple.test' }],
      }),
      entryOf(
        'patch-a',
        { kind: 'client-patch', client: clientId('a'), changes: [], accountManagerId: 'am-2', language: 'en' },
        ['create-a'],
      ),
      entryOf('invite-a', invitationTask('a'), ['create-a']),
      entryOf('invite-b', invitationTask('b'), ['create-b']),
      entryOf('invite-c', invitationTask('c'), ['patch-c']),
      ...[
        { who: 'a', doc: docA, deps: ['create-a', 'invite-a'] },
        { who: 'b', doc: docB, deps: ['create-b', 'invite-b'] },
        { who: 'c', doc: docC, deps: ['invite-c'] },
      ].flatMap(({ who, doc, deps }) => [
        entryOf(`upload-${who}`, uploadTask(doc.document, doc.sha256, doc.size)),
        entryOf(`envelope-${who}`, envelopeTask(who, { sha256: doc.sha256, deliveryKey: `delivery-key-of-${who}` }), [
          `upload-${who}`,
          ...deps,
        ]),
        entryOf(`send-${who}`, sendTask(`envelope-${who}`), [`envelope-${who}`]),
      ]),
    ].map((entry, order) => ({ ...entry, order })),
  );
  return world;
}

/** Everything once, whatever happened on the way. */
function expectExactlyOnce({ server, store }: SyncWorld): void {
  expect(new Set(Object.values(Object.fromEntries(store.all().map((entry) => [entry.id, entry.state.kind]))))).toEqual(
    new Set(['done']),
  );
  expect(
    server.clients
      .filter(({ code }) => code === 'A1' || code === 'IS-B2')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Alice Fictive', 'Bruno Fictif']);
  expect(server.clients).toHaveLength(153);
  expect(server.clients.find(({ code }) => code === 'C3')).toMatchObject({
    address: '2 rue Neuve',
    email: 'c@exemple.test',
  });
  expect(server.clients.find(({ code }) => code === 'A1')).toMatchObject({ accountManagerId: 'am-2', language: 'en' });
  expect(server.invitations.map(({ email }) => email).sort()).toEqual([
    'a@exemple.test',
    'b@exemple.test',
    'c@exemple.test',
  ]);
  expect(server.envelopes.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
  // One invitation and one envelope each: six e-mails, not one more.
  const mail = server.mail.map(({ to }) => to).sort();
  expect(mail).toEqual([
    'a@exemple.test',
    'a@exemple.test',
    'b@exemple.test',
    'b@exemple.test',
    'c@exemple.test',
    'c@exemple.test',
  ]);
  for (const { envelopes, clients } of [server]) {
    for (const { body } of envelopes) {
      const owner = body.recipients[0]?.email.charAt(0);
      const code = { a: 'A1', b: 'IS-B2', c: 'C3' }[owner ?? ''];
      expect(body['clientId']).toBe(clients.find((client) => client.code === code)?.id);
    }
  }
  expect(server.keyViolations).toEqual([]);
  expectOneDigestPerKey(store);
}

function expectOneDigestPerKey(store: SyncWorld['store']): void {
  const digests = new Map<string, string>();
  for (const { idempotencyKey, frozen, state, attempts } of store.history) {
    if (frozen === null) {
      expect(state.kind).not.toBe('sending');
      expect(attempts).toBe(0);
      continue;
    }
    expect(digests.get(idempotencyKey) ?? frozen.digest).toBe(frozen.digest);
    digests.set(idempotencyKey, frozen.digest);
  }
}

describe('exactly once', () => {
  it('on a good day: one pass, one attempt each', async () => {
    const world = makeWorld();
    const { close, ended } = world.openTab();
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    close();
    await ended;
    expectExactlyOnce(world);
    expect(new Set(world.store.all().map(({ attempts }) => attempts))).toEqual(new Set([1]));
  });

  it('when the tab is killed at any border crossing, and another takes over', async () => {
    const whole = makeWorld();
    const healthy = whole.openTab();
    await whole.turnUntil(() => whole.store.isSettled());
    healthy.close();
    const crossings = healthy.tab.crossings;
    expect(crossings).toBeGreaterThan(150);

    for (let diesAt = 1; diesAt <= crossings; diesAt += STRIDE) {
      const world = makeWorld();
      const first = world.openTab(new MortalTab(diesAt));
      await world.turnUntil(() => first.tab.isDead || world.store.isSettled());
      world.lock.free();
      const second = world.openTab();
      expect(await world.turnUntil(() => world.store.isSettled()), `killed at crossing ${diesAt}`).toBe(true);
      second.close();
      expectExactlyOnce(world);
    }
  }, 300_000);

  it('when tab after tab is killed', async () => {
    // Shorter lives than about forty crossings are spent on repairing what the tab before them left.
    for (const life of [45, 53, 61, 79, 101]) {
      const world = makeWorld();
      for (let tabs = 0; tabs < 400 && !world.store.isSettled(); tabs++) {
        const tab = world.openTab(new MortalTab(life));
        await world.turnUntil(() => tab.tab.isDead || world.store.isSettled());
        world.lock.free();
      }
      expectExactlyOnce(world);
    }
  }, 300_000);

  it('when every single request is cut once, before or after its commit', async () => {
    for (const kind of ['cut-before', 'cut-after'] as const) {
      const world = makeWorld();
      const cutOnce = new Set<string>();
      world.server.fault = ({ method, path, headers }): Fault | null => {
        const what = `${method} ${path} ${headers?.['idempotency-key'] ?? ''} ${headers?.['content-range'] ?? ''}`;
        if (cutOnce.has(what)) return null;
        cutOnce.add(what);
        return { kind };
      };
      const { close } = world.openTab();
      expect(await world.turnUntil(() => world.store.isSettled()), kind).toBe(true);
      close();
      expectExactlyOnce(world);
    }
  });

  it('through a week of bad network: half of all requests fail in some way, and tabs die', async () => {
    for (let seed = 1; seed <= WEEKS; seed++) {
      const world = makeWorld();
      const random = seededRandom(seed);
      world.server.fault = (): Fault | null => {
        const dice = random();
        if (dice < 0.15) return { kind: 'cut-before' };
        if (dice < 0.3) return { kind: 'cut-after' };
        if (dice < 0.36) return { kind: 'status', status: 503, headers: { 'retry-after': '7' } };
        if (dice < 0.42) return { kind: 'status', status: 502, body: '<html>' };
        if (dice < 0.46) return { kind: 'status', status: 429, headers: { 'retry-after': '2' } };
        if (dice < 0.5) return { kind: 'status', status: 200, body: 'captive portal' };
        return null;
      };
      for (let tabs = 0; tabs < 60 && !world.store.isSettled(); tabs++) {
        const tab = world.openTab(new MortalTab(20 + Math.floor(random() * 400)));
        await world.turnUntil(() => tab.tab.isDead || world.store.isSettled(), 5000);
        tab.close();
        world.lock.free();
      }
      expect(world.store.isSettled(), `seed ${seed}`).toBe(true);
      expectExactlyOnce(world);
    }
  }, 300_000);
});
