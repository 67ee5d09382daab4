import { appError } from '../core/app-error';
import type { AppError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { formatDate } from '../i18n/format';
import { messagesFor } from '../i18n/messages';
import { collectOrphans } from '../store/collect-orphans';
import { DeploymentRepository } from '../store/deployment-repository';
import { deviceKeys } from '../store/device-key-repository';
import { documentBytes } from '../store/document-bytes';
import { openDatabase } from '../store/open-database';
import { outboxStore } from '../store/outbox-store';
import { ApiClient } from '../sync/api-client';
import { fetchHttp } from '../sync/fetch-http';
import { webLeaderLock } from '../sync/leader';
import type { Http } from '../sync/ports';
import type { AppContext } from '../ui/context';
import { sha256 } from '../vault/digest';
import type { DeriveKey } from '../vault/derive-key';
import { createDeviceKey, deviceFingerprint } from '../vault/device-key';
import { randomId } from '../vault/random-id';
import type { PackageWorkerApi } from '../worker-bridge/package-worker-api';
import type { VaultWorkerApi } from '../worker-bridge/vault-worker-api';
import { workerHandle } from '../worker-bridge/worker-handle';
import { ByHandService } from './by-hand-service';
import { ClientsService } from './clients-service.svelte';
import { systemClock } from './clock';
import { browserPasskeys } from './passkeys';
import { ConnectionService } from './connection-service.svelte';
import { demoFile, loadDeployment } from './deployment';
import { FollowUpService } from './follow-up-service.svelte';
import { DocumentsService } from './documents-service';
import type { EmailTemplates } from './email-templates';
import { OfficeLayouts } from './office-layouts';
import { OfficeNamings } from './office-namings';
import { SpouseConsents } from './spouse-consents';
import { localIndex, publishIndex } from './office-index';
import { OfficeService } from './office-service.svelte';
import { StoredPreferences } from './preferences.svelte';
import { PackageService } from './package-service';
import { Repositories } from './repositories';
import { ServerKnowledge } from './server-knowledge.svelte';
import { SyncService } from './sync-service.svelte';
import { queueTasks } from './queue-tasks';
import { TasksService } from './tasks-service.svelte';
import { TrackingService } from './tracking.svelte';
import { VaultService } from './vault-service.svelte';
import { spawnClientsWorker, spawnDocumentsWorker, spawnPackageWorker, spawnVaultWorker } from './workers';

/** How often a connection that failed is tried again while there is something to send, in milliseconds. */
const RECHECK_MS = 15_000;
/** How often the office's rule of reminders is looked at, in milliseconds. */
const REMIND_MS = 5 * 60_000;

/** Makes every service and joins them; the only place that knows them all. */
export async function startApp(onLost: (error: AppError) => void): Promise<Result<AppContext>> {
  const database = await openDatabase({ onLost });
  if (!database.ok) return err(database.error);
  const { now } = systemClock;
  const repositories = new Repositories(database.value, now);
  const { settings, journal, outbox } = repositories;
  const choices = new DeploymentRepository(database.value);
  const preferences = new StoredPreferences(choices);
  await preferences.load();
  let deployment = await loadDeployment(fetch.bind(globalThis));

  const vaultWorker = workerHandle<VaultWorkerApi>(spawnVaultWorker);
  const deriveKey: DeriveKey = async (passphrase, parameters) => {
    const key = await vaultWorker.call(async (worker) => ok(await worker.deriveKey(passphrase, parameters)));
    // 64 MiB of wasm memory are given back with the worker.
    vaultWorker.terminate();
    if (!key.ok) throw new Error(key.error.code);
    return key.value;
  };

  const toServer = {
    fetch: fetch.bind(globalThis),
    key: () => connection.key,
    online: () => navigator.onLine,
    digest: async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
    timeout: (ms: number) => AbortSignal.timeout(ms),
  };
  // The base is read at each request: a page that started offline learns it later.
  const http: Http = { request: (request) => fetchHttp({ ...toServer, base: deployment.apiBase }).request(request) };
  const api = new ApiClient(http, systemClock);
  const connection: ConnectionService = new ConnectionService({
    api,
    settings,
    async deployment() {
      if (!deployment.heard) deployment = await loadDeployment(fetch.bind(globalThis));
      return deployment;
    },
    deploymentKey: () => deployment.apiKey,
    async onConnected() {
      await office.look();
      // It may be the GEM-BOOKS of another key.
      server.forgetClients();
      await server.refresh(AbortSignal.timeout(60_000));
      await sync.signedIn();
    },
  });
  const extension = () => connection.extension === true;
  const server: ServerKnowledge = new ServerKnowledge({
    api,
    settings,
    extension,
    now,
    counts: () => outbox.counts(),
    onClients: (list) => byHand.recogniseIn(list),
  });
  const byHand = new ByHandService({
    repositories,
    server,
    clock: systemClock,
    dayOf: formatDate,
    ask: (tasks) => queueTasks(shared, 'follow-up', tasks),
  });
  const office: OfficeService = new OfficeService({
    api,
    settings,
    journal,
    deriveKey,
    now,
    extension: () => (connection.state.kind === 'connected' ? connection.state.extension : null),
    async ownIndex() {
      return vault.keys === null ? err(appError('vault/locked')) : localIndex(repositories, vault.keys.sealKey);
    },
    onKeys: () => sync.update(),
  });

  let keysAtHand = false;
  /** The API key goes with the last batch's keys. */
  const settleKeys = (atHand: boolean): void => {
    if (keysAtHand === atHand) return;
    keysAtHand = atHand;
    if (!atHand) connection.forget();
    sync.update();
  };
  const sync: SyncService = new SyncService({
    outbox,
    choices,
    ports: {
      store: outboxStore({ outbox, directory: repositories.directory, documents: repositories.documents }),
      http,
      lock: webLeaderLock(navigator.locks),
      clock: systemClock,
      random: Math.random,
      digest: sha256,
      uploadPartBytes: () => connection.uploadPartBytes,
    },
    allowed: () => keysAtHand && office.state.kind === 'joined' && connection.state.kind !== 'unknown',
    online: () => navigator.onLine,
    connectionFailure: () => (connection.state.kind === 'failed' ? connection.state.error : null),
  });

  const vault: VaultService = new VaultService({
    slots: repositories.keySlots,
    deriveKey,
    passkeys: browserPasskeys(navigator.credentials),
    passkeyLabel: () => messagesFor(preferences.language).vault.title,
    channel: new BroadcastChannel('impot-sync-vault'),
    async onWays(change) {
      await journal.append(now(), { kind: change });
    },
    async onOpen(keys, opening) {
      repositories.open(keys);
      keysAtHand = true;
      await Promise.all([connection.load(), office.load(), server.load()]);
      if (opening.kind !== 'shared') {
        await journal.append(now(), { kind: opening.kind === 'created' ? 'vault-created' : 'vault-unlocked' });
      }
      const checked = connection.check().then(async () => {
        // A sandbox is for trying: its office is made at once, under the passphrase just chosen.
        const { state } = connection;
        const isSandbox = state.kind === 'connected' && state.sandbox;
        if (opening.kind === 'created' && isSandbox && office.state.kind === 'none')
          await office.create(opening.passphrase);
      });
      // Made once, at the first opening; nothing waits for it.
      void deviceKeys(database.value, createDeviceKey).then(async (device) => {
        if (device.ok) vault.showDevice(await deviceFingerprint(device.value.publicKey));
      });
      // The screens wait for the office of a first start, and for nothing else.
      if (opening.kind === 'created') await checked;
      sync.update();
    },
    onLock() {
      clients.cancel();
      documents.cancel();
      packages.cancel();
      office.forget();
      server.forget();
      tasks.forget();
      followUp.forget();
      void journal
        .append(now(), { kind: 'vault-locked' })
        .then(() => repositories.lock())
        .then(settleKeys);
    },
  });

  const shared = {
    repositories,
    api,
    server,
    extension,
    vaultKeys: () => vault.keys,
    officeKeys: () => office.keys,
    knownIndex: () => office.knownIndex(),
    now,
    async onQueued() {
      sync.update();
      await sync.refresh();
    },
  };
  const clients = new ClientsService({
    ...shared,
    byHand,
    invitationTemplates: () => connection.has('invitation-templates'),
    spawn: spawnClientsWorker,
  });
  const documents = new DocumentsService({
    layouts: new OfficeLayouts(repositories.settings),
    namings: new OfficeNamings(repositories.settings, repositories.journal, now),
    consents: new SpouseConsents({ ...repositories, now }),
    ...shared,
    voided: () => followUp.envelopes.flatMap(({ id, status }) => (status === 'voided' ? [id] : [])),
    officeJoined: () => office.state.kind === 'joined',
    canSendEnvelopes: () => connection.extension !== false,
    marksFolders: () => connection.extension === false || connection.has('envelope-labels'),
    spawn: spawnDocumentsWorker,
  });

  const followUp: FollowUpService = new FollowUpService(shared);
  const tasks: TasksService = new TasksService({ ...shared, capability: (name) => connection.has(name) });

  /** Loaded when first asked: few offices look at their rules before the first screen. */
  const ruleParts = { ...shared, followUp, tasks, hasBulk: () => connection.has('tasks-bulk') };
  const taskRules: AppContext['taskRules'] = {
    read: async () => (await import('./task-rules')).readTaskRules(ruleParts),
    write: async (rules) => (await import('./task-rules')).writeTaskRules(ruleParts, rules),
    apply: async () => (await import('./task-rules')).applyTaskRules(ruleParts),
  };

  const websiteForm: AppContext['websiteForm'] = {
    get name() {
      return connection.intakeForm;
    },
    snippet: async (language, consent) => {
      const form = connection.intakeForm;
      return form === null
        ? ''
        : (await import('./website-form')).snippetOf(deployment.apiBase, form, language, consent);
    },
    define: async () => (await import('./website-form')).defineWebsiteForm(),
  };

  let templates: Promise<EmailTemplates> | null = null;
  const loadTemplates = () =>
    (templates ??= import('./email-templates').then(
      (loaded) => new loaded.EmailTemplates({ http, server, newKey: randomId }),
    ));
  const emailTemplates: AppContext['emailTemplates'] = {
    get editable() {
      return connection.has('email-templates-edit');
    },
    save: async (over, draft) => (await loadTemplates()).save(over, draft),
    examples: async () => (await loadTemplates()).examples(),
  };

  const tracking = new TrackingService(repositories, () => vault.keys?.sealKey ?? null);
  const packages = new PackageService({
    ...shared,
    byHand,
    clients: () => tracking.clients(),
    words: () => messagesFor(preferences.language).packages.followUp,
    reminderWords: () => messagesFor(preferences.language).packages.reminder,
    today: () => formatDate(now()),
    worker: workerHandle<PackageWorkerApi>(spawnPackageWorker),
  });

  const context: AppContext = {
    vault,
    office,
    connection,
    sync,
    reference: server,
    clients,
    documents,
    followUp,
    tasks,
    taskRules,
    websiteForm,
    emailTemplates,
    tracking,
    byHand,
    packages,
    preferences,
    demo: { file: (name) => demoFile(fetch.bind(globalThis), name) },
  };

  /** What this workstation linked is told to the office's others once its batches have settled. */
  async function shareIndex(): Promise<void> {
    const officeKeys = office.keys;
    if (officeKeys === null || !extension() || office.state.kind !== 'joined') return;
    const known = await office.knownIndex();
    if (known.ok && known.value.length > 0)
      await publishIndex(api, officeKeys.indexKey, known.value, AbortSignal.timeout(60_000));
  }
  let wasPending = false;
  outbox.onChange(() => {
    if (vault.state === 'locked' && keysAtHand) void repositories.release().then(settleKeys);
    void sync.refresh().then(() => {
      const pending = sync.counts.pending > 0;
      if (wasPending && !pending) void shareIndex();
      // The documented API knows no idempotency: what it made twice is seen at once, not at the next import.
      if (wasPending && !pending && connection.extension === false)
        void server.freshClients(AbortSignal.timeout(60_000));
      wasPending = pending;
    });
  });

  const reconnect = () => {
    sync.update();
    if (vault.state === 'open' && connection.state.kind === 'failed') void connection.check();
  };
  addEventListener('online', reconnect);
  addEventListener('offline', () => sync.update());
  setInterval(() => {
    if (connection.state.kind === 'failed') reconnect();
  }, RECHECK_MS);
  // Reminders and moves of tasks by the office's rules leave while any of its workstations is open and connected.
  setInterval(() => {
    if (vault.state !== 'open' || connection.state.kind !== 'connected') return;
    void followUp.refresh().then(async (read) => {
      if (!read.ok) return;
      await followUp.remindByRule(new Date(now()));
      await taskRules.apply();
    });
  }, REMIND_MS);

  // Before anything is drawn: a badge that says « rien à envoyer » before it has looked would be a lie.
  await sync.load();
  await vault.start();
  void collectOrphans(documentBytes(database.value), now());
  void navigator.storage.persist();
  return ok(context);
}
