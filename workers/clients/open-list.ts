import { appError } from '../../src/core/app-error';
import type { ClientType } from '../../src/core/clients/client';
import { listKind } from '../../src/core/clients/list-kind';
import type { SavedMapping } from '../../src/core/clients/saved-mapping';
import { err, ok, type Result } from '../../src/core/result';
import type { ReadClientListRequest, SourceDiagnosis } from '../../src/worker-bridge/clients-worker-api';
import { sha256Hex } from '../shared/sha256-hex';
import { MOST_LIST_BYTES, readClientList } from '../tables/read-client-list';
import { describeColumns } from './describe-columns';
import { ListDraft } from './list-draft';

/** A list being worked on, and what the source doctor says of it. */
export interface OpenList {
  readonly draft: ListDraft;
  readonly diagnosis: SourceDiagnosis;
}

export interface OpenListOptions {
  /** The list worked on before: the file may be some of its rows, corrected. */
  readonly earlier: OpenList | null;
  /** ISO date. */
  readonly today: string;
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads a dropped file. Errors: those of `readClientList`, `import/no-rows`, `import/mixed-list`. */
export async function openList(
  { file, software, clientType, savedMappings = [], overrides }: ReadClientListRequest,
  { earlier, today, onProgress }: OpenListOptions,
): Promise<Result<OpenList>> {
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
  const back = earlier && takeBack(earlier.draft, bytes, clientType, savedMappings);
  if (earlier && back !== null) {
    const { draft, diagnosis } = earlier;
    const returned = { rows: back, sha256: await sha256Hex(bytes), size: file.size };
    return ok({
      draft,
      diagnosis: { ...diagnosis, rows: draft.rows().length, returned: [...(diagnosis.returned ?? []), returned] },
    });
  }
  const list = readClientList(bytes, software, clientType, savedMappings, overrides);
  if (!list.ok) return list;
  const { kind, encoding, delimiter, sheet, headerRow } = list.value;
  const draft = new ListDraft(list.value, { software, clientType, today });
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
  await onProgress(rows.length, rows.length);
  const diagnosis: SourceDiagnosis = {
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
  return ok({ draft, diagnosis });
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
