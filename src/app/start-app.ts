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
import { webLeaderLock } from '../sync/leader';
import type { AppContext } from '../ui/context';
import { sha256 } from '../vault/digest';
import { createDeviceKey, deviceFingerprint } from '../vault/device-key';
import { randomId } from '../vault/random-id';
import type { PackageWorkerApi } from '../worker-bridge/package-worker-api';
import { workerHandle } from '../worker-bridge/worker-handle';
import { whenBatchesSettle } from './batches-settled';
import { bringUpOffice } from './bring-up-office';
import { ByHandService } from './by-hand-service';
import { ClientsService } from './clients-service.svelte';
import { systemClock } from './clock';
import { browserPasskeys } from './passkeys';
import { ConnectionService } from './connection-service.svelte';
import { demoFile, loadDeployment } from './deployment';
import { deriveInWorker } from './derive-in-worker';
import { FollowUpService } from './follow-up-service.svelte';
import { DocumentsService } from './documents-service';
import { keepConnected } from './keep-connected';
import { OfficeLayouts } from './office-layouts';
import { OfficeNamings } from './office-namings';
import { SpouseConsents } from './spouse-consents';
import { officeHttp } from './office-http';
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
import { emailTemplatesWhenAsked, taskRulesWhenAsked, websiteFormWhenAsked } from './when-asked';
import { spawnClientsWorker, spawnDocumentsWorker, spawnPackageWorker, spawnVaultWorker } from './workers';

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

  const deriveKey = deriveInWorker(spawnVaultWorker);
  const http = officeHttp(
    () => connection.key,
    () => deployment.apiBase,
  );
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
      // Made once, at the first opening; nothing waits for it.
      void deviceKeys(database.value, createDeviceKey).then(async (device) => {
        if (device.ok) vault.showDevice(await deviceFingerprint(device.value.publicKey));
      });
      await bringUpOffice(opening, { connection, office, server, journal, now });
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

  const taskRules = taskRulesWhenAsked({ ...shared, followUp, tasks, hasBulk: () => connection.has('tasks-bulk') });
  const websiteForm = websiteFormWhenAsked(connection, () => deployment.apiBase);
  const emailTemplates = emailTemplatesWhenAsked(connection, { http, server, newKey: randomId });

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
  const outboxChanged = whenBatchesSettle({
    refresh: () => sync.refresh(),
    counts: () => sync.counts,
    onSettled() {
      void shareIndex();
      // The documented API knows no idempotency: what it made twice is seen at once, not at the next import.
      if (connection.extension === false) void server.freshClients(AbortSignal.timeout(60_000));
    },
  });
  outbox.onChange(() => {
    if (vault.state === 'locked' && keysAtHand) void repositories.release().then(settleKeys);
    void outboxChanged();
  });

  keepConnected({
    vault,
    connection,
    updateSync: () => sync.update(),
    async applyRules() {
      const read = await followUp.refresh();
      if (!read.ok) return;
      await followUp.remindByRule(new Date(now()));
      await taskRules.apply();
    },
  });

  // Before anything is drawn: a badge that says « rien à envoyer » before it has looked would be a lie.
  await sync.load();
  await vault.start();
  void collectOrphans(documentBytes(database.value), now());
  void navigator.storage.persist();
  return ok(context);
}
