import { proxy } from 'comlink';
import { appError } from '../core/app-error';
import type { FieldLocks } from '../core/clients/field-policy';
import type { ManagerNames } from '../core/clients/manager-names';
import type { BatchId } from '../core/ids';
import type { UnsettledDependency } from '../core/outbox/batch-draft';
import { err, ok, type Result } from '../core/result';
import { enqueueBatch } from '../store/enqueue-batch';
import { LiveQuery } from './live-query.svelte';
import type { ApiClient } from '../sync/api-client';
import type { ClientsImport } from '../ui/controls/clients-import';
import { createBatchKey } from '../vault/batch-key';
import { randomId } from '../vault/random-id';
import { sealerOf } from '../vault/seal';
import type { OfficeKeys } from '../vault/office-key';
import type { VaultKeys } from '../vault/vault-key';
import type { ClientsWorkerApi, PlanView, SourceDiagnosis } from '../worker-bridge/clients-worker-api';
import { workerHandle } from '../worker-bridge/worker-handle';
import type { WorkerHandle } from '../worker-bridge/worker-handle';
import type { ByHandService } from './by-hand-service';
import { ClientChoices } from './client-choices.svelte';
import type { ColumnMappings } from './column-mappings';
import { freshEntries } from './fresh-entries';
import { heardIndex, unite } from './office-index';
import type { OfficeIndex } from './office-index';
import type { Repositories } from './repositories';
import type { ServerKnowledge } from './server-knowledge.svelte';
import { workerKeys } from './worker-keys';

export interface ClientsParts {
  readonly repositories: Repositories;
  readonly api: ApiClient;
  readonly server: ServerKnowledge;
  readonly extension: () => boolean;
  readonly invitationTemplates: () => boolean;
  readonly vaultKeys: () => VaultKeys | null;
  readonly officeKeys: () => OfficeKeys | null;
  readonly byHand: Pick<ByHandService, 'withoutRepeats' | 'withdrawReplaced'>;
  /** Clients linked before, as this workstation knows them. */
  readonly knownIndex: () => Promise<Result<OfficeIndex>>;
  readonly spawn: () => Worker;
  readonly now: () => number;
  /** A batch is in the outbox. */
  readonly onQueued: () => Promise<void>;
}

/** From a client list to the outbox: reads and plans in the worker, confirms in one transaction. */
export class ClientsService implements ClientsImport {
  readonly #parts: ClientsParts;
  readonly #worker: WorkerHandle<ClientsWorkerApi>;
  readonly #hasClients: LiveQuery<boolean>;
  #mappings: Promise<ColumnMappings> | null = null;
  readonly mappings: ClientsImport['mappings'];
  readonly #choices: ClientChoices;
  /** What the preview was made on: **Importer** is for exactly this. */
  #previewed: { readonly diagnosis: SourceDiagnosis; readonly revision: number } | null = null;
  #pulling = new AbortController();

  constructor(parts: ClientsParts) {
    this.#parts = parts;
    this.#worker = workerHandle<ClientsWorkerApi>(parts.spawn);
    this.#choices = new ClientChoices(parts.repositories.settings);
    const mappings = () => this.#columnMappings();
    this.mappings = {
      columns: (request) => this.#columns(request),
      save: async (mapping) => (await mappings()).save(mapping),
      forget: async (mapping) => (await mappings()).forget(mapping),
      forgetReading: async (mapping) => (await mappings()).forgetReading(mapping),
      exportText: async () => (await mappings()).exportText(),
      importText: async (text) => (await mappings()).importText(text),
    };
    const { directory } = parts.repositories;
    this.#hasClients = new LiveQuery(
      async () => {
        const image = await directory.image();
        return image.ok && image.value.snapshot !== null;
      },
      false,
      (callback) => directory.onChange(callback),
    );
  }

  get synchronised(): boolean {
    return this.#hasClients.current;
  }

  async preview(...[request, on]: Parameters<ClientsImport['preview']>): ReturnType<ClientsImport['preview']> {
    this.#previewed = null;
    const { repositories, server, api, extension } = this.#parts;
    const vault = this.#parts.vaultKeys();
    const office = this.#parts.officeKeys();
    const keys = workerKeys(vault, office);
    if (!keys.ok) return keys;
    if (vault === null || office === null) return err(appError('vault/locked'));
    const image = await repositories.directory.image();
    if (!image.ok) return image;
    const configured = await this.#worker.call((worker) => worker.configure(keys.value, image.value));
    if (!configured.ok) return configured;
    const { file, software, clientType, mode, overrides = {} } = request;
    const savedMappings = await (await this.#columnMappings()).of(software, clientType);
    if (!savedMappings.ok) return savedMappings;
    this.#pulling = new AbortController();
    const { signal } = this.#pulling;
    // Asked for while the worker reads: neither waits for the other.
    const gathered = Promise.all([
      server.clients(signal),
      repositories.directory.links(),
      this.#parts.knownIndex(),
      extension() ? heardIndex(api, office.indexKey, signal) : [],
    ]);
    gathered.catch(() => null);
    const diagnosis = await this.#worker.call((worker) =>
      worker.read({ file, software, clientType, savedMappings: savedMappings.value, overrides }, proxy(on.progress)),
    );
    if (!diagnosis.ok) {
      this.#pulling.abort();
      await gathered.catch(() => null);
      return diagnosis;
    }
    const kept = await (
      await this.#columnMappings()
    ).remember({ software, clientType }, overrides, diagnosis.value.columns);
    if (!kept.ok) return kept;
    const [clients, links, own, heard] = await gathered;
    if (signal.aborted) return err(appError('worker/aborted'));
    if (!clients.ok) return clients;
    if (!links.ok) return links;
    if (!own.ok) return own;
    const locks = await this.#choices.readLocks();
    if (!locks.ok) return locks;
    const names = await this.#choices.readManagerNames();
    if (!names.ok) return names;
    const pending = await this.#pending();
    const planned = await this.#worker.call((worker) =>
      worker.plan(
        {
          mode,
          serverClients: clients.value,
          officeIndex: unite(heard, own.value),
          links: links.value,
          extension: extension(),
          pending,
          locks: locks.value,
        },
        proxy(on.rows),
      ),
    );
    if (!planned.ok) return planned;
    this.#previewed = { diagnosis: diagnosis.value, revision: image.value.revision };
    return ok({ diagnosis: diagnosis.value, ...planned.value });
  }

  get invitationTemplates(): boolean {
    return this.#parts.invitationTemplates();
  }

  get serverReadAt(): number | null {
    return this.#parts.server.clientsReadAt;
  }

  rereadServer(): void {
    this.#parts.server.forgetClients();
  }

  async view(view: PlanView): Promise<Uint32Array> {
    const indices = await this.#worker.call(async (worker) => ok(await worker.view(view)));
    return indices.ok ? indices.value : new Uint32Array();
  }

  revise(...[revision]: Parameters<ClientsImport['revise']>): ReturnType<ClientsImport['revise']> {
    return this.#worker.call((worker) => worker.revise(revision));
  }

  async cells(...[row]: Parameters<ClientsImport['cells']>): ReturnType<ClientsImport['cells']> {
    const cells = await this.#worker.call(async (worker) => ok(await worker.cells(row)));
    return cells.ok ? cells.value : [];
  }

  rowsToCorrect(...[request]: Parameters<ClientsImport['rowsToCorrect']>): ReturnType<ClientsImport['rowsToCorrect']> {
    return this.#worker.call((worker) => worker.rowsToCorrect(request));
  }

  writeTable(...[rows, format]: Parameters<ClientsImport['writeTable']>): ReturnType<ClientsImport['writeTable']> {
    return this.#worker.call((worker) => worker.writeTable(rows, format));
  }

  get locks(): FieldLocks {
    return this.#choices.locks;
  }

  async setLock(
    ...[client, field, locked]: Parameters<ClientsImport['setLock']>
  ): ReturnType<ClientsImport['setLock']> {
    const set = await this.#choices.setLock(client, field, locked);
    if (!set.ok) return set;
    const locks = set.value;
    if (this.#previewed === null) return ok({ plan: null });
    const plan = await this.#worker.call((worker) => worker.revise({ kind: 'locks', locks }));
    return plan.ok ? ok({ plan: plan.value }) : plan;
  }

  get managerNames(): ManagerNames {
    return this.#choices.managerNames;
  }

  nameManager(name: string, managerId: string | null): Promise<Result<null>> {
    return this.#choices.nameManager(name, managerId);
  }

  async importAll(...[decisions]: Parameters<ClientsImport['importAll']>): ReturnType<ClientsImport['importAll']> {
    const previewed = this.#previewed;
    const vault = this.#parts.vaultKeys();
    if (previewed === null) return err(appError('batch/preview-stale'));
    if (vault === null) return err(appError('vault/locked'));
    const { repositories, now, server } = this.#parts;
    await this.#choices.settled();
    const commit = await this.#worker.call((worker) =>
      worker.commit({ ...decisions, accountManagers: [...this.#choices.managerNames, ...server.accountManagers] }),
    );
    if (!commit.ok) return commit;
    const batch = randomId<BatchId>();
    const key = await createBatchKey(vault.wrapKey, batch);
    if (!key.ok) return key;
    const createdAt = now();
    const asked = await freshEntries(this.#worker, commit.value, { batch, now: createdAt });
    if (!asked.ok) return asked;
    const entries = await this.#parts.byHand.withoutRepeats(asked.value);
    const { watchAddresses } = await import('./address-watch');
    const watched = await watchAddresses(repositories.outbox, new Map(commit.value.addresses), { now });
    if (!watched.ok) return watched;
    repositories.keyring.hold(batch, key.value.key);
    const { sha256, size, returned = [] } = previewed.diagnosis;
    const queued = await enqueueBatch(
      repositories.database,
      repositories.journal,
      {
        id: batch,
        kind: 'clients',
        createdAt,
        entries,
        links: commit.value.links,
        documents: [],
        fallbackBytes: [],
        directory: commit.value.directory,
        sources: [{ sha256, size }, ...returned.map((file) => ({ sha256: file.sha256, size: file.size }))],
      },
      { wrappedKey: key.value.wrapped, sealer: sealerOf(key.value.key), directoryRevision: previewed.revision },
    );
    if (!queued.ok) {
      repositories.keyring.forget(batch);
      return queued;
    }
    this.#previewed = null;
    await this.#parts.byHand.withdrawReplaced(entries);
    await this.#parts.onQueued();
    return ok({ batch });
  }

  async #columns(
    ...[request]: Parameters<ClientsImport['mappings']['columns']>
  ): ReturnType<ClientsImport['mappings']['columns']> {
    const saved = await (await this.#columnMappings()).of(request.software, request.clientType);
    if (!saved.ok) return saved;
    const columns = await this.#worker.call((worker) => worker.columns({ ...request, savedMappings: saved.value }));
    if (!columns.ok) return columns;
    const { headerSetKey } = await import('../core/clients/saved-mapping');
    const key = headerSetKey(columns.value.map(({ header }) => header));
    const isSaved = saved.value.some((mapping) => headerSetKey(mapping.columns.map(({ header }) => header)) === key);
    return ok({ columns: columns.value, saved: isSaved });
  }

  /** Not part of the first screen: every alias of a column comes with them. One for all, since they change in turn. */
  #columnMappings(): Promise<ColumnMappings> {
    const { settings } = this.#parts.repositories;
    return (this.#mappings ??= import('./column-mappings').then((module) => new module.ColumnMappings(settings)));
  }

  /** Client entries of earlier imports that are still on their way. */
  async #pending(): Promise<readonly UnsettledDependency[]> {
    const unsettled = await this.#parts.repositories.outbox.unsettled();
    return unsettled.flatMap(({ entry: { id, task } }) =>
      task.kind === 'client-create' || task.kind === 'client-update' || task.kind === 'client-patch'
        ? [[task.client, id] as const]
        : [],
    );
  }

  cancel(): void {
    this.#pulling.abort();
    this.#worker.terminate();
    this.#previewed = null;
  }
}
