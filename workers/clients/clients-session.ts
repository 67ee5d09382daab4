import { appError } from '../../src/core/app-error';
import type { LocalClient } from '../../src/core/clients/client';
import { identifierText } from '../../src/core/clients/client-snapshot';
import type { JudgedRow } from '../../src/core/clients/duplicates';
import { listKind } from '../../src/core/clients/list-kind';
import { mintCode } from '../../src/core/clients/mint-code';
import { summarise } from '../../src/core/clients/plan-summary';
import { planToTasks } from '../../src/core/clients/plan-to-tasks';
import { planUpserts, type PlannedRow } from '../../src/core/clients/plan-upserts';
import { readRows } from '../../src/core/clients/read-rows';
import { recordsToKeep } from '../../src/core/clients/records-to-keep';
import { settleDecisions, type PlanDecisions } from '../../src/core/clients/settle-decisions';
import type { PlanRow, PlanSummary } from '../../src/core/clients/upsert-plan';
import type { LocalClientId, OutboxEntryId } from '../../src/core/ids';
import { err, ok, type Result } from '../../src/core/result';
import { keyedHash } from '../../src/vault/keyed-hash';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';
import type {
  ClientsCommit,
  ClientsDecisions,
  ClientsWorkerApi,
  ListColumn,
  PlanRequest,
  PlanView,
  ReadClientListRequest,
  SourceDiagnosis,
} from '../../src/worker-bridge/clients-worker-api';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import { listColumns } from '../tables/list-columns';
import { MOST_LIST_BYTES, readClientList } from '../tables/read-client-list';
import { changeDirectory, clientsOf, EMPTY_DIRECTORY, openDirectory, type ClientDirectory } from './client-directory';
import { describeColumns } from './describe-columns';
import { idSource, randomIndex } from './random-source';
import { RowView } from './row-view';
import { searchDirectory } from './search-directory';
import { localDate } from '../shared/local-date';
import { sha256Hex } from '../shared/sha256-hex';

/** Rows per message to the page. */
const ROWS_PER_MESSAGE = 500;

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
  #rows: readonly JudgedRow[] | null = null;
  #plan: Plan | null = null;
  readonly #today: () => string;

  /** `today`: the ISO date here, which tells minors from adults. */
  constructor(today: () => string = () => localDate(new Date())) {
    this.#today = today;
  }

  async configure(keys: WorkerKeys, image: ClientDirectoryImage): Promise<Result<null>> {
    const opened = await openDirectory(keys.sealKey, image);
    if (!opened.ok) return opened;
    this.#keys = keys;
    this.#directory = opened.value;
    return ok(null);
  }

  async read(
    { file, software, clientType, savedMappings = [], overrides }: ReadClientListRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<SourceDiagnosis>> {
    this.#rows = this.#plan = null;
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
    const list = readClientList(bytes, software, clientType, savedMappings, overrides);
    if (!list.ok) return list;
    const { kind, encoding, delimiter, sheet, header, headerRow, headers, rows: below, epoch1904 } = list.value;
    let rows = readRows({
      clientType,
      mapping: header.mapping,
      headers,
      rows: below,
      epoch1904,
      scope: software,
      today: this.#today(),
    });
    if (rows.length === 0) return err(appError('import/no-rows'));
    const kinds = listKind(rows, clientType);
    const others = clientType === 'individuals' ? kinds.corporations : kinds.individuals;
    // iFirm's contacts are of every type, each row saying which: those of the other type are for another import.
    const leaves = list.value.contacts && others < rows.length;
    if (others > 0 && !leaves) return err(appError('import/mixed-list', { ...kinds }));
    if (leaves) rows = rows.filter(({ client }) => (client.kind === 'individual') === (clientType === 'individuals'));
    this.#rows = rows;
    await onProgress(rows.length, rows.length);
    return ok({
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
    });
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

  async plan(request: PlanRequest, onRows: (rows: readonly PlanRow[]) => void): Promise<Result<PlanSummary>> {
    this.#plan = null;
    const [keys, rows] = [this.#keys, this.#rows];
    if (!keys) return err(appError('vault/locked'));
    if (!rows) return err(appError('batch/preview-stale'));
    const pending = groupPending(request.pending ?? []);
    const planned = planUpserts({
      mode: request.mode,
      rows,
      identifierHashes: await Promise.all(rows.map(({ client }) => hashOf(keys, client))),
      serverClients: request.serverClients,
      officeIndex: new Map(request.officeIndex),
      links: new Map(request.links),
      locals: clientsOf(this.#directory),
      pending,
      extension: request.extension,
      newId: this.#newId,
      mint: () => mintCode(randomIndex),
    });
    const shown = planned.map(({ row }) => row);
    this.#plan = { request, pending, rows: planned, view: new RowView(shown) };
    for (let at = 0; at < shown.length; at += ROWS_PER_MESSAGE) await onRows(shown.slice(at, at + ROWS_PER_MESSAGE));
    return ok(summarise(shown));
  }

  async view(view: PlanView): Promise<Uint32Array> {
    return this.#plan?.view.select(view) ?? new Uint32Array();
  }

  async commit(decisions: ClientsDecisions): Promise<Result<ClientsCommit>> {
    const [keys, plan] = [this.#keys, this.#plan];
    if (!keys) return err(appError('vault/locked'));
    if (!plan) return err(appError('batch/preview-stale'));
    const decided = toPlanDecisions(decisions);
    const settled = settleDecisions(plan.rows, decided, plan.request);
    if (settled.length === 0) return err(appError('batch/nothing-to-import'));
    const tasks = planToTasks(settled, {
      extension: plan.request.extension,
      accountManagerId: decisions.accountManagerId,
      accountManagers: decisions.accountManagers,
      pending: plan.pending,
      newId: this.#newId,
    });
    const { directory, change } = await changeDirectory(
      keys,
      this.#directory,
      recordsToKeep(settled, decided),
      this.#newId,
    );
    this.#directory = directory;
    return ok({
      directory: change,
      links: settled.flatMap(({ row }) => (row.link ? [[row.localId, row.link.serverId] as const] : [])),
      tasks,
    });
  }

  async searchClients(
    search: string,
    limit: number,
  ): Promise<readonly Pick<LocalClient, 'id' | 'name' | 'clientNumber' | 'address'>[]> {
    return searchDirectory(clientsOf(this.#directory), search, limit);
  }
}

async function hashOf(keys: WorkerKeys, client: JudgedRow['client']): Promise<string | null> {
  const text = identifierText(client);
  return text === null ? null : keyedHash(keys.identifierKey, text);
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
