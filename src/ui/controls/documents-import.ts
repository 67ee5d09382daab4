import type { DocumentDecision, DocumentOptions, DocumentRow } from '../../core/documents/document-row';
import type { FolderMarks } from '../../core/envelopes/folder-marks';
import type { BatchId, LocalClientId, RowId } from '../../core/ids';
import type { Result } from '../../core/result';
import type {
  DocumentsSummary,
  DocumentsView,
  PlaceRequest,
  SeenClient,
} from '../../worker-bridge/documents-worker-api';
import type { OfficeNamingControl } from './office-naming-control';
import type { SignatureLayoutControl } from './signature-layout-control';
import type { SpouseConsentControl } from './spouse-consent-control';
import type { LayoutBenchControl } from './layout-bench-control';

/** Who is told while documents are read. */
export interface DocumentsListener {
  progress(done: number, total: number): void;
  rows(rows: readonly DocumentRow[]): void;
}

/** From an archive of PDFs to envelopes: one preview at a time, until it is imported or let go. */
export interface DocumentsImport {
  preview(
    request: { readonly files: readonly File[]; readonly options: DocumentOptions },
    on: DocumentsListener,
  ): Promise<Result<DocumentsSummary>>;
  /** Opens the documents of the preview that a password keeps closed; every row comes again. The password is not kept. */
  unlock(password: string, on: DocumentsListener): Promise<Result<DocumentsSummary>>;
  /**
   * « Préparer quand même » the documents of the preview whose rights forbid it, with the reason as the journal keeps it;
   * `null` takes it back. Every row comes again.
   */
  liftRights(reason: string | null, on: DocumentsListener): Promise<Result<DocumentsSummary>>;
  /** Judges the preview's documents anew against the clients as they are now; every row comes again. */
  knowClients(on: DocumentsListener): Promise<Result<DocumentsSummary>>;
  view(view: DocumentsView): Promise<Uint32Array>;
  /** Answers that line, and every other of the batch that the decision changed. */
  decide(row: RowId, decision: DocumentDecision | null): Promise<Result<readonly DocumentRow[]>>;
  /** Puts fields by hand; answers every line that changed. Kept ones become the office's layout. */
  place(request: PlaceRequest): Promise<Result<readonly DocumentRow[]>>;
  readonly layouts: SignatureLayoutControl;
  readonly namings: OfficeNamingControl;
  readonly bench: LayoutBenchControl;
  readonly consents: SpouseConsentControl;
  /** What the pages of a line show of these clients, and where. */
  look(row: RowId, clients: readonly LocalClientId[]): Promise<Result<readonly SeenClient[]>>;
  /** Invitations by address key, as last known; `null` where the server tells nothing of them. */
  invitations(): Promise<ReadonlyMap<string, 'invited' | 'connected'> | null>;
  /** Once `signal` is aborted the page is no longer drawn: `worker/aborted`. */
  pageImage(row: RowId, page: number, scale: number, signal: AbortSignal): Promise<Result<ImageBitmap>>;
  /** Clients of this workstation, to assign a document that found none. */
  searchClients(
    search: string,
    limit: number,
  ): Promise<readonly { readonly id: LocalClientId; readonly name: string; readonly city: string | null }[]>;
  /** Labels and a follow-up day can go with the folders: this GEM-BOOKS takes them, or a person makes the folders. */
  readonly marksFolders: boolean;
  importAll(
    request: {
      readonly decisions: readonly (readonly [RowId, DocumentDecision])[];
      readonly emailTemplateId: string;
      readonly folderTitle: string;
      readonly marks: FolderMarks;
    },
    onProgress: (done: number, total: number) => void,
  ): Promise<
    Result<{
      readonly batch: BatchId;
      readonly envelopes: number;
      readonly refused: readonly DocumentRow[];
      /** Prepared, but no envelope can carry them (no address, no signer): they stay here, and are said. */
      readonly leftOut: readonly RowId[];
    }>
  >;
  cancel(): void;
}
