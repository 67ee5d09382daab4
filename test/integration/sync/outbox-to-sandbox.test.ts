import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BatchId, OutboxEntryId } from '../../../src/core/ids';
import { planDocumentEntries } from '../../../src/core/outbox/plan-document-entries';
import { ApiClient } from '../../../src/sync/api-client';
import { fetchHttp } from '../../../src/sync/fetch-http';
import { CutPull } from '../../../src/sync/cut-pull';
import type { Clock } from '../../../src/sync/ports';
import { SyncLoop } from '../../../src/sync/sync-loop';
import { FakeLeaderLock } from '../../fakes/fake-leader-lock';
import { FakeOutboxStore } from '../../fakes/fake-outbox-store';
import { clientId, createTask, documentId, entryId, entryOf } from '../../fakes/outbox-entries';
import { preparedOf } from '../../fakes/prepared-documents';
import type { FaultRule } from '../../sandbox/faults';
import { listen } from '../../sandbox/listen';
import { openSandbox } from '../../sandbox/open-sandbox';
import { DEFAULT_SETTINGS } from '../../sandbox/settings';

/** Sixty seconds of waiting pass in one: backoffs are real, only shorter. */
const HASTE = 60;
const startedAt = Date.now();
const clock: Clock = {
  now: () => startedAt + (Date.now() - startedAt) * HASTE,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms / HASTE);
      signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    }),
};

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();

async function openWorld(faults: readonly FaultRule[]) {
  const data = mkdtempSync(join(tmpdir(), 'impot-sync-outbox-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const sandbox = await openSandbox(
    { ...DEFAULT_SETTINGS, data, dist: data, uploadPartBytes: 30_000 },
    () => new Date(),
  );
  const server = await listen(sandbox, 0, '127.0.0.1');
  onTestFinished(async () => {
    await server.close();
    await sandbox.close();
  });
  sandbox.context.faults.replace(faults);
  const http = fetchHttp({
    fetch,
    base: `http://127.0.0.1:${server.port}/api/`,
    key: () => 'bac-a-sable',
    online: () => true,
    digest: async (bytes) => new Uint8Array(sha256(bytes)),
    timeout: (ms) => AbortSignal.timeout(ms),
  });
  return { http, sandbox };
}

/** Clients to create, each with a T183 to sign; the last one's copy of the return goes along. */
function fillOutbox(store: FakeOutboxStore, people: readonly string[], workstation: string): void {
  let count = 0;
  const creates = people.map((who, order) =>
    entryOf(`create-${who}`, createTask(who, `IS-${who}`, `Personne ${who}`, true), [], { order }),
  );
  const documents = people.flatMap((who, index) => {
    const forms = index === people.length - 1 ? (['T183', 'T1'] as const) : (['T183'] as const);
    return forms.map((form) => {
      const name = `${who}-${form}`;
      const bytes = new Uint8Array(20_000 + index * 15_000).map((_, at) => (at * 31 + index + form.length) % 251);
      store.documents.set(documentId(name), bytes);
      const more = form === 'T1' ? { fields: [] } : {};
      const digest = sha256(bytes).toString('hex');
      const deliveryKey = sha256(name).toString('hex');
      return preparedOf(name, who, { form, sha256: digest, size: bytes.byteLength, deliveryKey, ...more });
    });
  });
  const plan = planDocumentEntries(documents, {
    batch: 'batch-2' as BatchId,
    now: creates[0]?.createdAt ?? 0,
    newId: <T extends string>() => `${workstation}-${++count}` as T,
    emailTemplateId: TEMPLATE,
    folderTitle: 'Vos documents',
    pendingCreates: new Map(people.map((who) => [clientId(who), entryId(`create-${who}`) as OutboxEntryId])),
    pendingInvitations: new Map(),
    invitedAddresses: new Set(),
  });
  store.add([...creates, ...plan.entries]);
}

let TEMPLATE = '';

async function empty(store: FakeOutboxStore, http: ReturnType<typeof fetchHttp>): Promise<void> {
  const closing = new AbortController();
  const loop = new SyncLoop({
    store,
    http,
    lock: new FakeLeaderLock(),
    clock,
    random: Math.random,
    digest: async (text) => sha256(text).toString('hex'),
    uploadPartBytes: () => 30_000,
  });
  const ended = loop.run(closing.signal);
  await expect.poll(() => store.isSettled(), { timeout: 25_000, interval: 20 }).toBe(true);
  closing.abort();
  await ended;
}

const PEOPLE = ['ana', 'bob', 'cleo'];

describe('the outbox against the sandbox, over real HTTP', () => {
  it.each([
    ['on a good day', []],
    [
      'with connections cut before and after the commit, and refusals to wait for',
      [
        { probability: 0.12, seed: 3, fault: { kind: 'cut-before' } },
        { probability: 0.12, seed: 5, fault: { kind: 'cut-after' } },
        { probability: 0.08, seed: 7, fault: { kind: 'status', status: 503, retryAfter: 2 } },
      ],
    ],
  ] satisfies [string, FaultRule[]][])('delivers everything once %s', async (_, faults) => {
    const { http, sandbox } = await openWorld([]);
    const api = new ApiClient(http, { now: () => Date.now() });
    const signal = AbortSignal.timeout(30_000);
    const connection = await api.connection();
    expect(connection).toMatchObject({ ok: true, value: { extension: { sandbox: true, uploadPartBytes: 30_000 } } });
    const templates = await api.emailTemplates(signal);
    TEMPLATE = (templates.ok && templates.value[0]?.id) || '';
    const before = await api.clients(true, null, new CutPull(), signal);
    const known = before.ok ? before.value.clients.length : 0;

    sandbox.context.faults.replace(faults);
    const store = new FakeOutboxStore();
    fillOutbox(store, PEOPLE, 'one');
    await empty(store, http);
    sandbox.context.faults.replace([]);

    expect(new Set(store.all().map(({ state }) => state.kind))).toEqual(new Set(['done']));
    const clients = await api.clients(true, null, new CutPull(), signal);
    expect(clients.ok && clients.value.clients).toHaveLength(known + PEOPLE.length);
    expect(
      clients.ok && clients.value.clients.filter(({ code }) => code.startsWith('IS-')).map(({ name }) => name),
    ).toEqual(['Personne ana', 'Personne bob', 'Personne cleo']);
    const envelopes = await api.envelopes(signal);
    expect(envelopes.ok && envelopes.value.map(({ status, purpose }) => `${status} ${purpose}`).sort()).toEqual([
      'sent consultation',
      'sent signature',
      'sent signature',
      'sent signature',
    ]);
    const mail = await sandbox.context.db.selectFrom('mail').select('recipient').execute();
    const to = (who: string) => mail.filter(({ recipient }) => recipient === `${who}@exemple.test`).length;
    // An invitation and an envelope each; the last one has two envelopes.
    expect(PEOPLE.map(to)).toEqual([2, 2, 3]);

    const second = new FakeOutboxStore();
    fillOutbox(second, PEOPLE, 'two');
    // A second workstation that knows these clients already, and sends the same archive.
    for (const entry of second.all().filter(({ task }) => task.kind === 'client-create')) {
      const made = clients.ok
        ? clients.value.clients.find(({ code }) => entry.task.kind === 'client-create' && code === entry.task.body.code)
        : undefined;
      const result = { kind: 'client', serverId: made?.id ?? 0 } as const;
      if (entry.task.kind === 'client-create') {
        await second.save({ ...entry, state: { kind: 'done', at: 0, result } }, 1, {
          links: [[entry.task.client, result.serverId]],
          entries: [],
        });
      }
    }
    await empty(second, http);
    const kinds = second.all().filter(({ task }) => task.kind === 'envelope' || task.kind === 'envelope-send');
    expect(new Set(kinds.map(({ state }) => state.kind))).toEqual(new Set(['already-done']));
    expect(await sandbox.context.db.selectFrom('mail').select('recipient').execute()).toHaveLength(mail.length);
  });
});
