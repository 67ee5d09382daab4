import type {
  DeliveredBefore,
  DocumentDecision,
  DocumentOptions,
  DocumentRow,
  DocumentStatus,
} from '../core/documents/document-row';
import type { EvidenceMark } from '../core/documents/evidence-marks';
import type { PreparedDocument } from '../core/documents/prepared-document';
import type { SpouseConsent } from '../core/documents/spouse-consent';
import type { OfficeLayout } from '../core/forms/office-layout';
import type { PlacedField } from '../core/forms/placed-field';
import type { BatchId, DocumentId, LocalClientId, RowId } from '../core/ids';
import type { Result } from '../core/result';
import type { ClientDirectoryImage } from './client-directory-image';
import type { WorkerKeys } from './worker-keys';

export interface ReadDocumentsRequest {
  /** One ZIP, or PDFs. Cloned by reference: no byte crosses the page. */
  readonly files: readonly File[];
  readonly options: DocumentOptions;
  /** Delivery keys the server or this outbox already has: their documents are `already-sent`. */
  readonly delivered: readonly DeliveredBefore[];
  /** The office's own; absent = none. */
  readonly officeLayouts?: readonly OfficeLayout[];
  /** Clients whose copies may reach their spouse; absent = none. */
  readonly consents?: readonly SpouseConsent[];
}

/** Fields put where the technician wants them, in user space. */
export interface PlaceRequest {
  readonly row: RowId;
  /** `null` takes back what was placed by hand. */
  readonly fields: readonly PlacedField[] | null;
  /** Keep them for every document of this form, year and print; else for this one alone. */
  readonly keep: boolean;
}

export interface PlaceResult {
  /** Every line that changed: others of the batch too, when kept. */
  readonly rows: readonly DocumentRow[];
  /** What the office keeps; `null` when it was for one document. */
  readonly layout: OfficeLayout | null;
}

/** A client of this workstation as a person compares him with a document: the SIN masked. */
export interface SeenClient {
  readonly id: LocalClientId;
  readonly name: string;
  readonly sin: string | null;
  readonly clientNumber: string | null;
  readonly birthDate: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly email: string | null;
  readonly marks: readonly EvidenceMark[];
}

export interface DocumentsSummary {
  readonly counts: Readonly<Record<DocumentStatus, number>>;
  /** Digest (SHA-256, hex) and size of each source file: Importer is for exactly these. */
  readonly sources: readonly { readonly sha256: string; readonly size: number }[];
  /** Set when a shift of names stopped the batch. */
  readonly shifted: boolean;
}

export interface DocumentsView {
  readonly status: DocumentStatus | 'all';
  readonly search: string;
}

export interface PrepareRequest {
  readonly batch: BatchId;
  /** AES-256-GCM with `wrapKey`: wraps each document's own key. */
  readonly batchKey: CryptoKey;
  readonly decisions: readonly (readonly [RowId, DocumentDecision])[];
}

/** Rows that could not be prepared after all are `refused` by name; the others go on. */
export interface PrepareResult {
  readonly documents: readonly PreparedDocument[];
  readonly refused: readonly DocumentRow[];
  /** Prepared although their rights forbid it, and why the office did so. */
  readonly despiteRights: readonly DocumentId[];
  readonly rightsReason: string | null;
  /** Sealed bytes for the IndexedDB fallback, when OPFS is not there; empty otherwise. */
  readonly fallbackBytes: readonly (readonly [DocumentId, Uint8Array<ArrayBuffer>])[];
}

/** `workers/documents.worker.ts`. One batch lives in it at a time, one document alive at a time. */
export interface DocumentsWorkerApi {
  configure(keys: WorkerKeys, directory: ClientDirectoryImage): Promise<Result<null>>;
  read(
    request: ReadDocumentsRequest,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>>;
  /** Opens what a password keeps closed and judges the batch anew: every row is sent again, under its old id. */
  unlock(
    password: string,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>>;
  /** « Préparer quand même » what its rights forbid to change, for the whole batch; `null` takes it back. As `unlock`. */
  liftRights(
    reason: string | null,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>>;
  /** The office's clients as they are now: the batch is judged anew against them. As `unlock`. */
  knowClients(
    image: ClientDirectoryImage,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>>;
  view(view: DocumentsView): Promise<Uint32Array>;
  /** Judges the batch anew after a decision on one row; answers that row and every other it changed. */
  decide(row: RowId, decision: DocumentDecision | null): Promise<Result<readonly DocumentRow[]>>;
  /** Errors: `layout/outside-page`, `layout/form-unknown` (nothing to keep it under), those of reading. */
  place(request: PlaceRequest): Promise<Result<PlaceResult>>;
  /** Every consent, as it stands now: answers the lines of `client` that it changed. */
  consent(client: LocalClientId, consents: readonly SpouseConsent[]): Promise<Result<readonly DocumentRow[]>>;
  /** What the row's pages show of these clients, and where; read from the document again. */
  look(row: RowId, clients: readonly LocalClientId[]): Promise<Result<readonly SeenClient[]>>;
  /**
   * `scale` 1 = 72 dpi. Transfers the bitmap.
   * @param drawing names this drawing for `stopDrawing`, which makes it answer `worker/aborted`.
   */
  pageImage(row: RowId, page: number, scale: number, drawing?: number): Promise<Result<ImageBitmap>>;
  /** Nobody waits for this page any more. */
  stopDrawing(drawing: number): Promise<void>;
  prepare(request: PrepareRequest, onProgress: (done: number, total: number) => void): Promise<Result<PrepareResult>>;
  searchClients(
    search: string,
    limit: number,
  ): Promise<readonly { readonly id: LocalClientId; readonly name: string; readonly city: string | null }[]>;
}
