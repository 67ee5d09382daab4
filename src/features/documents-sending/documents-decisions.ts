import type { DocumentDecision, DocumentRow, DocumentStatus } from '../../core/documents/document-row';
import type { RowId } from '../../core/ids';

export type DocumentDecisions = ReadonlyMap<RowId, DocumentDecision>;

export const NO_DECISIONS: DocumentDecisions = new Map();

export interface DocumentsOutlook {
  readonly counts: Readonly<Record<DocumentStatus, number>>;
  /** What Importer will send. */
  readonly documents: number;
  readonly envelopes: number;
  readonly people: number;
  /** What stays, rows set aside apart. */
  readonly staying: Readonly<Record<Exclude<DocumentStatus, 'ready'>, number>> & { readonly setAside: number };
}

/** Counts as decided. One envelope per client and purpose; a person is a client, also when two share an address. */
export function outlookOf(rows: readonly DocumentRow[], decisions: DocumentDecisions): DocumentsOutlook {
  const counts = { ready: 0, confirm: 0, check: 0, blocked: 0, unmatched: 0, 'already-sent': 0, refused: 0 };
  const staying = { ...counts, setAside: 0 };
  const envelopes = new Set<string>();
  const people = new Set<string>();
  let documents = 0;
  for (const row of rows) {
    counts[row.status] += 1;
    if (decisions.get(row.id)?.kind === 'set-aside') {
      staying.setAside += 1;
      continue;
    }
    if (row.status !== 'ready' || row.client === null) {
      staying[row.status] += 1;
      continue;
    }
    documents += 1;
    people.add(row.client.id);
    envelopes.add(`${row.client.id}|${row.placement.kind}`);
  }
  return { counts, documents, envelopes: envelopes.size, people: people.size, staying };
}
