import type {
  DocumentDecision,
  DocumentIssueCode,
  DocumentRow,
  DocumentStatus,
  Evidence,
} from '../../core/documents/document-row';
import { isReason, journalReason } from '../../core/documents/typed-reason';
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

/** A click makes it ready: nothing blocks it, and its recipient has an address. */
export const isConfirmable = ({ status, recipients }: DocumentRow): boolean =>
  (status === 'confirm' || status === 'check') && recipients.every(({ email }) => email !== null);

/** A line that a person has to look at: neither ready nor out of the batch, and nothing decided of it yet. */
export const isProblem = (row: DocumentRow, decision: DocumentDecision | null): boolean =>
  decision === null && (PROBLEMS as readonly DocumentStatus[]).includes(row.status);

const PROBLEMS = ['confirm', 'check', 'blocked', 'unmatched'] as const;

/** The next (or previous) of these lines that still asks for somebody, after `selected`; `null` when none does. */
export function problemFrom(
  shown: readonly DocumentRow[],
  decisions: DocumentDecisions,
  selected: RowId | null,
  step: 1 | -1,
): DocumentRow | null {
  const from = shown.findIndex(({ id }) => id === selected);
  const start = from < 0 && step < 0 ? 0 : from;
  for (let far = 1; far <= shown.length; far += 1) {
    const row = shown[(start + step * far + shown.length * 2) % shown.length];
    if (row && isProblem(row, decisions.get(row.id) ?? null)) return row;
  }
  return null;
}

/** A typed reason as the journal may keep it: it names none of the people of these lines. */
export function reasonOf(reason: string, rows: readonly DocumentRow[]): string {
  const people = rows.flatMap((row) => [row.client, ...row.candidates, ...row.recipients]);
  return journalReason(
    reason,
    people.flatMap((it) => it?.name ?? []),
  );
}

export function journalled(decision: DocumentDecision, row: DocumentRow | null): DocumentDecision {
  return 'reason' in decision
    ? { ...decision, reason: reasonOf(decision.reason, row === null ? [] : [row]) }
    : decision;
}

/** Whether enough of a reason is left once nobody is named in it. */
export const isReasonFor = (reason: string, rows: readonly DocumentRow[]): boolean => isReason(reasonOf(reason, rows));

/** Said of a whole return, not of whose it is: the same for many, and safe to confirm together. */
const SHARED_REASONS: readonly DocumentIssueCode[] = ['wrong-year', 'needs-new-signature'];

/**
 * Lines that one click may confirm: identified by a whole or masked SIN, nothing against them, and one same thing to
 * check. Grouped by that thing.
 */
export function confirmableTogether(
  rows: readonly DocumentRow[],
  decisions: DocumentDecisions,
): { readonly code: DocumentIssueCode; readonly rows: readonly DocumentRow[] }[] {
  return SHARED_REASONS.flatMap((code) => {
    const same = rows.filter(({ id, status, concordance, issues }) => {
      const told = issues.filter(({ severity }) => severity !== 'note');
      const isSure = concordance.grade === 'full' || concordance.grade === 'masked';
      const isAlone = told.length > 0 && told.every((issue) => issue.code === code);
      return status === 'check' && !decisions.has(id) && isSure && isAlone && concordance.evidence.every(isFor);
    });
    return same.length > 1 ? [{ code, rows: same }] : [];
  });
}

const isFor = ({ supports }: Evidence): boolean => supports;

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
    const spouses = row.recipients.filter(({ role }) => role === 'spouse');
    for (const { clientId } of spouses) people.add(clientId);
    if (spouses.length === 0 || spouses.length < row.recipients.length) people.add(row.client.id);
    envelopes.add(`${row.client.id}|${row.placement.kind}`);
  }
  return { counts, documents, envelopes: envelopes.size, people: people.size, staying };
}
