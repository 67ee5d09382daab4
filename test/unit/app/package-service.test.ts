import { createHash } from 'node:crypto';
import type { Remote } from 'comlink';
import { beforeEach, expect, it } from 'vitest';
import { ByHandService } from '../../../src/app/by-hand-service';
import { PackageService } from '../../../src/app/package-service';
import { reminderCreateSchema } from '../../../src/contract/reminder.schema';
import { z } from '../../../src/contract/zod';
import type { EnvelopeDraft } from '../../../src/core/envelopes/envelope';
import type { FolderMarks } from '../../../src/core/envelopes/folder-marks';
import { remindableClients } from '../../../src/core/package/client-reminders';
import type { BatchId, DocumentId, LocalClientId } from '../../../src/core/ids';
import { freeze } from '../../../src/core/outbox/freeze';
import { ok } from '../../../src/core/result';
import { fr } from '../../../src/i18n/fr';
import { enqueueBatch } from '../../../src/store/enqueue-batch';
import { createBatchKey } from '../../../src/vault/batch-key';
import { sealDocument } from '../../../src/vault/document-key';
import { randomId } from '../../../src/vault/random-id';
import { sealerOf } from '../../../src/vault/seal';
import type { PackageWorkerApi } from '../../../src/worker-bridge/package-worker-api';
import type { WorkerHandle } from '../../../src/worker-bridge/worker-handle';
import { PackageWorker } from '../../../workers/package/worker-api';
import { verifyPackage } from '../../tools/verify-package';
import {
  draftOf,
  entryOf,
  freshProfile,
  newVaultKeys,
  NOW,
  openTab,
  preparedOf,
  valueOf,
} from '../store/store-harness';
import type { Tab } from '../store/store-harness';

const client = randomId<LocalClientId>();
const PDF = new TextEncoder().encode('%PDF-1.7 specimen fictif');
const SHA256 = createHash('sha256').update(PDF).digest('hex');

/** The real worker's object, in this thread. */
const worker: WorkerHandle<PackageWorkerApi> = {
  call: (use) => use(new PackageWorker() as unknown as Remote<PackageWorkerApi>),
  terminate: () => undefined,
};

const envelope = (sha256: string): EnvelopeDraft => ({
  purpose: 'consultation',
  title: 'Vos documents',
  emailTemplateId: '',
  recipients: [{ id: 'r1', role: 'taxpayer', name: 'Zoé Fictive', email: 'z@exemple.test', language: 'fr', order: 1 }],
  documents: [
    {
      title: 'T1, 2025',
      formCode: 'T1',
      taxYear: 2025,
      sha256,
      pageCount: 1,
      deliveryKey: 'ab'.repeat(32),
      fields: [],
    },
  ],
});

let tab: Tab;
let packages: PackageService;
beforeEach(async () => {
  freshProfile();
});

/** One sealed document in IndexedDB, as where there is no OPFS. */
async function imported(sha256: string, marks: FolderMarks = {}): Promise<BatchId> {
  const keys = await newVaultKeys();
  tab = await openTab(keys);
  const [batch, document] = [randomId<BatchId>(), randomId<DocumentId>()];
  const key = valueOf(await createBatchKey(keys.wrapKey, batch));
  const { sealed, wrappedKey } = await sealDocument(PDF, document, key.key);
  const task = {
    kind: 'hand-envelope' as const,
    client,
    draft: { ...envelope(sha256), ...marks },
    files: [{ document, size: PDF.length }],
  };
  const draft = draftOf(0, {
    id: batch,
    kind: 'documents',
    entries: [entryOf(batch, 0, { task, state: { kind: 'by-hand', marks: [] } })],
    documents: [preparedOf(document, wrappedKey, sealed.length)],
    fallbackBytes: [[document, sealed]],
  });
  const options = { wrappedKey: key.wrapped, sealer: sealerOf(key.key) };
  valueOf(await enqueueBatch(tab.database, tab.journal, draft, options));
  const byHand = new ByHandService({
    repositories: tab,
    server: { freshClients: async () => ok([]) },
    clock: { now: () => NOW },
    dayOf: () => '2026-04-30',
    ask: async () => ok(null),
  });
  packages = new PackageService({
    repositories: {
      database: tab.database,
      journal: tab.journal,
      outbox: tab.outbox,
      documents: tab.documents,
      keyring: tab.session.batchKeys,
    },
    vaultKeys: () => keys,
    now: () => NOW,
    onQueued: async () => undefined,
    byHand,
    clients: async () => new Map([[client, { code: '1001', name: 'Zoé Fictive' }]]),
    words: () => fr.packages.followUp,
    reminderWords: () => fr.packages.reminder,
    today: () => '2026-04-30',
    worker,
  });
  return batch;
}
const states = async () => valueOf(await tab.outbox.all()).entries.map(({ state }) => state);

it('writes a package that verifies, twice the same, and marks it exported, which is not done', async () => {
  const batch = await imported(SHA256);
  const progress: string[] = [];
  const note = (done: number, total: number) => void progress.push(`${done}/${total}`);
  const first = valueOf(await packages.export(batch, 1, null, note));
  const bytes = Buffer.from(await (first.blob ?? new Blob()).arrayBuffer());
  expect(verifyPackage(bytes)).toEqual({ files: 1, faults: [] });
  expect(first.parts).toBe(1);
  const again = valueOf(await packages.export(batch, 1, null, note));
  expect(bytes.equals(Buffer.from(await (again.blob ?? new Blob()).arrayBuffer()))).toBe(true);
  expect(await states()).toEqual([
    { kind: 'by-hand', marks: [{ name: 'exported', on: '2026-04-30', at: NOW, how: 'hand' }] },
  ]);
  expect(valueOf(await tab.outbox.counts())).toEqual({ pending: 0, held: 0, rejected: 0, done: 0 });
  expect(progress).toContain('1/1');
});

it('never writes bytes that are not those of the manifest, and then marks nothing', async () => {
  const batch = await imported('0'.repeat(64));
  const result = await packages.export(batch, 1, null, () => undefined);
  expect(result).toMatchObject({ ok: false, error: { code: 'vault/damaged-record' } });
  expect(await states()).toEqual([{ kind: 'by-hand', marks: [] }]);
});

it('asks for one reminder per client and import, which names no form; a withdrawn one may be asked for again', async () => {
  const batch = await imported(SHA256);
  expect(valueOf(await packages.remind(batch, '2026-05-07'))).toBe(1);
  expect(valueOf(await packages.remind(batch, '2026-05-08'))).toBe(0);
  const entries = valueOf(await tab.outbox.all()).entries;
  const made = entries.find(({ task }) => task.kind === 'client-reminder');
  expect(made).toMatchObject({ state: { kind: 'waiting' }, task: { client, about: batch, on: '2026-05-07' } });
  expect(made?.task.kind === 'client-reminder' ? made.task.title : '').toBe('Impôt Sync\u00a0: 1 document à suivre');
  const withdrawn = entries.map((entry) =>
    entry === made ? { ...entry, state: { kind: 'cancelled' as const, at: NOW } } : entry,
  );
  expect([...remindableClients(withdrawn, batch).keys()]).toEqual([client]);
  expect([...remindableClients(entries, batch).keys()]).toEqual([]);
});

it('a reminder has the labels of its folders, as many as it can hold, and says when to follow up', async () => {
  const long = Array.from({ length: 7 }, (_, n) => `${n}${'x'.repeat(79)}`);
  const batch = await imported(SHA256, { labels: ['À relancer', ...long, 'Saison 2026'], followUpOn: '2026-05-15' });
  valueOf(await packages.remind(batch, '2026-05-07'));
  const task = valueOf(await tab.outbox.all()).entries.find(({ task: { kind } }) => kind === 'client-reminder')?.task;
  if (task?.kind !== 'client-reminder') throw new Error('no reminder');
  expect(task.labels).toBe(['À relancer', ...long.slice(0, 5), 'Saison 2026'].join(', '));
  expect(task.notes).toContain('«\u00a0Vos documents\u00a0». Suivi le 2026-05-15. À déposer');
  const frozen = await freeze(
    { task, idempotencyKey: 'k' },
    { serverIds: new Map([[client, 7]]), envelopeIds: new Map() },
    async () => '',
  );
  const body: unknown = frozen.ok ? JSON.parse(frozen.value.body ?? '') : null;
  expect(z.safeParse(reminderCreateSchema, body).error).toBeUndefined();
  expect(body).toMatchObject({ labels: task.labels });
});

it('reminds of nothing that was transmitted', async () => {
  const batch = await imported(SHA256);
  const [entry] = valueOf(await tab.outbox.all()).entries;
  if (entry === undefined) throw new Error('no entry');
  const transmitted = { name: 'transmitted' as const, on: '2026-04-30', at: NOW, how: 'hand' as const };
  expect(remindableClients([{ ...entry, state: { kind: 'by-hand', marks: [transmitted] } }], batch).size).toBe(0);
});
