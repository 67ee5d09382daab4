import { createContext } from 'svelte';
import type { ManagerNames } from '../core/clients/manager-names';
import type { InvitationWording } from '../core/clients/invitation-wording';
import type { ClientType, Software } from '../core/clients/client';
import type { SavedMapping } from '../core/clients/saved-mapping';
import type { ReadOverrides } from '../core/clients/source-reading';
import type { DecidedSide } from '../core/clients/settle-decisions';
import type { FieldLocks, LockableField } from '../core/clients/field-policy';
import type { PlanMode } from '../core/clients/upsert-plan';
import type { DocumentDecision, DocumentOptions, DocumentRow } from '../core/documents/document-row';
import type { SpouseConsent } from '../core/documents/spouse-consent';
import type { OfficeNaming } from '../core/documents/nomenclature/office-naming';
import type { FolderMarks } from '../core/envelopes/folder-marks';
import type { AppError } from '../core/app-error';
import type { OfficeLayout } from '../core/forms/office-layout';
import type { EnvelopeEvent } from '../core/follow-up/envelope-event';
import type { FollowedEnvelope } from '../core/follow-up/followed-envelope';
import type { ReminderRule } from '../core/follow-up/reminder-rule';
import type { BatchId, LocalClientId, OutboxEntryId, RowId, ServerClientId } from '../core/ids';
import type { Language } from '../core/language';
import type { HandMarkName } from '../core/outbox/hand-mark';
import type { OutboxCounts } from '../core/outbox/batch-draft';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import type { Result } from '../core/result';
import type { OfficeTask } from '../core/tasks/office-task';
import type { TaskRule } from '../core/tasks/task-rules';
import type { TaskChange } from '../core/tasks/task-change';
import type { EmailTemplate, TemplateDraft } from '../core/templates/email-template';
import type { TemplateSaving } from '../core/templates/template-saving';
import type {
  ListColumn,
  PlannedList,
  PlanRevision,
  PlanView,
  ReasonedRows,
  RevisedPlan,
  SourceCell,
  SourceDiagnosis,
} from '../worker-bridge/clients-worker-api';
import type { PackedRows } from '../worker-bridge/packed-rows';
import type { BenchChoice, BenchForm, BenchLayout, FormSurvey, TriedDocument } from '../worker-bridge/layout-bench-api';
import type { DocumentsSummary, DocumentsView, PlaceRequest, SeenClient } from '../worker-bridge/documents-worker-api';

/** Everything a screen may do, behind one interface: `src/app` implements it, tests bring fakes. Fields are reactive. */
export interface AppContext {
  readonly vault: VaultControl;
  readonly office: OfficeControl;
  readonly connection: ConnectionControl;
  readonly sync: SyncControl;
  readonly reference: ReferenceData;
  readonly clients: ClientsImport;
  readonly documents: DocumentsImport;
  readonly tracking: Tracking;
  readonly followUp: FollowUpControl;
  readonly tasks: TasksControl;
  readonly taskRules: TaskRulesControl;
  readonly websiteForm: WebsiteFormControl;
  readonly emailTemplates: EmailTemplatesControl;
  readonly byHand: ByHandControl;
  readonly packages: PackageControl;
  readonly preferences: Preferences;
  /** The fictitious office of `public/fictif`, fetched from our own origin. */
  readonly demo: { file(name: DemoFile): Promise<Result<File>> };
}

export type DemoFile = 'clients-dtmax.csv' | 'clients-taxprep.xlsx' | 't183-2025.zip';

export interface VaultControl {
  readonly state: 'loading' | 'none' | 'locked' | 'open';
  /** `storage/newer-version`, `storage/blocked`: shown as a banner. */
  readonly failure: AppError | null;
  create(passphrase: string): Promise<Result<null>>;
  unlock(passphrase: string): Promise<Result<null>>;
  lock(): void;
  /** Passkeys that open this vault, by random id. */
  readonly passkeys: readonly string[];
  /** This browser has an authenticator to ask. */
  readonly passkeysSupported: boolean;
  unlockWithPasskey(): Promise<Result<null>>;
  /** Errors: `vault/wrong-passphrase`, `vault/passphrase-too-short`. */
  changePassphrase(current: string, next: string): Promise<Result<null>>;
  /** Errors: `vault/wrong-passphrase`, `vault/passkey-refused`, `vault/passkey-no-prf`. */
  addPasskey(passphrase: string): Promise<Result<null>>;
  removePasskey(id: string): Promise<Result<null>>;
  /** Fingerprint of this workstation's signing key, in groups of four; `null` until it is made. */
  readonly deviceFingerprint: string | null;
}

export type OfficeState =
  | { readonly kind: 'unknown' }
  /** No office on the server, none here: « Nouveau bureau » makes one. */
  | { readonly kind: 'none' }
  /** The server knows an office that this workstation must join before it sends. */
  | { readonly kind: 'join-required' }
  | { readonly kind: 'joined'; readonly id: string };

export interface OfficeControl {
  readonly state: OfficeState;
  create(passphrase: string): Promise<Result<null>>;
  join(passphrase: string): Promise<Result<null>>;
  /** Workstations that have joined keep working; those to come are asked for the new one. */
  changePassphrase(next: string): Promise<Result<null>>;
  /**
   * The office as a file for another workstation, sealed under its passphrase: its key, and the index of linked clients.
   * Errors: `office/wrong-passphrase` where the server can tell, `office/join-required`.
   */
  exportFile(passphrase: string): Promise<Result<string>>;
  /**
   * Joins the office of the file; in it already, only adds the file's index.
   * Errors: `office/unreadable-file`, `office/newer-version`, `office/wrong-passphrase`, `office/another-office`.
   */
  importFile(text: string, passphrase: string): Promise<Result<null>>;
}

export type ConnectionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'connected'; readonly company: string; readonly extension: boolean; readonly sandbox: boolean }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ConnectionControl {
  readonly state: ConnectionState;
  /** True when a key is stored; the key itself is never shown again. */
  readonly hasKey: boolean;
  check(): Promise<void>;
  saveKey(key: string): Promise<Result<null>>;
}

export interface SyncControl {
  readonly counts: OutboxCounts;
  readonly paused: boolean;
  readonly online: boolean;
  /** Online, and yet nobody answered the last request: the office's own server, or GEM-BOOKS behind it. */
  readonly unreachable: 'office-server' | 'gem-books' | null;
  /** Set when the last answer was 401 or 403. */
  readonly needsSignIn: boolean;
  pause(): void;
  resume(): void;
  retry(entry: OutboxEntryId): Promise<Result<null>>;
  cancel(entry: OutboxEntryId): Promise<Result<null>>;
  /** « Retenir »: it waits here, whatever its time, until it is released. */
  hold(entry: OutboxEntryId): Promise<Result<null>>;
  release(entry: OutboxEntryId): Promise<Result<null>>;
}

export interface ReferenceData {
  readonly accountManagers: readonly { readonly id: string; readonly name: string }[];
  readonly emailTemplates: readonly EmailTemplate[];
}

export interface ClientsImport {
  preview(
    request: {
      readonly file: File;
      readonly software: Software;
      readonly clientType: ClientType;
      readonly mode: PlanMode;
      /** What a person decided instead of the source doctor: remembered for the columns of the list once it is read. */
      readonly overrides?: ReadOverrides;
    },
    on: { progress(done: number, total: number): void; rows(rows: PackedRows): void },
  ): Promise<Result<{ readonly diagnosis: SourceDiagnosis } & PlannedList>>;
  /** This GEM-BOOKS takes a template for its invitations. */
  readonly invitationTemplates: boolean;
  /** When the clients that the plan was made against were what GEM-BOOKS has, epoch milliseconds; `null` before. */
  readonly serverReadAt: number | null;
  /** The next Aperçu pulls every client anew. */
  rereadServer(): void;
  view(view: PlanView): Promise<Uint32Array>;
  /** A cell corrected, rows merged or taken apart: the whole list is judged again. */
  revise(revision: Exclude<PlanRevision, { kind: 'locks' }>): Promise<Result<RevisedPlan>>;
  /** The cells of a row as its file has them, to be corrected. */
  cells(row: RowId): Promise<readonly SourceCell[]>;
  /** The rows in their file's columns, with what is wrong; the corrected file is dropped like any other and takes its place. */
  rowsToCorrect(request: ReasonedRows): Promise<Result<Blob>>;
  /** A file for a spreadsheet, of words chosen here. */
  writeTable(rows: readonly (readonly (string | number)[])[], format: 'csv' | 'xlsx'): Promise<Result<Blob>>;
  /** Fields that no list changes; kept sealed on this workstation. */
  readonly locks: FieldLocks;
  /** For one client, or with `null` for the office; `plan` when a preview is open. */
  setLock(
    client: ServerClientId | null,
    field: LockableField,
    locked: boolean,
  ): Promise<Result<{ readonly plan: RevisedPlan | null }>>;
  /** Account managers as the lists name them; kept sealed on this workstation. */
  readonly managerNames: ManagerNames;
  /** `null` forgets the name. */
  nameManager(name: string, managerId: string | null): Promise<Result<null>>;
  importAll(decisions: {
    readonly refusedFields: readonly (readonly [RowId, readonly string[]])[];
    readonly excluded: readonly RowId[];
    readonly chosen: readonly (readonly [RowId, ServerClientId | null])[];
    readonly sides: readonly (readonly [RowId, DecidedSide])[];
    /** `null` = « Selon la colonne du fichier ». */
    readonly accountManagerId: string | null;
    /** Left out: GEM-BOOKS's own words, in each client's language. */
    readonly invitation?: InvitationWording;
  }): Promise<Result<{ readonly batch: BatchId }>>;
  /** Ends the worker: a preview under way answers `worker/aborted`. */
  cancel(): void;
  /** True once a client list was imported on this workstation. */
  readonly synchronised: boolean;
  readonly mappings: ColumnMappingControl;
}

/** What this office said of the columns of its lists; sealed here. */
export interface ColumnMappingControl {
  /** `saved`: the office said what these columns are. */
  columns(request: {
    readonly file: File;
    readonly software: Software;
    readonly clientType: ClientType;
    readonly overrides?: ReadOverrides;
  }): Promise<Result<{ readonly columns: readonly ListColumn[]; readonly saved: boolean }>>;
  save(mapping: SavedMapping): Promise<Result<null>>;
  forget(mapping: SavedMapping): Promise<Result<null>>;
  /** How files of these columns are read is detected again; columns mapped by hand stay so. */
  forgetReading(mapping: SavedMapping): Promise<Result<null>>;
  /** JSON for the office's other workstations. */
  exportText(): Promise<Result<string>>;
  importText(text: string): Promise<Result<null>>;
}

export interface DocumentsImport {
  preview(
    request: { readonly files: readonly File[]; readonly options: DocumentOptions },
    on: { progress(done: number, total: number): void; rows(rows: readonly DocumentRow[]): void },
  ): Promise<Result<DocumentsSummary>>;
  /** Opens the documents of the preview that a password keeps closed; every row comes again. The password is not kept. */
  unlock(
    password: string,
    on: { progress(done: number, total: number): void; rows(rows: readonly DocumentRow[]): void },
  ): Promise<Result<DocumentsSummary>>;
  /**
   * « Préparer quand même » the documents of the preview whose rights forbid it, with the reason as the journal keeps it;
   * `null` takes it back. Every row comes again.
   */
  liftRights(
    reason: string | null,
    on: { progress(done: number, total: number): void; rows(rows: readonly DocumentRow[]): void },
  ): Promise<Result<DocumentsSummary>>;
  /** Judges the preview's documents anew against the clients as they are now; every row comes again. */
  knowClients(on: {
    progress(done: number, total: number): void;
    rows(rows: readonly DocumentRow[]): void;
  }): Promise<Result<DocumentsSummary>>;
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

/** « Nomenclature du bureau »: one per type of document, sealed here. */
export interface OfficeNamingControl {
  all(): Promise<Result<readonly OfficeNaming[]>>;
  /** Errors: `naming/unknown-token`, `naming/names-nobody`, `naming/ambiguous`. */
  save(naming: OfficeNaming): Promise<Result<null>>;
  forget(form: OfficeNaming['form']): Promise<Result<null>>;
}

/** « Gabarits de signature » that this office moved; sealed here. */
export interface SignatureLayoutControl {
  all(): Promise<Result<readonly OfficeLayout[]>>;
  save(layout: OfficeLayout): Promise<Result<null>>;
  forget(layout: OfficeLayout): Promise<Result<null>>;
  /** JSON for the office's other workstations. */
  exportText(): Promise<Result<string>>;
  importText(text: string): Promise<Result<null>>;
}

/** Clients who let their spouse receive their copies, as recorded on this workstation; sealed, each change journalled. */
export interface SpouseConsentControl {
  all(): Promise<Result<readonly SpouseConsent[]>>;
  /** Answers every line of the open preview that it changed. */
  record(consent: SpouseConsent): Promise<Result<readonly DocumentRow[]>>;
  /** Takes back too what has not left under it. */
  withdraw(client: LocalClientId): Promise<Result<readonly DocumentRow[]>>;
}

/** The coordinate workbench: one form at a time, read and drawn in a worker, never stored or sent. */
export interface LayoutBenchControl {
  open(file: File): Promise<Result<BenchForm>>;
  /** Errors: `layout/no-form` before a form was opened. */
  survey(choice: BenchChoice): Promise<Result<FormSurvey>>;
  /** As the office's layout of that form, year and print. Errors: `layout/outside-page`. */
  keep(layout: BenchLayout): Promise<Result<null>>;
  /** One ZIP or PDFs; each document is told as it was read. */
  tryOn(
    layout: BenchLayout,
    files: readonly File[],
    onTried: (tried: TriedDocument, done: number, total: number) => void,
  ): Promise<Result<null>>;
  /** A page of the form (`null`), or of a document it was tried on. Once `signal` is aborted: `worker/aborted`. */
  image(document: number | null, page: number, scale: number, signal: AbortSignal): Promise<Result<ImageBitmap>>;
  /** Lets everything go. */
  close(): void;
}

/** Every outbox entry, newest batch first; live across tabs. */
export interface Tracking {
  readonly entries: readonly OutboxEntry[];
  /** The name of a client of this workstation, for entries that do not carry it; `null` when unknown. */
  clientName(client: LocalClientId): string | null;
  /** Its code in GEM-BOOKS; `null` when unknown. */
  clientCode(client: LocalClientId): string | null;
}

/** Envelopes of a server without the extension, as an archive to load by hand. */
export interface PackageControl {
  /**
   * Writes one part (from 1; nearly always the only one) to `target`, or answers it as a blob for a download; then its
   * envelopes are marked exported, which is not transmitted. `parts`: how many there are.
   */
  export(
    batch: BatchId,
    part: number,
    target: FileSystemFileHandle | null,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<{ readonly blob: Blob | null; readonly parts: number }>>;
  /**
   * Through the outbox, a reminder in GEM-BOOKS for each client of the import that has none and whose documents are not
   * transmitted; `on`: the day it falls due, ISO date. Answers how many were asked for.
   */
  remind(batch: BatchId, on: string): Promise<Result<number>>;
  cancel(): void;
}

/** What a person does in GEM-BOOKS because no route of it does, as noted here; journalled. */
export interface ByHandControl {
  /** `on`: the day it was done, ISO date. Noted again, the day is corrected. */
  mark(entry: OutboxEntryId, name: HandMarkName, on: string): Promise<Result<null>>;
  unmark(entry: OutboxEntryId, name: HandMarkName): Promise<Result<null>>;
  /** Reads the clients of GEM-BOOKS, and marks the corrections it shows made. Answers how many those are. */
  recognise(): Promise<Result<number>>;
}

/** The office's envelopes after they left, whichever workstation sent them. */
export interface FollowUpControl {
  /** Only with the extension. */
  readonly available: boolean;
  readonly envelopes: readonly FollowedEnvelope[];
  /** Epoch milliseconds of the last reading; `null` before the first. */
  readonly readAt: number | null;
  readonly loading: boolean;
  clientName(client: ServerClientId): string | null;
  client(client: ServerClientId): { readonly name: string; readonly code: string } | null;
  /** One name for those whose returns leave together. */
  householdOf(client: ServerClientId): string;
  refresh(): Promise<Result<null>>;
  history(envelopeId: string): Promise<Result<readonly EnvelopeEvent[]>>;
  remind(envelopeIds: readonly string[]): Promise<Result<{ readonly batch: BatchId }>>;
  /** **Annuler l'envoi** of what has left. */
  takeBack(envelopeId: string, reason: string): Promise<Result<{ readonly batch: BatchId }>>;
  /** Errors: `api/unexpected-answer` when the bytes are not those of the envelope's digest. */
  signedCopy(envelopeId: string, documentId: string): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Documents whose signed copy was saved from this workstation. */
  readonly saved: readonly string[];
  markSaved(documentIds: readonly string[]): Promise<Result<null>>;
  /** « Date de transmission » (yyyy-mm-dd) by transmission. */
  readonly transmitted: Readonly<Record<string, string>>;
  markTransmitted(key: string, day: string | null): Promise<Result<null>>;
  /** Automatic reminders; `null` = off. */
  readonly rule: ReminderRule | null;
  setRule(rule: ReminderRule | null): Promise<Result<null>>;
}

export interface TasksControl {
  /** As last read from GEM-BOOKS. */
  readonly tasks: readonly OfficeTask[];
  /** Epoch milliseconds; `null` before the first reading. */
  readonly readAt: number | null;
  readonly loading: boolean;
  /** Client, assignee and labels exist only with the extension. */
  readonly hasClients: boolean;
  /** What this office calls each status. */
  readonly statusNames: Readonly<Record<number, string>>;
  clientName(client: ServerClientId): string | null;
  refresh(): Promise<Result<null>>;
  /** An empty name takes it away. */
  nameStatus(status: number, name: string): Promise<Result<null>>;
  /** Into the outbox, all or none. */
  apply(changes: readonly TaskChange[]): Promise<Result<{ readonly batch: BatchId }>>;
}

/** Rules that move a client's tasks when an envelope is sent or signed; kept on this workstation, sealed. */
export interface TaskRulesControl {
  read(): Promise<Result<readonly TaskRule[]>>;
  write(rules: readonly TaskRule[]): Promise<Result<null>>;
  /** Moves what is due, by the outbox; answers how many tasks. */
  apply(): Promise<Result<number>>;
}

/** E-mail templates, changed on the server at once. The list itself is `reference.emailTemplates`. */
export interface EmailTemplatesControl {
  /** False where the server only tells them. */
  readonly editable: boolean;
  /** `over`: the version that was being changed; `null` adds one. A second try of the same addition adds nothing more. */
  save(over: EmailTemplate | null, draft: TemplateDraft): Promise<Result<TemplateSaving>>;
  /** Clients of the office to see a template with. */
  examples(): Promise<Result<readonly ExampleClient[]>>;
}

export interface ExampleClient {
  readonly name: string;
  readonly accountManager: string | null;
}

/** The form for the office's own website. */
export interface WebsiteFormControl {
  /** Public name of the form; `null` where the server has none, or was not heard. */
  readonly name: string | null;
  /** HTML to paste; empty consent: our words. Empty where there is no form. */
  snippet(language: Language, consent: string): Promise<string>;
  /** Makes `<impot-sync-form>` known to this page, for the preview. */
  define(): Promise<void>;
}

export interface Preferences {
  /** French whatever the browser's language, until changed. */
  readonly language: Language;
  setLanguage(language: Language): void;
  readonly theme: 'system' | 'light' | 'dark';
  setTheme(theme: 'system' | 'light' | 'dark'): void;
  readonly clientColumns: readonly ClientColumn[];
  setClientColumns(columns: readonly ClientColumn[]): void;
}

/** Columns of the Aperçu of clients that a person may take away; the name and the state stay. The choice is stored by position: add at the end. */
export const CLIENT_COLUMNS = ['code', 'email', 'city', 'birthDate', 'accountManager', 'row', 'remark'] as const;
export type ClientColumn = (typeof CLIENT_COLUMNS)[number];

export const [getApp, setApp] = createContext<AppContext>();
