import { appError } from '../../src/core/app-error';
import { findBatchShift } from '../../src/core/documents/batch-shift';
import type { DocumentDecision, DocumentRow } from '../../src/core/documents/document-row';
import { isLockedDocument } from '../../src/core/documents/locked-document';
import { mayBeVouchedBy, numbersInBatch } from '../../src/core/documents/numbers-in-batch';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import { isReason } from '../../src/core/documents/typed-reason';
import { isWithheld } from '../../src/core/documents/withheld-rights';
import type { PlacedField } from '../../src/core/forms/placed-field';
import type { LocalClientId, RowId } from '../../src/core/ids';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';
import type {
  DocumentsSummary,
  DocumentsView,
  PlaceRequest,
  PlaceResult,
  PrepareRequest,
  PrepareResult,
  ReadDocumentsRequest,
  SeenClient,
} from '../../src/worker-bridge/documents-worker-api';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import type { PageImage } from '../pdf/render-page';
import { sha256OfBlob } from '../shared/sha256-hex';
import { contextOf } from './batch';
import type { Batch, BatchTerms } from './batch';
import type { BatchItem } from './batch-item';
import { rowsOf } from './batch-rows';
import { asBefore } from './decided-item';
import { countsOf, judgeAgainst } from './judge-rows';
import { listSources } from './list-sources';
import { OfficeClients } from './office-clients';
import { OpenBatch } from './open-batch';
import { readBatch } from './read-batch';
import type { DecidedReading } from './read-document';
import type { Reading } from './read-share';
import type { SessionTools } from './session-tools';

/** From another thread it answers when the rows have arrived. */
type OnRows = (rows: readonly DocumentRow[]) => unknown;

const NOTHING_OPEN = err(appError('batch/preview-stale'));

/** Rows cross to the page in chunks of this many. */
const ROWS_PER_CHUNK = 200;

/** The state behind the documents worker: the office's clients, and one batch between Aperçu and Importer. */
export class DocumentsSession {
  readonly #tools: SessionTools;
  readonly #clients = new OfficeClients();
  #keys: WorkerKeys | null = null;
  #open: OpenBatch | null = null;

  constructor(tools: SessionTools) {
    this.#tools = tools;
  }

  async configure(keys: WorkerKeys, image: ClientDirectoryImage): Promise<Result<null>> {
    const taken = await this.#clients.take(image, keys.sealKey);
    if (taken.ok) this.#keys = keys;
    return taken;
  }

  /** Reads and judges every document. Rows are sent once the batch has been judged as a whole. */
  async read(
    request: ReadDocumentsRequest,
    onRows: OnRows,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    this.#open = null;
    this.#clients.show([]);
    const keys = this.#keys;
    if (keys === null) return err(appError('vault/locked'));
    const listed = await listSources(request.files);
    if (!listed.ok) return listed;
    const total = listed.value.length;
    onProgress(0, total);
    const placed = new Map<RowId, readonly PlacedField[]>();
    const { officeLayouts = [], consents = [] } = request;
    const delivered = new Map(request.delivered.map((before) => [before.deliveryKey, before]));
    const decisions = new Map<RowId, DocumentDecision>();
    const { options } = request;
    const { files } = request;
    const opened = { files, options, delivered, officeLayouts, consents, placed, decisions, rightsReason: null };
    const readings = listed.value.map((source, at) => ({ at, id: this.#tools.newId<RowId>(), source, how: {} }));
    const items = await this.#readAll(readings, opened, keys, onProgress);
    if (!items.ok) return items;
    const settled = await this.#settled(items.value, opened, keys, onProgress);
    if (!settled.ok) return settled;
    const sources = [];
    for (const file of files) sources.push({ sha256: await sha256OfBlob(file), size: file.size });
    return ok(await this.#judge({ ...opened, items: settled.value, sources }, keys, onRows));
  }

  /**
   * Reads again the documents that a password keeps closed, and judges the batch anew: all its rows are sent again,
   * under their old ids. What the password does not open is refused as `archive/wrong-password` or `pdf/wrong-password`.
   * The password lives as long as the batch, in this worker's memory only.
   */
  async unlock(
    password: string,
    onRows: OnRows,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    return this.#again(
      isLockedDocument,
      (batch) => batch,
      () => ({ password }),
      onRows,
      onProgress,
    );
  }

  /**
   * « Préparer quand même »: judges anew the documents whose rights forbid what preparing changes; `null` takes it back.
   * All rows are sent again, under their old ids. A reason that says nothing lifts nothing.
   */
  async liftRights(
    reason: string | null,
    onRows: OnRows,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    const rightsReason = reason !== null && isReason(reason) ? reason : null;
    const lifted = (batch: Batch): Batch => ({ ...batch, rightsReason });
    return this.#again(isWithheld, lifted, (item) => asBefore(item, this.#clients.directory), onRows, onProgress);
  }

  /**
   * The office's clients as they are now, those made since the Aperçu among them: every document is judged anew against
   * them, under what was decided of it. All rows are sent again, under their old ids.
   */
  async knowClients(
    image: ClientDirectoryImage,
    onRows: OnRows,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    if (!this.#open || !this.#keys) return NOTHING_OPEN;
    const known = await this.configure(this.#keys, image);
    if (!known.ok) return known;
    return this.#again(
      ({ status }) => status !== 'refused',
      (batch) => batch,
      (item) => asBefore(item, this.#clients.directory),
      onRows,
      onProgress,
    );
  }

  /** Reads again, under their ids, the documents that `wants` names, and judges the batch anew. */
  async #again(
    wants: (row: DocumentRow) => boolean,
    under: (batch: Batch) => Batch,
    how: (item: BatchItem) => DecidedReading,
    onRows: OnRows,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    const keys = this.#keys;
    if (!this.#open || !keys) return NOTHING_OPEN;
    const batch = under(this.#open.batch);
    const readings = batch.items.flatMap((item, at): Reading[] =>
      wants(item.row) ? [{ at, id: item.row.id, source: item.source, how: how(item) }] : [],
    );
    const again = await this.#readAll(readings, batch, keys, onProgress);
    if (!again.ok) return again;
    const changed = new Map(again.value.map((item) => [item.row.id, item]));
    const items = batch.items.map((item) => changed.get(item.row.id) ?? item);
    const settled = await this.#settled(items, batch, keys, onProgress);
    return settled.ok ? ok(await this.#judge({ ...batch, items: settled.value }, keys, onRows)) : settled;
  }

  /**
   * The documents, of which those still open are read once more where the sure ones show their client's number: what a
   * list without SINs leaves to the eye, the T183 beside it says.
   */
  async #settled(
    items: BatchItem[],
    batch: BatchTerms,
    keys: WorkerKeys,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<BatchItem[]>> {
    const { directory } = this.#clients;
    const judged = judgeAgainst(items, batch.delivered, directory);
    const shown = numbersInBatch(items.map(({ row, numberShown }, at) => ({ numberShown, judged: judged[at] ?? row })));
    const isAsking = mayBeVouchedBy(shown);
    const readings = items.flatMap((item, at): Reading[] =>
      isAsking(item) ? [{ at, id: item.row.id, source: item.source, how: asBefore(item, directory) }] : [],
    );
    if (readings.length === 0) return ok(items);
    this.#clients.show(shown);
    const done = items.length;
    const again = await this.#readAll(readings, batch, keys, (more, of) => onProgress(done + more, done + of));
    if (!again.ok) return again;
    const changed = new Map(again.value.map((item) => [item.row.id, item]));
    return ok(items.map((item) => changed.get(item.row.id) ?? item));
  }

  async #readAll(
    readings: readonly Reading[],
    batch: BatchTerms,
    keys: WorkerKeys,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<BatchItem[]>> {
    const { helpers } = this.#tools;
    const { files } = batch;
    const { image: directory, numbers } = this.#clients;
    const context = contextOf(batch, await this.#tools.pdfium(), this.#clients.directory, keys);
    return readBatch({ readings, context, keys, files, directory, numbers, helpers, onProgress });
  }

  /** The whole batch's lines, from what each document said; the page has them all, in chunks, when it answers. */
  async #judge(batch: Omit<Batch, 'shifted' | 'rows'>, keys: WorkerKeys, onRows: OnRows): Promise<DocumentsSummary> {
    const shifted = findBatchShift(batch.items.map(({ witness }) => witness)) !== null;
    const rows = rowsOf(batch, this.#clients.directory);
    this.#open = new OpenBatch({ ...batch, shifted, rows }, keys, this.#clients, this.#tools);
    // Each has a way of its own to the page, so that the answer could overtake the last of them.
    for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) await onRows(rows.slice(at, at + ROWS_PER_CHUNK));
    return { counts: countsOf(rows), sources: batch.sources, shifted };
  }

  /** Indices into the rows sent by `read`, in their order, filtered by status and words of file or client name. */
  view(view: DocumentsView): Uint32Array {
    return this.#open?.view(view) ?? new Uint32Array();
  }

  async decide(id: RowId, decision: DocumentDecision | null): Promise<Result<readonly DocumentRow[]>> {
    return this.#open?.decide(id, decision) ?? NOTHING_OPEN;
  }

  async place(request: PlaceRequest): Promise<Result<PlaceResult>> {
    return this.#open?.place(request) ?? NOTHING_OPEN;
  }

  async consent(client: LocalClientId, consents: readonly SpouseConsent[]): Promise<Result<readonly DocumentRow[]>> {
    return this.#open ? ok(await this.#open.consent(client, consents)) : NOTHING_OPEN;
  }

  async look(id: RowId, clients: readonly LocalClientId[]): Promise<Result<readonly SeenClient[]>> {
    return this.#open?.look(id, clients) ?? NOTHING_OPEN;
  }

  async pageImage(id: RowId, page: number, scale: number, stopped?: () => boolean): Promise<Result<PageImage>> {
    return this.#open?.pageImage(id, page, scale, stopped) ?? NOTHING_OPEN;
  }

  async prepare(
    request: PrepareRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<PrepareResult>> {
    return this.#open?.prepare(request, onProgress) ?? NOTHING_OPEN;
  }

  searchClients(
    search: string,
    limit: number,
  ): { readonly id: LocalClientId; readonly name: string; readonly city: string | null }[] {
    return this.#clients.search(search, limit);
  }
}
