import { appError } from '../../src/core/app-error';
import { findBatchShift } from '../../src/core/documents/batch-shift';
import { ClientDirectory } from '../../src/core/documents/client-directory';
import type {
  DeliveredBefore,
  DocumentDecision,
  DocumentOptions,
  DocumentRow,
} from '../../src/core/documents/document-row';
import { withNumbers } from '../../src/core/documents/known-numbers';
import type { KnownNumber } from '../../src/core/documents/known-numbers';
import { mayBeVouchedFor, numbersInBatch } from '../../src/core/documents/numbers-in-batch';
import { isLockedDocument } from '../../src/core/documents/locked-document';
import { isReason } from '../../src/core/documents/typed-reason';
import { isWithheld } from '../../src/core/documents/withheld-rights';
import { foldText } from '../../src/core/fold-text';
import { isSameOfficeLayout } from '../../src/core/forms/office-layout';
import type { OfficeLayout } from '../../src/core/forms/office-layout';
import { newerWins } from '../../src/core/newer-wins';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import type { PlacedField } from '../../src/core/forms/placed-field';
import type { DocumentId, LocalClientId, RowId } from '../../src/core/ids';
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
import type { Pdfium } from '../pdf/pdfium';
import type { PageImage } from '../pdf/render-page';
import { renderPage } from '../pdf/render-page';
import type { BatchItem } from './batch-item';
import { decidedRow } from './decided-row';
import { countsOf, isSaidAlike, judgeAgainst } from './judge-rows';
import type { Helpers } from './in-shares';
import { listSources } from './list-sources';
import { lookAt } from './look-at';
import { openDirectory } from './open-directory';
import { checkPlaces, layoutFrom } from './place-by-hand';
import { prepareBatch } from './prepare-batch';
import { readBatch } from './read-batch';
import { readDocument } from './read-document';
import type { Reading } from './read-share';
import type { DecidedReading, ReadContext } from './read-document';
import { sha256OfBlob } from '../shared/sha256-hex';

/** What the session needs from outside, so that it runs in Node too. */
export interface SessionTools {
  /** Compiles the wasm at its first use. */
  readonly pdfium: () => Promise<Pdfium>;
  /** At least 128 random bits, as lower-case letters and digits. */
  readonly newId: <T extends string>() => T;
  /** Where there are processors for them. */
  readonly helpers?: Helpers;
}

interface Batch {
  readonly files: readonly File[];
  readonly options: DocumentOptions;
  readonly delivered: ReadonlyMap<string, DeliveredBefore>;
  readonly sources: DocumentsSummary['sources'];
  readonly shifted: boolean;
  readonly items: BatchItem[];
  readonly rows: DocumentRow[];
  officeLayouts: readonly OfficeLayout[];
  consents: readonly SpouseConsent[];
  /** Why the office prepares what its rights forbid to change; `null`: it does not. */
  readonly rightsReason: string | null;
  /** Fields placed by hand, for one document each. */
  readonly placed: Map<RowId, readonly PlacedField[]>;
  /** What the technician decided since Aperçu. */
  readonly decisions: Map<RowId, DocumentDecision>;
}

/** What its documents are read under. */
type Opened = Pick<Batch, 'files' | 'options' | 'delivered' | 'officeLayouts' | 'consents' | 'placed' | 'rightsReason'>;

/** From another thread it answers when the rows have arrived. */
type OnRows = (rows: readonly DocumentRow[]) => unknown;

/** Rows cross to the page in chunks of this many. */
const ROWS_PER_CHUNK = 200;

/** The state behind the documents worker: the office's clients, and one batch between Aperçu and Importer. */
export class DocumentsSession {
  readonly #tools: SessionTools;
  #keys: WorkerKeys | null = null;
  #image: ClientDirectoryImage = { chunks: [], snapshot: null };
  #directory = new ClientDirectory([]);
  /** Learnt of what was imported: kept as long as this worker, which ends when the vault is locked. */
  #numbers: readonly KnownNumber[] = [];
  /** What the sure documents of the batch at hand show of the same: it vouches for the others, and goes with the batch. */
  #shown: readonly KnownNumber[] = [];
  #batch: Batch | null = null;

  constructor(tools: SessionTools) {
    this.#tools = tools;
  }

  async configure(keys: WorkerKeys, image: ClientDirectoryImage): Promise<Result<null>> {
    const directory = await openDirectory(image, keys.sealKey, this.#known);
    if (!directory.ok) return directory;
    this.#keys = keys;
    this.#image = image;
    this.#directory = directory.value;
    return ok(null);
  }

  /** Reads and judges every document. Rows are sent once the batch has been judged as a whole. */
  async read(
    request: ReadDocumentsRequest,
    onRows: OnRows,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    this.#batch = null;
    this.#show([]);
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
    return ok(await this.#judge({ ...opened, items: settled.value, sources }, onRows));
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
    return this.#again(isWithheld, lifted, (item) => this.#asBefore(item), onRows, onProgress);
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
    if (!this.#batch || !this.#keys) return err(appError('batch/preview-stale'));
    const known = await this.configure(this.#keys, image);
    if (!known.ok) return known;
    return this.#again(
      ({ status }) => status !== 'refused',
      (batch) => batch,
      (item) => this.#asBefore(item),
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
    if (!this.#batch || !keys) return err(appError('batch/preview-stale'));
    const batch = under(this.#batch);
    const readings = batch.items.flatMap((item, at): Reading[] =>
      wants(item.row) ? [{ at, id: item.row.id, source: item.source, how: how(item) }] : [],
    );
    const again = await this.#readAll(readings, batch, keys, onProgress);
    if (!again.ok) return again;
    const changed = new Map(again.value.map((item) => [item.row.id, item]));
    const items = batch.items.map((item) => changed.get(item.row.id) ?? item);
    const settled = await this.#settled(items, batch, keys, onProgress);
    return settled.ok ? ok(await this.#judge({ ...batch, items: settled.value }, onRows)) : settled;
  }

  /**
   * The documents, of which those still open are read once more where the sure ones show their client's number: what a
   * list without SINs leaves to the eye, the T183 beside it says.
   */
  async #settled(
    items: BatchItem[],
    batch: Opened,
    keys: WorkerKeys,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<BatchItem[]>> {
    const judged = judgeAgainst(items, batch.delivered, this.#directory);
    const shown = numbersInBatch(items.map(({ row, numberShown }, at) => ({ numberShown, judged: judged[at] ?? row })));
    const readings = items.flatMap((item, at): Reading[] =>
      mayBeVouchedFor(item, shown) ? [{ at, id: item.row.id, source: item.source, how: this.#asBefore(item) }] : [],
    );
    if (readings.length === 0) return ok(items);
    this.#show(shown);
    const done = items.length;
    const again = await this.#readAll(readings, batch, keys, (more, of) => onProgress(done + more, done + of));
    if (!again.ok) return again;
    const changed = new Map(again.value.map((item) => [item.row.id, item]));
    return ok(items.map((item) => changed.get(item.row.id) ?? item));
  }

  get #known(): readonly KnownNumber[] {
    return withNumbers(this.#numbers, this.#shown);
  }

  #show(numbers: readonly KnownNumber[]): void {
    if (numbers.length === 0 && this.#shown.length === 0) return;
    this.#shown = numbers;
    this.#directory = new ClientDirectory(this.#directory.clients, this.#known);
  }

  async #readAll(
    readings: readonly Reading[],
    batch: Opened,
    keys: WorkerKeys,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<BatchItem[]>> {
    const context = await this.#context(batch, keys);
    const { helpers } = this.#tools;
    const { files } = batch;
    const numbers = this.#known;
    return readBatch({ readings, context, keys, files, directory: this.#image, numbers, helpers, onProgress });
  }

  /** The whole batch's lines, from what each document said; the page has them all, in chunks, when it answers. */
  async #judge(batch: Omit<Batch, 'shifted' | 'rows'>, onRows: OnRows): Promise<DocumentsSummary> {
    const shifted = findBatchShift(batch.items.map(({ witness }) => witness)) !== null;
    const rows = judgeAgainst(batch.items, batch.delivered, this.#directory).map((row) =>
      decidedRow(row, batch.decisions.get(row.id) ?? null),
    );
    this.#batch = { ...batch, shifted, rows };
    // Each has a way of its own to the page, so that the answer could overtake the last of them.
    for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) await onRows(rows.slice(at, at + ROWS_PER_CHUNK));
    return { counts: countsOf(rows), sources: batch.sources, shifted };
  }

  /** Indices into the rows sent by `read`, in their order, filtered by status and words of file or client name. */
  view({ status, search }: DocumentsView): Uint32Array {
    const words = foldText(search).split(' ').filter(Boolean);
    const indices = (this.#batch?.rows ?? []).flatMap((row, index) => {
      const text = foldText(`${row.sourceName} ${row.client?.name ?? ''} ${row.form ?? ''}`);
      return (status === 'all' || row.status === status) && words.every((word) => text.includes(word)) ? [index] : [];
    });
    return Uint32Array.from(indices);
  }

  /** Judges the batch anew under a decision on one row (`null` takes it back): that row, and every other it changed. */
  async decide(id: RowId, decision: DocumentDecision | null): Promise<Result<readonly DocumentRow[]>> {
    const batch = this.#batch;
    const keys = this.#keys;
    const index = batch?.items.findIndex(({ row }) => row.id === id) ?? -1;
    const item = batch?.items[index];
    if (!batch || !keys || !item) return err(appError('batch/preview-stale'));
    if (decision?.kind === 'assign' && this.#directory.byId(decision.clientId) === null) {
      return err(appError('batch/preview-stale'));
    }
    batch.items[index] = await this.#asDecided(item, batch, keys, decision);
    if (decision === null) batch.decisions.delete(id);
    else batch.decisions.set(id, decision);
    const changed = judgeAgainst(batch.items, batch.delivered, this.#directory).flatMap((judged, at) => {
      const row = decidedRow(judged, batch.decisions.get(judged.id) ?? null);
      const before = batch.rows[at];
      batch.rows[at] = row;
      return row.id === id || before === undefined || !isSaidAlike(before, row) ? [row] : [];
    });
    return ok(changed);
  }

  /** Fields where the technician wants them; kept as the office's layout, they move on the batch's other documents too. */
  async place({ row: id, fields, keep }: PlaceRequest): Promise<Result<PlaceResult>> {
    const batch = this.#batch;
    const keys = this.#keys;
    const item = batch?.items.find(({ row }) => row.id === id);
    if (!batch || !keys || !item || item.row.status === 'refused') return err(appError('batch/preview-stale'));
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
    const rows = await this.#readAgain(batch, keys, moved);
    return ok({ rows, layout: kept?.value ?? null });
  }

  /** The consents as they stand now: the documents of `client` are read anew under them. */
  async consent(client: LocalClientId, consents: readonly SpouseConsent[]): Promise<Result<readonly DocumentRow[]>> {
    const batch = this.#batch;
    const keys = this.#keys;
    if (!batch || !keys) return err(appError('batch/preview-stale'));
    batch.consents = consents;
    const theirs = batch.items.flatMap(({ row }, index) => (row.client?.id === client ? [index] : []));
    return ok(await this.#readAgain(batch, keys, theirs));
  }

  /** These documents, read and judged anew under what was decided of them; answers their lines. */
  async #readAgain(batch: Batch, keys: WorkerKeys, indices: readonly number[]): Promise<readonly DocumentRow[]> {
    const context = await this.#context(batch, keys);
    for (const index of indices) {
      const before = batch.items[index];
      if (!before || before.row.status === 'refused') continue;
      batch.items[index] = await readDocument(before.row.id, before.source, context, this.#asBefore(before));
    }
    const judged = judgeAgainst(batch.items, batch.delivered, this.#directory);
    return indices.flatMap((index) => {
      const row = judged[index];
      if (!row) return [];
      const decided = decidedRow(row, batch.decisions.get(row.id) ?? null);
      batch.rows[index] = decided;
      return [decided];
    });
  }

  /** What the row's pages show of these clients. */
  async look(id: RowId, clients: readonly LocalClientId[]): Promise<Result<readonly SeenClient[]>> {
    const item = this.#batch?.items.find(({ row }) => row.id === id);
    if (!item) return err(appError('batch/preview-stale'));
    return lookAt(await this.#tools.pdfium(), item, clients, this.#directory);
  }

  /** `stopped` is looked at between the bands of the page. */
  async pageImage(id: RowId, page: number, scale: number, stopped?: () => boolean): Promise<Result<PageImage>> {
    const item = this.#batch?.items.find(({ row }) => row.id === id);
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
    const keys = this.#keys;
    if (!batch || !keys) return err(appError('batch/preview-stale'));
    // A shift stops the batch whole: the lines that seem right were named by the same hand.
    if (batch.shifted) return err(appError('batch/nothing-to-import'));
    const decisions = new Map(request.decisions);
    for (const [id, decision] of decisions) {
      const index = batch.items.findIndex(({ row }) => row.id === id);
      const item = batch.items[index];
      if (item) batch.items[index] = await this.#asDecided(item, batch, keys, decision);
    }
    const rows = judgeAgainst(batch.items, batch.delivered, this.#directory);
    const prepared = await prepareBatch({
      items: batch.items.map((item, index) => ({ ...item, row: rows[index] ?? item.row })),
      decisions,
      batch: request.batch,
      batchKey: request.batchKey,
      deliveryKey: keys.deliveryKey,
      rightsReason: batch.rightsReason,
      options: batch.options,
      directory: this.#directory,
      pdfium: await this.#tools.pdfium(),
      newDocumentId: () => this.#tools.newId<DocumentId>(),
      files: batch.files,
      helpers: this.#tools.helpers,
      onProgress,
    });
    if (prepared.ok) this.#learnFrom(batch.items, prepared.value.documents);
    return prepared;
  }

  /** For the batches to come: a TP-1000.TE prints no address, and the T183 before it did. */
  #learnFrom(items: readonly BatchItem[], prepared: PrepareResult['documents']): void {
    const left = new Set(prepared.map(({ rowId }) => rowId));
    const shown = items.flatMap(({ row, numberShown }) => (left.has(row.id) ? (numberShown ?? []) : []));
    if (shown.length === 0) return;
    this.#numbers = withNumbers(this.#numbers, shown);
    this.#directory = new ClientDirectory(this.#directory.clients, this.#known);
  }

  searchClients(
    search: string,
    limit: number,
  ): { readonly id: LocalClientId; readonly name: string; readonly city: string | null }[] {
    const found = this.#directory.search(search, limit);
    return found.map(({ id, name, address }) => ({ id, name: name.full, city: address.city }));
  }

  /** How a document stands, for reading it again. */
  #asBefore({ assigned, ...item }: BatchItem): DecidedReading {
    return { ...item, assigned: assigned === null ? null : this.#directory.byId(assigned) };
  }

  /** The document as a decision takes it: read anew only when that changes whose it is, or its pages. */
  async #asDecided(
    item: BatchItem,
    batch: Batch,
    keys: WorkerKeys,
    decision: DocumentDecision | null,
  ): Promise<BatchItem> {
    if (item.row.status === 'refused') return item;
    const assigned = decision?.kind === 'assign' ? this.#directory.byId(decision.clientId) : null;
    const trimmed = decision?.kind === 'without-internal-pages';
    const overridden = decision?.kind === 'override' && isReason(decision.reason);
    if (item.assigned === (assigned?.id ?? null) && item.trimmed === trimmed) return { ...item, overridden };
    const { password } = item;
    const how = { assigned, trimmed, overridden, password };
    return readDocument(item.row.id, item.source, await this.#context(batch, keys), how);
  }

  async #context(batch: Opened, keys: WorkerKeys): Promise<ReadContext> {
    const pdfium = await this.#tools.pdfium();
    const { deliveryKey } = keys;
    const { options, delivered, officeLayouts, consents, placed, rightsReason } = batch;
    const read = { options, delivered, officeLayouts, consents, placed, despiteRights: rightsReason !== null };
    return { ...read, pdfium, directory: this.#directory, deliveryKey };
  }
}
