import { transfer } from 'comlink';
import { appError } from '../../src/core/app-error';
import type { ClientType, LocalClient } from '../../src/core/clients/client';
import { listKind } from '../../src/core/clients/list-kind';
import { mintCode } from '../../src/core/clients/mint-code';
import { planFacts } from '../../src/core/clients/plan-facts';
import { summarise } from '../../src/core/clients/plan-summary';
import { planToTasks, type PlannedTask } from '../../src/core/clients/plan-to-tasks';
import { planUpserts, type PlannedRow, type RowIdentity } from '../../src/core/clients/plan-upserts';
import { reasonCell, REASON_HEADERS } from '../../src/core/clients/reason-column';
import { changedAddresses } from '../../src/core/documents/changed-addresses';
import { recordsToKeep } from '../../src/core/clients/records-to-keep';
import type { SavedMapping } from '../../src/core/clients/saved-mapping';
import { settleDecisions, type PlanDecisions } from '../../src/core/clients/settle-decisions';
import type { PlanRow } from '../../src/core/clients/upsert-plan';
import type { RowKey } from '../../src/core/clients/row-key';
import type { LocalClientId, OutboxEntryId, RowId } from '../../src/core/ids';
import { err, ok, type Result } from '../../src/core/result';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';
import type {
  ClientsCommit,
  ClientsDecisions,
  ClientsWorkerApi,
  ListColumn,
  PlannedList,
  PlanRequest,
  PlanRevision,
  PlanView,
  ReasonedRows,
  ReadClientListRequest,
  RevisedPlan,
  SourceCell,
  SourceDiagnosis,
} from '../../src/worker-bridge/clients-worker-api';
import { packRows, type PackedRows } from '../../src/worker-bridge/packed-rows';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import { listColumns } from '../tables/list-columns';
import { writeTable } from '../tables/write-table';
import { MOST_LIST_BYTES, readClientList } from '../tables/read-client-list';
import { changeDirectory, clientsOf, EMPTY_DIRECTORY, openDirectory, type ClientDirectory } from './client-directory';
import { describeColumns } from './describe-columns';
import { IdentifierHashes } from './identifier-hashes';
import { ListDraft } from './list-draft';
import { idSource, randomIndex } from './random-source';
import { RowView } from './row-view';
import { searchDirectory } from './search-directory';
import { localDate } from '../shared/local-date';
import { sha256Hex } from '../shared/sha256-hex';

/** Rows per message to the page. */
const ROWS_PER_MESSAGE = 2_000;
const TASKS_PER_MESSAGE = 1_000;

interface Plan {
  readonly request: PlanRequest;
  readonly pending: ReadonlyMap<LocalClientId, readonly OutboxEntryId[]>;
  readonly rows: readonly PlannedRow[];
  readonly view: RowView;
}

/** The clients worker: one list read, one plan of it, one commit. Nothing is kept but in memory. */
export class ClientsSession implements ClientsWorkerApi {
  readonly #newId = idSource();
  #keys: WorkerKeys | null = null;
  #directory: ClientDirectory = EMPTY_DIRECTORY;
  #draft: ListDraft | null = null;
  #plan: Plan | null = null;
  /** Of the last commit, those not given to the page yet. */
  #tasks: readonly PlannedTask[] = [];
  /** Of the list that the draft is of. */
  #diagnosis: SourceDiagnosis | null = null;
  #hashes: IdentifierHashes | null = null;
  readonly #today: () => string;

  /** `today`: the ISO date here, which tells minors from adults. */
  constructor(today: () => string = () => localDate(new Date())) {
    this.#today = today;
  }

  async configure(keys: WorkerKeys, image: ClientDirectoryImage): Promise<Result<null>> {
    const opened = await openDirectory(keys.sealKey, image);
    if (!opened.ok) return opened;
    this.#keys = keys;
    this.#hashes = await IdentifierHashes.open(keys.identifierKey, opened.value);
    this.#directory = opened.value;
    return ok(null);
  }

  async read(
    { file, software, clientType, savedMappings = [], overrides }: ReadClientListRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<SourceDiagnosis>> {
    const [earlier, diagnosed] = [this.#draft, this.#diagnosis];
    this.#draft = this.#plan = this.#diagnosis = null;
    const unreadable = software === 'dt-max' ? 'import/unreadable-csv' : 'import/unreadable-xlsx';
    if (file.size > MOST_LIST_BYTES) return err(appError(unreadable, { bytes: file.size, mostBytes: MOST_LIST_BYTES }));
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      // The file was moved, or a network drive went away, between the drop and now.
      return err(appError(unreadable));
    }
    await onProgress(0, 1);
    const back = earlier && diagnosed ? takeBack(earlier, bytes, clientType, savedMappings) : null;
    if (earlier && diagnosed && back !== null) {
      const returned = { rows: back, sha256: await sha256Hex(bytes), size: file.size };
      this.#draft = earlier;
      this.#diagnosis = {
        ...diagnosed,
        rows: earlier.rows().length,
        returned: [...(diagnosed.returned ?? []), returned],
      };
      return ok(this.#diagnosis);
    }
    const list = readClientList(bytes, software, clientType, savedMappings, overrides);
    if (!list.ok) return list;
    const { kind, encoding, delimiter, sheet, headerRow } = list.value;
    const draft = new ListDraft(list.value, { software, clientType, today: this.#today() });
    let rows = draft.rows();
    if (rows.length === 0) return err(appError('import/no-rows'));
    const kinds = listKind(rows, clientType);
    const others = clientType === 'individuals' ? kinds.corporations : kinds.individuals;
    // iFirm's contacts are of every type, each row saying which: those of the other type are for another import.
    const leaves = list.value.contacts && others < rows.length;
    if (others > 0 && !leaves) return err(appError('import/mixed-list', { ...kinds }));
    if (leaves) {
      draft.leaveOtherTypes();
      rows = draft.rows();
    }
    this.#draft = draft;
    await onProgress(rows.length, rows.length);
    this.#diagnosis = {
      kind,
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(sheet === undefined ? {} : { sheet }),
      headerRow,
      evidence: list.value.evidence,
      notes: [
        ...list.value.notes,
        ...(leaves && others > 0 ? [{ kind: 'other-type-left', count: others } as const] : []),
      ],
      remembered: list.value.saved?.reading ?? null,
      columns: describeColumns(list.value, rows),
      rows: rows.length,
      sha256: await sha256Hex(bytes),
      size: file.size,
    };
    return ok(this.#diagnosis);
  }

  async columns({
    file,
    clientType,
    savedMappings = [],
    overrides,
  }: ReadClientListRequest): Promise<Result<readonly ListColumn[]>> {
    if (file.size > MOST_LIST_BYTES) return err(appError('import/empty-file'));
    try {
      const columns = listColumns(new Uint8Array(await file.arrayBuffer()), clientType, savedMappings, overrides);
      return columns.length === 0 ? err(appError('import/empty-file')) : ok(columns);
    } catch {
      return err(appError('import/unreadable-csv'));
    }
  }

  async plan(request: PlanRequest, onRows: (rows: PackedRows) => void): Promise<Result<PlannedList>> {
    this.#plan = null;
    const planned = await this.#judge(request, new Map());
    if (!planned.ok) return planned;
    const shown = planned.value.rows.map(({ row }) => row);
    this.#plan = planned.value;
    for (let at = 0; at < shown.length; at += ROWS_PER_MESSAGE) {
      const packed = packRows(shown.slice(at, at + ROWS_PER_MESSAGE));
      await onRows(transfer(packed, [packed.bytes.buffer, packed.ends.buffer]));
    }
    return ok({ summary: summarise(shown), facts: planFacts(shown) });
  }

  async revise(revision: PlanRevision): Promise<Result<RevisedPlan>> {
    const [plan, draft] = [this.#plan, this.#draft];
    if (!plan || !draft) return err(appError('batch/preview-stale'));
    let { request } = plan;
    if (revision.kind === 'locks') request = { ...request, locks: revision.locks };
    else {
      const planned = this.#planned(revision.row);
      if (!planned) return err(appError('batch/preview-stale'));
      const key = planned.key;
      if (revision.kind === 'cell') draft.setCell(planned.row.sourceRow, revision.column, revision.text);
      else if (revision.kind === 'unmerge') draft.merge(key, null);
      else {
        const into = this.#planned(revision.into);
        if (!into) return err(appError('batch/preview-stale'));
        draft.merge(key, { into: into.key, take: revision.take });
      }
    }
    const before = plan.rows.map(({ row }) => row);
    const next = await this.#judge(request, identitiesOf(plan.rows));
    if (!next.ok) return next;
    this.#plan = next.value;
    const rows = next.value.rows.map(({ row }) => row);
    const changed = changedRows(before, rows);
    return ok({ summary: summarise(rows), facts: planFacts(rows), length: rows.length, changed });
  }

  async cells(row: RowId): Promise<readonly SourceCell[]> {
    const planned = this.#planned(row);
    return planned && this.#draft ? this.#draft.cells(planned.row.sourceRow) : [];
  }

  async rowsToCorrect({ reasons, language, format }: ReasonedRows): Promise<Result<Blob>> {
    const draft = this.#draft;
    if (!draft || !this.#plan) return err(appError('batch/preview-stale'));
    const sources = new Map(this.#plan.rows.map(({ row }) => [row.id, row.sourceRow]));
    const bySource = new Map<number, string>();
    for (const [row, reason] of reasons) {
      const source = sources.get(row);
      if (source === undefined) continue;
      const said = bySource.get(source);
      bySource.set(source, said === undefined ? reasonCell(language, source, reason) : `${said} ${reason}`);
    }
    return ok(writeTable(draft.withReasons(bySource, REASON_HEADERS[language]), format, draft.delimiter));
  }

  async writeTable(...[rows, format]: Parameters<ClientsWorkerApi['writeTable']>): Promise<Result<Blob>> {
    return ok(writeTable(rows, format));
  }

  #planned(row: RowId): PlannedRow | undefined {
    return this.#plan?.rows.find((planned) => planned.row.id === row);
  }

  async #judge(request: PlanRequest, known: ReadonlyMap<RowKey, RowIdentity>): Promise<Result<Plan>> {
    const [hashes, draft] = [this.#hashes, this.#draft];
    if (!hashes) return err(appError('vault/locked'));
    if (!draft) return err(appError('batch/preview-stale'));
    const read = draft.rows();
    const pending = groupPending(request.pending ?? []);
    const rows = planUpserts({
      mode: request.mode,
      rows: read,
      // Nobody is looked up in an index that is empty.
      identifierHashes: request.officeIndex.length === 0 ? [] : await hashes.toLookUp(read.map(({ client }) => client)),
      serverClients: request.serverClients,
      officeIndex: new Map(request.officeIndex),
      links: new Map(request.links),
      locals: clientsOf(this.#directory),
      pending,
      extension: request.extension,
      ...(request.locks ? { locks: request.locks } : {}),
      known,
      edited: draft.edited(),
      newId: this.#newId,
      mint: () => mintCode(randomIndex),
    });
    return ok({ request, pending, rows, view: new RowView(rows.map(({ row }) => row)) });
  }

  async view(view: PlanView): Promise<Uint32Array> {
    return this.#plan?.view.select(view) ?? new Uint32Array();
  }

  async commit(decisions: ClientsDecisions): Promise<Result<ClientsCommit>> {
    const [keys, hashes, plan] = [this.#keys, this.#hashes, this.#plan];
    if (!keys || !hashes) return err(appError('vault/locked'));
    if (!plan) return err(appError('batch/preview-stale'));
    const decided = toPlanDecisions(decisions);
    const settled = settleDecisions(plan.rows, decided, plan.request);
    if (settled.length === 0) return err(appError('batch/nothing-to-import'));
    const tasks = planToTasks(settled, {
      extension: plan.request.extension,
      accountManagerId: decisions.accountManagerId,
      accountManagers: decisions.accountManagers,
      ...(decisions.invitation === undefined ? {} : { invitation: decisions.invitation }),
      pending: plan.pending,
      newId: this.#newId,
    });
    const records = recordsToKeep(settled, decided);
    const { directory, change } = await changeDirectory(
      keys,
      this.#directory,
      records,
      this.#newId,
      await hashes.toKeep(records),
    );
    this.#directory = directory;
    this.#tasks = tasks.slice(TASKS_PER_MESSAGE);
    return ok({
      directory: change,
      links: settled.flatMap(({ row }) => (row.link ? [[row.localId, row.link.serverId] as const] : [])),
      tasks: tasks.slice(0, TASKS_PER_MESSAGE),
      moreTasks: this.#tasks.length,
      addresses: changedAddresses(
        settled.flatMap(({ previous }, index) => {
          const next = records[index];
          return next === undefined ? [] : [{ previous, next }];
        }),
        this.#today(),
      ),
    });
  }

  async nextTasks(): Promise<readonly PlannedTask[]> {
    const next = this.#tasks.slice(0, TASKS_PER_MESSAGE);
    this.#tasks = this.#tasks.slice(TASKS_PER_MESSAGE);
    return next;
  }

  async searchClients(
    search: string,
    limit: number,
  ): Promise<readonly Pick<LocalClient, 'id' | 'name' | 'clientNumber' | 'address'>[]> {
    return searchDirectory(clientsOf(this.#directory), search, limit);
  }
}

/** Corrected rows of the list at hand, whatever the kind of file they were saved as; `null` when it is another list. */
function takeBack(
  draft: ListDraft,
  bytes: Uint8Array<ArrayBuffer>,
  clientType: ClientType,
  saved: readonly SavedMapping[],
): number | null {
  for (const software of ['dt-max', 'taxprep'] as const) {
    const returned = readClientList(bytes, software, clientType, saved);
    if (returned.ok) return draft.takeBack(returned.value);
  }
  return null;
}

/** What an earlier plan gave each row: its id, its client's, and the code minted for it. */
const identitiesOf = (rows: readonly PlannedRow[]): Map<RowKey, RowIdentity> =>
  new Map(
    rows.map(({ key, row, minted }) => [key, { id: row.id, localId: row.localId, minted: minted ? row.code : null }]),
  );

function changedRows(before: readonly PlanRow[], rows: readonly PlanRow[]): RevisedPlan['changed'] {
  return rows.flatMap((row, at) => (JSON.stringify(before[at]) === JSON.stringify(row) ? [] : [[at, row] as const]));
}

function groupPending(pairs: NonNullable<PlanRequest['pending']>): Map<LocalClientId, OutboxEntryId[]> {
  const groups = new Map<LocalClientId, OutboxEntryId[]>();
  for (const [client, entry] of pairs) groups.set(client, [...(groups.get(client) ?? []), entry]);
  return groups;
}

const toPlanDecisions = ({ refusedFields, excluded, chosen, sides }: ClientsDecisions): PlanDecisions => ({
  refusedFields: new Map(refusedFields.map(([row, fields]) => [row, new Set(fields)])),
  excluded: new Set(excluded),
  chosen: new Map(chosen),
  sides: new Map(sides),
});
