import type { InvitationWording } from '../core/clients/invitation-wording';
import type { ClientType, LocalClient, ServerClient, Software } from '../core/clients/client';
import type { FieldLocks } from '../core/clients/field-policy';
import type { ListField } from '../core/clients/list-field';
import type { MergeField } from '../core/clients/merge-rows';
import type { DecidedSide } from '../core/clients/decided-side';
import type { SavedMapping, SavedReading } from '../core/clients/saved-mapping';
import type { SourceNote } from '../core/clients/source-note';
import type {
  Delimiter,
  ReadingEvidence,
  ReadOverrides,
  SourceKind,
  TextEncoding,
} from '../core/clients/source-reading';
import type { PlannedTask } from '../core/clients/plan-to-tasks';
import type { PlanFacts } from '../core/clients/plan-facts';
import type { PlanMode, PlanRow, PlanStatus, PlanSummary } from '../core/clients/upsert-plan';
import type { LocalClientId, RowId, ServerClientId } from '../core/ids';
import type { UnsettledDependency } from '../core/outbox/batch-draft';
import type { Language } from '../core/language';
import type { Result } from '../core/result';
import type { ClientDirectoryImage, SealedDirectoryChange } from './client-directory-image';
import type { PackedRows } from './packed-rows';
import type { WorkerKeys } from './worker-keys';

export interface ReadClientListRequest {
  readonly file: File;
  readonly software: Software;
  readonly clientType: ClientType;
  /** The office's own mappings for this software and type. */
  readonly savedMappings?: readonly SavedMapping[];
  /** What a person decided instead of the source doctor. */
  readonly overrides?: ReadOverrides;
}

/** A column for a person to map. */
export interface ListColumn {
  readonly header: string;
  readonly field: ListField | null;
  /** Up to three different values, a SIN masked. */
  readonly samples: readonly string[];
}

/** What the source doctor decided on. */
export interface SourceDiagnosis {
  readonly kind: SourceKind;
  /** Absent for a workbook. */
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
  /** 1-based. */
  readonly headerRow: number;
  /** Why it was read so, and what a person could decide instead. */
  readonly evidence: ReadingEvidence;
  readonly notes: readonly SourceNote[];
  /** How a person once decided that files of these columns are read. */
  readonly remembered: SavedReading | null;
  readonly columns: readonly {
    readonly header: string;
    readonly field: ListField | null;
    /** The first value in it, as the file holds it. */
    readonly sample: string;
    /** What the rules made of that value; `''` when nothing was taken. */
    readonly read: string;
  }[];
  readonly rows: number;
  /** SHA-256 of the file, lower-case hex: Importer is for exactly these bytes. */
  readonly sha256: string;
  readonly size: number;
  /** Corrected rows that came back to this list, file by file. */
  readonly returned?: readonly { readonly rows: number; readonly sha256: string; readonly size: number }[];
}

export interface PlanRequest {
  readonly mode: PlanMode;
  readonly serverClients: readonly ServerClient[];
  /** Keyed hash of SIN or BN ↔ client id, known to the office. */
  readonly officeIndex: readonly (readonly [hash: string, serverId: ServerClientId])[];
  readonly links: readonly (readonly [LocalClientId, ServerClientId])[];
  readonly extension: boolean;
  /** Unsettled client entries of earlier imports: their clients are neither created again nor overtaken. */
  readonly pending?: readonly UnsettledDependency[];
  /** Fields that no list may change, for the office and by client. */
  readonly locks?: FieldLocks;
}

/** One cell of a source row. */
export interface SourceCell {
  /** 0-based. */
  readonly column: number;
  readonly header: string;
  /** What the column is read as; `null` when it is ignored. */
  readonly field: ListField | null;
  /** As the file has it. */
  readonly original: string;
  /** As it stands: corrected, or as the file has it. */
  readonly text: string;
  /** Both are a SIN's last three digits: the whole number is not shown. */
  readonly masked: boolean;
  readonly edited: boolean;
}

/** What a person changes in a preview; everything is judged again at once, and what was decided stays with its row. */
export type PlanRevision =
  /** `null` gives the file's cell back. */
  | { readonly kind: 'cell'; readonly row: RowId; readonly column: number; readonly text: string | null }
  | { readonly kind: 'merge'; readonly row: RowId; readonly into: RowId; readonly take: readonly MergeField[] }
  | { readonly kind: 'unmerge'; readonly row: RowId }
  | { readonly kind: 'locks'; readonly locks: FieldLocks };

/** The rows that differ since the last answer, by position; `length` rows in all. */
export interface RevisedPlan {
  readonly summary: PlanSummary;
  readonly facts: PlanFacts;
  readonly length: number;
  readonly changed: readonly (readonly [position: number, row: PlanRow])[];
}

/** Rows to be corrected elsewhere, with what is wrong with each. */
export interface ReasonedRows {
  readonly reasons: readonly (readonly [row: RowId, reason: string])[];
  readonly language: Language;
  readonly format: 'csv' | 'xlsx';
}

/** A column to order by; `row` is the order of the file. */
export type SortKey = 'name' | 'code' | 'email' | 'city' | 'birthDate' | 'accountManager' | 'row';
export interface RowOrder {
  readonly key: SortKey;
  readonly descending: boolean;
}

export interface PlanView {
  readonly status: PlanStatus | 'all';
  readonly search: string;
  /** `null` or absent: by name, A to Z. */
  readonly order?: RowOrder;
}

export interface ClientsDecisions {
  /** Fields refused, by row. */
  readonly refusedFields: readonly (readonly [RowId, readonly string[]])[];
  /** Rows to leave out. */
  readonly excluded: readonly RowId[];
  /** A candidate chosen for a row to check; `null` = create. */
  readonly chosen: readonly (readonly [RowId, ServerClientId | null])[];
  /** « Garder GEM-BOOKS » or « Prendre le fichier », for a conflict's fields and a replaced e-mail. */
  readonly sides: readonly (readonly [RowId, DecidedSide])[];
  /** `null` = « Selon la colonne du fichier ». */
  readonly accountManagerId: string | null;
  /** Left out: GEM-BOOKS's own words, in each client's language. */
  readonly invitation?: InvitationWording;
  readonly accountManagers: readonly { readonly id: string; readonly name: string }[];
}

/** What Importer writes in one transaction: the sealed clients and the tasks for the outbox (entry ids already given). */
export interface ClientsCommit {
  readonly directory: SealedDirectoryChange;
  readonly links: readonly (readonly [LocalClientId, ServerClientId])[];
  /** The first of them: all at once would stop the page. */
  readonly tasks: readonly PlannedTask[];
  /** How many more there are, for `nextTasks`. */
  readonly moreTasks: number;
  /** Where the documents of known clients go now, when that differs from before; `null`: to nobody until decided. */
  readonly addresses: readonly (readonly [LocalClientId, string | null])[];
}

/** What is known of a plan as a whole. */
export interface PlannedList {
  readonly summary: PlanSummary;
  readonly facts: PlanFacts;
}

/** `workers/clients.worker.ts`. One preview lives in it at a time; its rows cross packed, some thousands at a time. */
export interface ClientsWorkerApi {
  configure(keys: WorkerKeys, directory: ClientDirectoryImage): Promise<Result<null>>;
  read(
    request: ReadClientListRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<SourceDiagnosis>>;
  /** The columns of a list whether or not its header is known. Errors: `import/empty-file` when no table is in it. */
  columns(request: ReadClientListRequest): Promise<Result<readonly ListColumn[]>>;
  plan(request: PlanRequest, onRows: (rows: PackedRows) => void): Promise<Result<PlannedList>>;
  /** Errors: `batch/preview-stale` when the row, or the preview, is gone. */
  revise(revision: PlanRevision): Promise<Result<RevisedPlan>>;
  /** The cells of a row, to be corrected. */
  cells(row: RowId): Promise<readonly SourceCell[]>;
  /**
   * The rows in the columns of their file, as they stand, with a column of reasons; `read` recognises the corrected file
   * and puts its rows back. Errors: `batch/preview-stale`.
   */
  rowsToCorrect(request: ReasonedRows): Promise<Result<Blob>>;
  /** A file for a spreadsheet, of words that the page chose. */
  writeTable(rows: readonly (readonly (string | number)[])[], format: 'csv' | 'xlsx'): Promise<Result<Blob>>;
  /** Indices into the rows sent by `plan`, filtered and in `fr-CA` order. */
  view(view: PlanView): Promise<Uint32Array>;
  commit(decisions: ClientsDecisions): Promise<Result<ClientsCommit>>;
  /** The tasks of the last commit that come next; none when all were given. */
  nextTasks(): Promise<readonly PlannedTask[]>;
  /** Clients kept on this workstation, for assignment and tracking. */
  searchClients(
    search: string,
    limit: number,
  ): Promise<readonly Pick<LocalClient, 'id' | 'name' | 'clientNumber' | 'address'>[]>;
}
