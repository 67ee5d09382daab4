import { proxy } from 'comlink';
import type { ClientType, Software } from '../../../src/core/clients/client';
import type { PlanRow } from '../../../src/core/clients/upsert-plan';
import { maskSin } from '../../../src/core/identifiers/masking';
import { err, ok, type Result } from '../../../src/core/result';
import type { ClientsWorkerApi, SourceDiagnosis } from '../../../src/worker-bridge/clients-worker-api';
import { unpackRows, type PackedRows } from '../../../src/worker-bridge/packed-rows';
import { workerHandle, type WorkerHandle } from '../../../src/worker-bridge/worker-handle';
import { extensionOf, type CorpusAnswer, type CorpusKind, type CorpusRunner, type Emit } from '../kind';
import { newWorkerKeys } from '../new-worker-keys';

const TEXT = ['.csv', '.tsv', '.txt'];
const WORKBOOKS = ['.xls', '.xlsx', '.xlsb', '.ods'];

/** Client lists, through the clients worker: read, then planned against an empty office. */
export const lists: CorpusKind = {
  extensions: [...TEXT, ...WORKBOOKS],
  limit: { ms: 9_000, code: 'import/too-slow' },
  start(): CorpusRunner {
    const worker = workerHandle<ClientsWorkerApi>(
      () => new Worker(new URL('../../../workers/clients.worker.ts', import.meta.url), { type: 'module' }),
      async (api) => api.configure(await newWorkerKeys(), { chunks: [], snapshot: null }),
    );
    return { answer: (file, emit) => answer(worker, file, emit), end: () => worker.terminate() };
  },
};

type Handle = WorkerHandle<ClientsWorkerApi>;

async function answer(worker: Handle, file: File, emit: Emit): Promise<CorpusAnswer> {
  const extension = extensionOf(file.name);
  const kind = TEXT.includes(extension) ? 'csv' : extension.slice(1);
  const software: Software = TEXT.includes(extension) ? 'dt-max' : 'taxprep';
  const diagnosis = await diagnose(worker, file, software);
  if (!diagnosis.ok) return { kind, outcome: 'refused', code: diagnosis.error.code };
  const rows: PlanRow[] = [];
  const planned = await worker.call((api) =>
    api.plan(
      { mode: 'create-and-update', serverClients: [], officeIndex: [], links: [], extension: true },
      proxy((chunk: PackedRows) => void rows.push(...unpackRows(chunk))),
    ),
  );
  if (!planned.ok) return { kind, outcome: 'refused', code: planned.error.code };
  const { encoding, delimiter, sheet, headerRow } = diagnosis.value;
  await emit(`${file.name}.json`, new Blob([JSON.stringify({ diagnosis: diagnosis.value, rows: rows.map(masked) })]));
  const issues = rows.reduce((sum, row) => sum + row.issues.length, 0);
  return {
    kind: diagnosis.value.kind,
    outcome: 'read',
    encoding,
    delimiter,
    sheet,
    headerRow,
    rows: rows.length,
    issues,
  };
}

/** Nobody says what type of list a file of the corpus is: individuals, or else what the refusal says it holds. */
async function diagnose(worker: Handle, file: File, software: Software): Promise<Result<SourceDiagnosis>> {
  const read = (clientType: ClientType) =>
    worker.call((api) =>
      api.read(
        { file, software, clientType },
        proxy(() => {}),
      ),
    );
  const first = await read('individuals');
  if (first.ok || first.error.code !== 'import/mixed-list' || first.error.details?.['individuals'] !== 0) return first;
  const second = await read('corporations');
  return second.ok ? ok(second.value) : err(second.error);
}

const masked = ({ client, sourceRow, status, issues }: PlanRow) => ({
  sourceRow,
  status,
  issues,
  client: { ...client, sin: client.sin === null ? null : maskSin(client.sin) },
});
