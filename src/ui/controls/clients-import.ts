import type { ManagerNames } from '../../core/clients/manager-names';
import type { ClientType, Software } from '../../core/clients/client';
import type { ReadOverrides } from '../../core/clients/source-reading';
import type { FieldLocks, LockableField } from '../../core/clients/field-policy';
import type { PlanMode } from '../../core/clients/upsert-plan';
import type { BatchId, RowId, ServerClientId } from '../../core/ids';
import type { Result } from '../../core/result';
import type {
  ClientsDecisions,
  PlannedList,
  PlanRevision,
  PlanView,
  ReasonedRows,
  RevisedPlan,
  SourceCell,
  SourceDiagnosis,
} from '../../worker-bridge/clients-worker-api';
import type { PackedRows } from '../../worker-bridge/packed-rows';
import type { ColumnMappingControl } from './column-mapping-control';

/** From a client list to GEM-BOOKS: one preview at a time, until it is imported or let go. */
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
  importAll(decisions: Omit<ClientsDecisions, 'accountManagers'>): Promise<Result<{ readonly batch: BatchId }>>;
  /** Ends the worker: a preview under way answers `worker/aborted`. */
  cancel(): void;
  /** True once a client list was imported on this workstation. */
  readonly synchronised: boolean;
  readonly mappings: ColumnMappingControl;
}
