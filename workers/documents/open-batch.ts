import { appError } from '../../src/core/app-error';
import type { DocumentDecision, DocumentRow } from '../../src/core/documents/document-row';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import { isSameOfficeLayout } from '../../src/core/forms/office-layout';
import type { DocumentId, LocalClientId, RowId } from '../../src/core/ids';
import { newerWins } from '../../src/core/newer-wins';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type {
  DocumentsView,
  PlaceRequest,
  PlaceResult,
  PrepareRequest,
  PrepareResult,
  SeenClient,
} from '../../src/worker-bridge/documents-worker-api';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import { renderPage } from '../pdf/render-page';
import type { PageImage } from '../pdf/render-page';
import { contextOf } from './batch';
import type { Batch } from './batch';
import type { BatchItem } from './batch-item';
import { rowsInView, rowsOf } from './batch-rows';
import { asBefore, asDecided } from './decided-item';
import { isSaidAlike, judgeAgainst } from './judge-rows';
import { lookAt } from './look-at';
import type { OfficeClients } from './office-clients';
import { checkPlaces, layoutFrom } from './place-by-hand';
import { prepareBatch } from './prepare-batch';
import { readDocument } from './read-document';
import type { ReadContext } from './read-document';
import type { SessionTools } from './session-tools';

/** A batch that was read and judged: what the technician does with its lines until Importer. */
export class OpenBatch {
  readonly #batch: Batch;
  readonly #keys: WorkerKeys;
  readonly #clients: OfficeClients;
  readonly #tools: SessionTools;

  constructor(batch: Batch, keys: WorkerKeys, clients: OfficeClients, tools: SessionTools) {
    this.#batch = batch;
    this.#keys = keys;
    this.#clients = clients;
    this.#tools = tools;
  }

  /** As it stands, to be read again. */
  get batch(): Batch {
    return this.#batch;
  }

  view(view: DocumentsView): Uint32Array {
    return rowsInView(this.#batch.rows, view);
  }

  /** Judges the batch anew under a decision on one row (`null` takes it back): that row, and every other it changed. */
  async decide(id: RowId, decision: DocumentDecision | null): Promise<Result<readonly DocumentRow[]>> {
    const batch = this.#batch;
    const index = batch.items.findIndex(({ row }) => row.id === id);
    const item = batch.items[index];
    if (!item) return err(appError('batch/preview-stale'));
    const { directory } = this.#clients;
    if (decision?.kind === 'assign' && directory.byId(decision.clientId) === null) {
      return err(appError('batch/preview-stale'));
    }
    batch.items[index] = await asDecided(item, decision, await this.#context());
    if (decision === null) batch.decisions.delete(id);
    else batch.decisions.set(id, decision);
    const changed = rowsOf(batch, directory).filter((row, at) => {
      const before = batch.rows[at];
      batch.rows[at] = row;
      return row.id === id || before === undefined || !isSaidAlike(before, row);
    });
    return ok(changed);
  }

  /** Fields where the technician wants them; kept as the office's layout, they move on the batch's other documents too. */
  async place({ row: id, fields, keep }: PlaceRequest): Promise<Result<PlaceResult>> {
    const batch = this.#batch;
    const item = this.#item(id);
    if (!item || item.row.status === 'refused') return err(appError('batch/preview-stale'));
    const checked = fields === null ? ok(null) : checkPlaces(item.row, fields);
    if (!checked.ok) return checked;
    const kept = keep && fields !== null ? await layoutFrom(await this.#tools.pdfium(), item, fields) : null;
    if (kept && !kept.ok) return kept;
    if (fields === null || kept) batch.placed.delete(id);
    else batch.placed.set(id, fields);
    if (kept) batch.officeLayouts = newerWins(batch.officeLayouts, [kept.value], isSameOfficeLayout);
    const { form, taxYear } = item.row;
    const moved = batch.items.flatMap(({ row }, index) => {
      const same = kept !== null && row.form === form && row.taxYear === taxYear && !batch.placed.has(row.id);
      return row.id === id || same ? [index] : [];
    });
    const rows = await this.#readAgain(moved);
    return ok({ rows, layout: kept?.value ?? null });
  }

  /** The consents as they stand now: the documents of `client` are read anew under them. */
  async consent(client: LocalClientId, consents: readonly SpouseConsent[]): Promise<readonly DocumentRow[]> {
    this.#batch.consents = consents;
    return this.#readAgain(this.#batch.items.flatMap(({ row }, index) => (row.client?.id === client ? [index] : [])));
  }

  /** What the row's pages show of these clients. */
  async look(id: RowId, clients: readonly LocalClientId[]): Promise<Result<readonly SeenClient[]>> {
    const item = this.#item(id);
    if (!item) return err(appError('batch/preview-stale'));
    return lookAt(await this.#tools.pdfium(), item, clients, this.#clients.directory);
  }

  /** `stopped` is looked at between the bands of the page. */
  async pageImage(id: RowId, page: number, scale: number, stopped?: () => boolean): Promise<Result<PageImage>> {
    const item = this.#item(id);
    if (!item) return err(appError('batch/preview-stale'));
    const bytes = await item.source.read(item.password);
    if (!bytes.ok) return bytes;
    return renderPage(await this.#tools.pdfium(), bytes.value, page, scale, item.password ?? '', stopped);
  }

  async prepare(
    request: PrepareRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<PrepareResult>> {
    const batch = this.#batch;
    // A shift stops the batch whole: the lines that seem right were named by the same hand.
    if (batch.shifted) return err(appError('batch/nothing-to-import'));
    const decisions = new Map(request.decisions);
    const context = await this.#context();
    for (const [id, decision] of decisions) {
      const index = batch.items.findIndex(({ row }) => row.id === id);
      const item = batch.items[index];
      if (item) batch.items[index] = await asDecided(item, decision, context);
    }
    const { directory } = this.#clients;
    const rows = judgeAgainst(batch.items, batch.delivered, directory);
    const prepared = await prepareBatch({
      items: batch.items.map((item, index) => ({ ...item, row: rows[index] ?? item.row })),
      decisions,
      batch: request.batch,
      batchKey: request.batchKey,
      deliveryKey: this.#keys.deliveryKey,
      rightsReason: batch.rightsReason,
      options: batch.options,
      directory,
      pdfium: context.pdfium,
      newDocumentId: () => this.#tools.newId<DocumentId>(),
      files: batch.files,
      helpers: this.#tools.helpers,
      onProgress,
    });
    if (prepared.ok) this.#learnFrom(prepared.value.documents);
    return prepared;
  }

  /** For the batches to come. */
  #learnFrom(prepared: PrepareResult['documents']): void {
    const left = new Set(prepared.map(({ rowId }) => rowId));
    const { items } = this.#batch;
    this.#clients.learn(items.flatMap(({ row, numberShown }) => (left.has(row.id) ? (numberShown ?? []) : [])));
  }

  /** These documents, read and judged anew under what was decided of them; answers their lines. */
  async #readAgain(indices: readonly number[]): Promise<readonly DocumentRow[]> {
    const batch = this.#batch;
    const { directory } = this.#clients;
    const context = await this.#context();
    for (const index of indices) {
      const before = batch.items[index];
      if (!before || before.row.status === 'refused') continue;
      batch.items[index] = await readDocument(before.row.id, before.source, context, asBefore(before, directory));
    }
    const rows = rowsOf(batch, directory);
    return indices.flatMap((index) => {
      const row = rows[index];
      if (!row) return [];
      batch.rows[index] = row;
      return [row];
    });
  }

  #item(id: RowId): BatchItem | undefined {
    return this.#batch.items.find(({ row }) => row.id === id);
  }

  async #context(): Promise<ReadContext> {
    return contextOf(this.#batch, await this.#tools.pdfium(), this.#clients.directory, this.#keys);
  }
}
