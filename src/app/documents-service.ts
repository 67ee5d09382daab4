import { proxy } from 'comlink';
import { appError } from '../core/app-error';
import type { DeliveredBefore, DocumentRow } from '../core/documents/document-row';
import { isConsented } from '../core/documents/spouse-consent';
import type { SpouseConsent } from '../core/documents/spouse-consent';
import type { BatchId, LocalClientId } from '../core/ids';
import { deliveredByOutbox } from '../core/outbox/delivered-by-outbox';
import { invitationStates } from '../core/outbox/invited-addresses';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { ApiClient } from '../sync/api-client';
import type { DocumentsImport } from '../ui/controls/documents-import';
import type { SpouseConsentControl } from '../ui/controls/spouse-consent-control';
import { drawPage } from './draw-page';
import { LayoutBenchService } from './layout-bench-service';
import type { OfficeLayouts } from './office-layouts';
import type { OfficeNamings } from './office-namings';
import { createBatchKey } from '../vault/batch-key';
import type { OfficeKeys } from '../vault/office-key';
import { randomId } from '../vault/random-id';
import type { VaultKeys } from '../vault/vault-key';
import type { DocumentsSummary, DocumentsView, DocumentsWorkerApi } from '../worker-bridge/documents-worker-api';
import { workerHandle } from '../worker-bridge/worker-handle';
import type { WorkerHandle } from '../worker-bridge/worker-handle';
import { queueDocuments } from './queue-documents';
import type { Repositories } from './repositories';
import type { ServerKnowledge } from './server-knowledge.svelte';
import type { SpouseConsents } from './spouse-consents';
import { workerKeys } from './worker-keys';

export interface DocumentsParts {
  readonly layouts: OfficeLayouts;
  readonly namings: OfficeNamings;
  readonly consents: SpouseConsents;
  /** Envelopes known to be taken back. */
  readonly voided: () => readonly string[];
  readonly repositories: Repositories;
  readonly api: ApiClient;
  readonly server: ServerKnowledge;
  readonly extension: () => boolean;
  readonly vaultKeys: () => VaultKeys | null;
  readonly officeKeys: () => OfficeKeys | null;
  /** Delivery keys are the office's: before there is one, nothing can be confirmed. */
  readonly officeJoined: () => boolean;
  /** False when the server is known to speak the documented API alone: it has nowhere to put an envelope. */
  readonly canSendEnvelopes: () => boolean;
  /** Of `marksFolders`. */
  readonly marksFolders: () => boolean;
  readonly spawn: () => Worker;
  readonly now: () => number;
  readonly onQueued: () => Promise<void>;
}

/** From an archive of PDFs to the outbox: read, judged and prepared in the worker, confirmed in one transaction. */
export class DocumentsService implements DocumentsImport {
  readonly layouts: OfficeLayouts;
  readonly namings: OfficeNamings;
  readonly bench: LayoutBenchService;
  readonly consents: SpouseConsentControl;
  readonly #parts: DocumentsParts;
  readonly #worker: WorkerHandle<DocumentsWorkerApi>;
  #summary: DocumentsSummary | null = null;
  #pulling = new AbortController();
  #drawings = 0;

  constructor(parts: DocumentsParts) {
    this.#parts = parts;
    this.layouts = parts.layouts;
    this.namings = parts.namings;
    this.consents = {
      all: () => parts.consents.all(),
      record: async (consent) => this.#underConsents(consent.client, await parts.consents.record(consent)),
      withdraw: async (client) => this.#underConsents(client, await parts.consents.withdraw(client)),
    };
    this.bench = new LayoutBenchService(parts.layouts, parts.spawn);
    this.#worker = workerHandle<DocumentsWorkerApi>(parts.spawn);
  }

  async preview(...[request, on]: Parameters<DocumentsImport['preview']>): Promise<Result<DocumentsSummary>> {
    this.#summary = null;
    const keys = workerKeys(this.#parts.vaultKeys(), this.#parts.officeKeys());
    if (!keys.ok) return keys;
    const image = await this.#parts.repositories.directory.image();
    if (!image.ok) return image;
    const configured = await this.#worker.call((worker) => worker.configure(keys.value, image.value));
    if (!configured.ok) return configured;
    this.#pulling = new AbortController();
    const delivered = await this.#delivered(request.options.taxYear, this.#pulling.signal);
    if (!delivered.ok) return delivered;
    const officeLayouts = await this.layouts.all();
    if (!officeLayouts.ok) return officeLayouts;
    const consents = await this.consents.all();
    if (!consents.ok) return consents;
    return this.#summed(
      this.#worker.call((worker) =>
        worker.read(
          { ...request, delivered: delivered.value, officeLayouts: officeLayouts.value, consents: consents.value },
          proxy(on.rows),
          proxy(on.progress),
        ),
      ),
    );
  }

  liftRights(...[reason, on]: Parameters<DocumentsImport['liftRights']>): Promise<Result<DocumentsSummary>> {
    return this.#summed(this.#worker.call((worker) => worker.liftRights(reason, proxy(on.rows), proxy(on.progress))));
  }

  async knowClients(...[on]: Parameters<DocumentsImport['knowClients']>): Promise<Result<DocumentsSummary>> {
    const image = await this.#parts.repositories.directory.image();
    if (!image.ok) return image;
    return this.#summed(
      this.#worker.call((worker) => worker.knowClients(image.value, proxy(on.rows), proxy(on.progress))),
    );
  }

  unlock(...[password, on]: Parameters<DocumentsImport['unlock']>): Promise<Result<DocumentsSummary>> {
    return this.#summed(this.#worker.call((worker) => worker.unlock(password, proxy(on.rows), proxy(on.progress))));
  }

  /** A reading that ended well is the preview from now on. */
  async #summed(reading: Promise<Result<DocumentsSummary>>): Promise<Result<DocumentsSummary>> {
    const summary = await reading;
    if (summary.ok) this.#summary = summary.value;
    return summary;
  }

  async view(view: DocumentsView): Promise<Uint32Array> {
    const indices = await this.#worker.call(async (worker) => ok(await worker.view(view)));
    return indices.ok ? indices.value : new Uint32Array();
  }

  decide(...[row, decision]: Parameters<DocumentsImport['decide']>): ReturnType<DocumentsImport['decide']> {
    return this.#worker.call((worker) => worker.decide(row, decision));
  }

  async place(...[request]: Parameters<DocumentsImport['place']>): ReturnType<DocumentsImport['place']> {
    const placed = await this.#worker.call((worker) => worker.place(request));
    if (!placed.ok) return placed;
    const { rows, layout } = placed.value;
    const kept = layout === null ? ok(null) : await this.layouts.save(layout);
    return kept.ok ? ok(rows) : kept;
  }

  /** The open preview's lines under the consents as they stand now; none where no preview is open. */
  async #underConsents(
    client: LocalClientId,
    changed: Result<readonly SpouseConsent[]>,
  ): Promise<Result<readonly DocumentRow[]>> {
    if (!changed.ok || this.#summary === null) return changed.ok ? ok([]) : changed;
    return this.#worker.call((worker) => worker.consent(client, changed.value));
  }

  look(...[row, clients]: Parameters<DocumentsImport['look']>): ReturnType<DocumentsImport['look']> {
    return this.#worker.call((worker) => worker.look(row, clients));
  }

  async invitations(): ReturnType<DocumentsImport['invitations']> {
    if (!this.#parts.extension()) return null;
    const clients = await this.#parts.server.clients(AbortSignal.timeout(20_000));
    return clients.ok ? invitationStates(clients.value) : null;
  }

  pageImage(...[row, page, scale, signal]: Parameters<DocumentsImport['pageImage']>): Promise<Result<ImageBitmap>> {
    const drawing = (this.#drawings += 1);
    return this.#worker.call((worker) =>
      drawPage(worker, drawing, signal, () => worker.pageImage(row, page, scale, drawing)),
    );
  }

  async searchClients(
    ...[search, limit]: Parameters<DocumentsImport['searchClients']>
  ): ReturnType<DocumentsImport['searchClients']> {
    const found = await this.#worker.call(async (worker) => ok(await worker.searchClients(search, limit)));
    return found.ok ? found.value : [];
  }

  get marksFolders(): boolean {
    return this.#parts.marksFolders();
  }

  async importAll(
    ...[request, onProgress]: Parameters<DocumentsImport['importAll']>
  ): ReturnType<DocumentsImport['importAll']> {
    const summary = this.#summary;
    const vault = this.#parts.vaultKeys();
    if (summary === null) return err(appError('batch/preview-stale'));
    if (vault === null) return err(appError('vault/locked'));
    if (!this.#parts.officeJoined()) return err(appError('office/join-required'));
    const { repositories, server, now } = this.#parts;

    const invited = await server.invitedAddresses(AbortSignal.timeout(60_000));
    if (!invited.ok) return invited;
    const batch = randomId<BatchId>();
    const key = await createBatchKey(vault.wrapKey, batch);
    if (!key.ok) return key;
    const { decisions, emailTemplateId, folderTitle, marks } = request;
    const prepared = await this.#worker.call((worker) =>
      worker.prepare({ batch, batchKey: key.value.key, decisions }, proxy(onProgress)),
    );
    if (!prepared.ok) return prepared;
    // Another tab may have withdrawn what this preview went by.
    const consents = await this.consents.all();
    if (!consents.ok) return consents;
    if (!prepared.value.documents.every((document) => isConsented(document, consents.value)))
      return err(appError('batch/preview-stale'));
    const queued = await queueDocuments(repositories, {
      batch,
      key: key.value,
      prepared: prepared.value,
      decisions,
      sources: summary.sources,
      plan: {
        now: now(),
        emailTemplateId,
        folderTitle,
        ...marks,
        invitedAddresses: invited.value,
        byHand: !this.#parts.canSendEnvelopes(),
      },
    });
    if (!queued.ok) return queued;
    this.#summary = null;
    await this.#parts.onQueued();
    return ok({ batch, refused: prepared.value.refused, ...queued.value });
  }

  cancel(): void {
    this.#pulling.abort();
    this.#worker.terminate();
    this.#summary = null;
  }

  /** What was delivered before: envelopes the server sent, and those that this outbox holds. */
  async #delivered(taxYear: number, signal: AbortSignal): Promise<Result<readonly DeliveredBefore[]>> {
    const own = await this.#parts.repositories.outbox.all();
    if (!own.ok) return own;
    const queued = deliveredByOutbox(own.value.entries, this.#parts.voided());
    if (!this.#parts.extension()) return ok(queued);
    // Offline, what others delivered is not known: the server still refuses a second delivery (409).
    const server = await this.#parts.api.deliveries(taxYear, signal);
    const sent = server.ok ? server.value.filter(({ sentAt }) => sentAt !== null && sentAt !== undefined) : [];
    return ok([
      ...sent.map(({ deliveryKey, deliveredAt, deliveredBy }) => ({ deliveryKey, at: deliveredAt, by: deliveredBy })),
      // What this workstation did itself is said as its own.
      ...queued,
    ]);
  }
}
