import { describe, expect, it } from 'vitest';
import type { OutboxEntryId } from '../../../src/core/ids';
import type { OutboxEntry } from '../../../src/core/outbox/outbox-entry';
import { applyByHand, signedIn } from '../../../src/sync/by-hand';
import type { SyncStatus } from '../../../src/sync/sync-loop';
import { flush } from '../../fakes/fake-clock';
import { FakeHttp } from '../../fakes/fake-http';
import {
  clientId,
  createTask,
  entryId,
  entryOf,
  envelopeTask,
  invitationTask,
  sendTask,
  uploadTask,
} from '../../fakes/outbox-entries';
import { MortalTab } from '../../fakes/mortal-tab';
import { SyncWorld } from '../../fakes/sync-world';

/** Uploads, envelope and sending of one linked and invited client. */
function addEnvelope(world: SyncWorld, who: string, workstation = ''): void {
  const client = world.server.addClient({ code: who, name: who });
  world.store.links.set(clientId(who), client.id);
  world.server.invitations.push({
    id: `inv-${who}`,
    email: `${who}@exemple.test`,
    clientIds: [client.id],
    language: 'fr',
  });
  const { document, sha256, size } = world.addDocument(who);
  const entries = [
    entryOf(`upload-${who}`, uploadTask(document, sha256, size), [], { order: 0 }),
    entryOf(
      `envelope-${who}`,
      envelopeTask(who, { sha256, deliveryKey: `delivery-key-of-${who}` }),
      [`upload-${who}`],
      { order: 1 },
    ),
    entryOf(`send-${who}`, sendTask(`envelope-${who}`), [`envelope-${who}`], { order: 2 }),
  ];
  world.store.add(entries.map((entry) => ({ ...entry, idempotencyKey: workstation + entry.idempotencyKey })));
}

const lastHeard = () => {
  const statuses: SyncStatus[] = [];
  return { statuses, onStatus: (status: SyncStatus) => void statuses.push(status) };
};

describe('sync loop', () => {
  it('holds an envelope whose upload is refused, with the reason, and lets it go once the upload is retried', async () => {
    const world = new SyncWorld();
    addEnvelope(world, 'a');
    addEnvelope(world, 'b');
    const refused = world.store.entry(entryId('upload-a'));
    let refuse = true;
    world.server.fault = ({ method, path }) =>
      refuse && method === 'PUT' && refused.task.kind === 'upload' && path.endsWith(refused.task.sha256)
        ? { kind: 'status', status: 422, body: { code: 'virus-found', detail: 'Le fichier est refusé.' } }
        : null;
    world.openTab();
    expect(
      await world.turnUntil(() => world.states()['send-a'] === 'held' && world.states()['send-b'] === 'done'),
    ).toBe(true);
    expect(world.store.entry(entryId('upload-a')).state).toEqual({
      kind: 'rejected',
      at: expect.any(Number),
      problem: { status: 422, code: 'virus-found', detail: 'Le fichier est refusé.' },
    });
    expect(world.store.entry(entryId('envelope-a')).state).toEqual({ kind: 'held', reason: 'dependency-rejected' });
    expect(world.server.mail.map(({ to }) => to)).toEqual(['b@exemple.test']);

    refuse = false;
    const hand = {
      stored: world.store.stored.bind(world.store),
      save: world.store.saveFromAnotherTab.bind(world.store),
    };
    await applyByHand(hand, entryId('upload-a'), { kind: 'retry' }, world.clock);
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    expect(world.server.mail.map(({ to }) => to).sort()).toEqual(['a@exemple.test', 'b@exemple.test']);
  });

  it('stops for everyone at a 401, and goes on where it was once signed in', async () => {
    const world = new SyncWorld();
    for (const who of ['a', 'b', 'c']) addEnvelope(world, who);
    world.server.fault = () => ({ kind: 'status', status: 401, body: { code: 'unauthorized' } });
    const { statuses, onStatus } = lastHeard();
    world.openTab(new MortalTab(), world.server, { onStatus });
    await world.turnUntil(() => Object.values(world.states()).includes('needs-sign-in'));
    const asked = world.server.log.length;
    for (let turn = 0; turn < 20; turn++) {
      await flush();
      world.clock.advance(60_000);
    }
    expect(world.server.log).toHaveLength(asked);
    expect(statuses.at(-1)).toMatchObject({ leading: true, inFlight: 0, failure: { code: 'api/unauthorized' } });

    world.server.fault = () => null;
    await signedIn(
      {
        unsettled: () => world.store.unsettled(),
        save: (entry, revision) => world.store.saveFromAnotherTab(entry, revision),
      },
      world.clock,
    );
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    expect(world.server.mail).toHaveLength(3);
    expect(statuses.at(-1)?.failure).toBeNull();
  });

  it('lets a 403 stop its own entry only', async () => {
    const world = new SyncWorld();
    addEnvelope(world, 'a');
    world.store.add([entryOf('create-z', createTask('z', 'Z1', 'Zoé Fictive'))]);
    world.server.fault = ({ method, path }) =>
      method === 'POST' && path === 'clients' ? { kind: 'status', status: 403, body: {} } : null;
    world.openTab();
    expect(await world.turnUntil(() => world.states()['send-a'] === 'done')).toBe(true);
    expect(world.states()['create-z']).toBe('needs-sign-in');
  });

  it('waits as long as Retry-After says, and no request goes out before', async () => {
    const world = new SyncWorld();
    world.store.add([entryOf('create-a', createTask('a', 'A1', 'Alice Fictive'))]);
    world.server.fault = (_, count) =>
      count === 0 ? { kind: 'status', status: 429, headers: { 'retry-after': '120' } } : null;
    world.openTab();
    await flush();
    const start = world.clock.now();
    expect(world.store.entry(entryId('create-a'))).toMatchObject({
      state: { kind: 'waiting' },
      dueAt: start + 120_000,
      attempts: 1,
    });
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    expect(world.clock.now() - start).toBe(120_000);
    // A 429 is a promise that nothing was done: no look at the list was needed.
    expect(world.server.log.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST clients', 'POST clients']);
  });

  it('has at most four requests in flight, of which one upload, and nobody waits behind a slow one', async () => {
    const world = new SyncWorld();
    for (const who of ['a', 'b']) addEnvelope(world, who);
    for (let i = 0; i < 6; i++)
      world.store.add([entryOf(`create-${i}`, createTask(`n${i}`, `N${i}`, `Nom ${i}`), [], { order: 10 + i })]);
    const http = new FakeHttp();
    world.openTab(new MortalTab(), http);
    await flush();
    expect(http.requests.map(({ method, path }) => `${method} ${path.slice(0, 22)}`)).toEqual(
      ['HEAD impot-sync/v1/uploads/', 'POST clients', 'POST clients', 'POST clients'].map((line) =>
        line.slice(0, line.indexOf(' ') + 23),
      ),
    );
    await http.nextRequest();
    (await http.nextRequest()).json(201, { data: { id: 1 }, success: true });
    await flush();
    expect(http.requests).toHaveLength(5);
  });

  it('records a wish to cancel that comes during the send, and settles on the truth', async () => {
    for (const [answer, expected] of [
      ['sent', 'done'],
      ['refused', 'cancelled'],
      ['too-many', 'cancelled'],
      ['cut', 'done'],
    ] as const) {
      const world = new SyncWorld();
      world.store.add([entryOf('create-a', createTask('a', 'A1', 'Alice Fictive'))]);
      const http = new FakeHttp();
      world.openTab(new MortalTab(), http);
      const pending = await http.nextRequest();
      await flush();
      const result = await applyByHand(world.store, entryId('create-a'), { kind: 'cancel' }, world.clock);
      expect(result).toEqual({ ok: true, value: null });
      expect(world.store.entry(entryId('create-a'))).toMatchObject({
        state: { kind: 'sending' },
        cancelRequested: true,
      });
      if (answer === 'sent') pending.json(201, { data: { id: 77 }, success: true });
      else if (answer === 'refused') pending.problem(422, 'invalid-body');
      else if (answer === 'too-many') pending.problem(429, 'too-many-requests');
      else {
        // Nobody knows whether it arrived: it is looked for before the wish is granted, and here it is there.
        pending.cut();
        await world.turnUntil(() => http.waiting > 0);
        const data = [{ id: 77, code: 'A1', name: 'Alice Fictive' }];
        const look = await http.nextRequest();
        expect(look.request.method).toBe('GET');
        look.json(200, { data, meta: { current_page: 1, last_page: 1, per_page: 100, total: 1 } });
      }
      expect(await world.turnUntil(() => world.store.isSettled()), answer).toBe(true);
      expect(world.states()['create-a']).toBe(expected);
      expect(world.store.links.get(clientId('a'))).toBe(expected === 'done' ? 77 : undefined);
    }
  });

  it('only looks, after a cancel whose send was cut: done if it had arrived, cancelled if not, and never sent again', async () => {
    for (const kind of ['cut-before', 'cut-after'] as const) {
      const world = new SyncWorld();
      addEnvelope(world, 'a');
      world.server.fault = ({ path }) => (path.endsWith('/send') ? { kind } : null);
      world.openTab();
      await world.turnUntil(() => world.store.entry(entryId('send-a')).mayHaveArrived === true);
      world.server.fault = () => null;
      await applyByHand(
        {
          stored: (id) => world.store.stored(id),
          save: (entry, revision) => world.store.saveFromAnotherTab(entry, revision),
        },
        entryId('send-a'),
        { kind: 'cancel' },
        world.clock,
      );
      expect(await world.turnUntil(() => world.store.isSettled()), kind).toBe(true);
      expect(world.states()['send-a']).toBe(kind === 'cut-after' ? 'done' : 'cancelled');
      expect(world.server.mail).toHaveLength(kind === 'cut-after' ? 1 : 0);
      expect(world.server.log.filter(({ method, path }) => method === 'POST' && path.endsWith('/send'))).toHaveLength(
        1,
      );
      expect(world.store.entry(entryId('send-a'))).not.toHaveProperty('cancelRequested');
      expect(world.server.envelopes).toHaveLength(kind === 'cut-after' ? 1 : 0);
    }
  });

  it('withdraws the draft before the sending is settled as cancelled, through cuts and kills', async () => {
    for (const kind of ['cut-before', 'cut-after', 'killed', 'signed-out'] as const) {
      const world = new SyncWorld();
      addEnvelope(world, 'a');
      const first = world.openTab();
      // The sending is suspended between the draft and the sending of it.
      world.server.fault = ({ path }) =>
        path.endsWith('/send') ? { kind: 'status', status: 429, headers: { 'retry-after': '3600' } } : null;
      await world.turnUntil(() => world.store.entry(entryId('send-a')).attempts === 1);
      await world.turnUntil(() => world.states()['send-a'] === 'waiting');
      expect(world.server.envelopes.map(({ status }) => status)).toEqual(['draft']);
      let deletes = 0;
      world.server.fault = ({ method }) => {
        if (method !== 'DELETE' || ++deletes > 1 || kind === 'killed') return null;
        return kind === 'signed-out' ? { kind: 'status', status: 401 } : { kind };
      };
      if (kind === 'killed') {
        first.close();
        await first.ended;
        const doomed = world.openTab(new MortalTab(12));
        await applyByHand(world.store, entryId('send-a'), { kind: 'cancel' }, world.clock);
        await world.turnUntil(() => doomed.tab.isDead);
        world.lock.free();
        world.openTab();
      } else {
        const hand = {
          stored: (id: OutboxEntryId) => world.store.stored(id),
          save: (entry: OutboxEntry, revision: number) => world.store.saveFromAnotherTab(entry, revision),
        };
        await applyByHand(hand, entryId('send-a'), { kind: 'cancel' }, world.clock);
        expect(world.states()['send-a']).not.toBe('cancelled');
      }
      if (kind === 'signed-out') {
        await world.turnUntil(() => world.states()['send-a'] === 'needs-sign-in');
        await signedIn(world.store, world.clock);
      }
      expect(await world.turnUntil(() => world.store.isSettled()), kind).toBe(true);
      expect([kind, world.states()['send-a'], world.server.envelopes]).toEqual([kind, 'cancelled', []]);
      expect(world.server.mail.filter(({ about }) => about.startsWith('env-'))).toEqual([]);
    }
  });

  it('cancels the sending with its envelope, and holds an envelope whose client is cancelled', async () => {
    const world = new SyncWorld();
    addEnvelope(world, 'a');
    const { document, sha256, size } = world.addDocument('z');
    world.store.add([
      entryOf('create-z', createTask('z', 'Z1', 'Zoé Fictive')),
      entryOf('upload-z', uploadTask(document, sha256, size)),
      entryOf('envelope-z', envelopeTask('z', { sha256, deliveryKey: 'delivery-key-of-z' }), ['create-z', 'upload-z']),
      entryOf('send-z', sendTask('envelope-z'), ['envelope-z']),
    ]);
    for (const id of ['envelope-a', 'create-z'])
      await applyByHand(world.store, entryId(id), { kind: 'cancel' }, world.clock);
    world.openTab();
    await world.turnUntil(() => world.states()['send-z'] === 'held' && world.states()['send-a'] === 'cancelled');
    expect(world.store.entry(entryId('envelope-z')).state).toEqual({ kind: 'held', reason: 'dependency-cancelled' });
    expect(world.server.envelopes).toEqual([]);
    expect(world.server.clients.map(({ code }) => code)).toEqual(['a']);
  });

  it('holds an envelope whose client is linked to nobody, and sends it once a link is made', async () => {
    const world = new SyncWorld();
    const { document, sha256, size } = world.addDocument('z');
    world.store.add([
      entryOf('upload-z', uploadTask(document, sha256, size)),
      entryOf('envelope-z', envelopeTask('z', { sha256, deliveryKey: 'delivery-key-of-z' }), ['upload-z']),
      entryOf('send-z', sendTask('envelope-z'), ['envelope-z']),
    ]);
    world.server.invitations.push({ id: 'inv-z', email: 'z@exemple.test', clientIds: [], language: 'fr' });
    world.openTab();
    await world.turnUntil(() => world.states()['envelope-z'] === 'held');
    expect(world.store.entry(entryId('envelope-z')).state).toEqual({ kind: 'held', reason: 'client-not-linked' });
    world.store.add([entryOf('create-z', createTask('z', 'Z1', 'Zoé Fictive'))]);
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    expect(world.server.envelopes[0]?.body['clientId']).toBe(world.store.links.get(clientId('z')));
  });

  it('settles an envelope that another workstation delivered, and its sending, without sending anything', async () => {
    const world = new SyncWorld();
    addEnvelope(world, 'a');
    world.openTab();
    await world.turnUntil(() => world.store.isSettled());
    const second = new SyncWorld();
    addEnvelope(second, 'a', 'second-');
    second.openTab(new MortalTab(), world.server);
    expect(await second.turnUntil(() => second.store.isSettled())).toBe(true);
    expect(second.states()).toEqual({ 'upload-a': 'done', 'envelope-a': 'already-done', 'send-a': 'already-done' });
    expect(second.store.entry(entryId('send-a')).state).toMatchObject({
      deliveredAt: '2026-03-15T12:00:00Z',
      deliveredBy: 'office',
    });
    expect(world.server.mail).toHaveLength(1);
  });

  it('sends a document again that the server lost after acknowledging it', async () => {
    const world = new SyncWorld();
    addEnvelope(world, 'a');
    world.server.fault = ({ method, path }) => {
      if (
        method === 'POST' &&
        path.endsWith('/envelopes') &&
        !world.server.log.some((line) => line.method === 'HEAD' && lost)
      ) {
        lost = true;
        world.server.uploads.clear();
      }
      return null;
    };
    let lost = false;
    world.openTab();
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    expect(world.server.mail).toHaveLength(1);
    expect(lost).toBe(true);
  });

  it('claims nothing while paused, and goes on when resumed', async () => {
    const world = new SyncWorld();
    addEnvelope(world, 'a');
    const { loop } = world.openTab();
    loop.pause();
    for (let turn = 0; turn < 10; turn++) {
      await flush();
      world.clock.advance(30_000);
    }
    expect(world.server.log.length).toBeLessThanOrEqual(1);
    loop.resume();
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
  });

  it('tries at once when the network is back, whatever the backoff said', async () => {
    const world = new SyncWorld();
    world.store.add([entryOf('invite', { ...invitationTask('a') })]);
    world.store.links.set(clientId('a'), 5);
    world.server.fault = () => ({ kind: 'cut-before' });
    const { loop } = world.openTab();
    await world.turnUntil(() => world.store.entry(entryId('invite')).attempts === 8);
    await flush();
    expect(world.store.entry(entryId('invite')).dueAt - world.clock.now()).toBeGreaterThan(30_000);
    world.server.fault = () => null;
    const before = world.clock.now();
    loop.wake();
    await flush();
    expect(world.states()['invite']).toBe('done');
    expect(world.clock.now()).toBe(before);
  });

  it('notices that the computer slept, gives up on dead sockets and tries again', async () => {
    const world = new SyncWorld();
    world.store.add([entryOf('invite', invitationTask('a'))]);
    world.store.links.set(clientId('a'), 5);
    const http = new FakeHttp();
    world.openTab(new MortalTab(), http);
    const dead = await http.nextRequest();
    await flush();
    world.clock.advance(8 * 3_600_000);
    await flush();
    expect(dead.request.signal?.aborted).toBe(true);
    await world.turnUntil(() => http.waiting > 0);
    const again = await http.nextRequest();
    expect(again.request.headers?.['idempotency-key']).toBe(dead.request.headers?.['idempotency-key']);
    expect(again.request.body).toBe(dead.request.body);
  });

  it('hands over cleanly: the second tab waits, and nothing is asked twice', async () => {
    const world = new SyncWorld();
    for (const who of ['a', 'b', 'c', 'd']) addEnvelope(world, who);
    const first = world.openTab();
    const second = world.openTab();
    await world.turnUntil(() => world.server.envelopes.length >= 1);
    first.close();
    await first.ended;
    expect(world.store.all().some(({ state }) => state.kind === 'sending' && first.tab.crossings === 0)).toBe(false);
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    second.close();
    await second.ended;
    expect(world.server.mail).toHaveLength(4);
    const posts = world.server.log.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(8);
  });

  it('survives a store that fails, waits before it tries again, and loses nothing', async () => {
    const world = new SyncWorld();
    addEnvelope(world, 'a');
    const save = world.store.save.bind(world.store);
    let failures = 0;
    const failing: typeof save = async (entry: OutboxEntry, revision, effects) => {
      if (failures < 6 && entry.state.kind === 'done') {
        failures++;
        throw new Error('quota');
      }
      return save(entry, revision, effects);
    };
    Object.assign(world.store, { save: failing });
    const start = world.clock.now();
    world.openTab();
    expect(await world.turnUntil(() => world.store.isSettled())).toBe(true);
    expect(failures).toBe(6);
    expect(world.clock.now() - start).toBeGreaterThanOrEqual(6 * 5_000);
    expect(world.server.mail).toHaveLength(1);
  });
});
