import type { ImportedClient, LocalClient, ServerClient } from './client';
import { fieldChanges, isDocumentedField, wantedValues, type ServerValues } from './field-changes';
import { wasDecided } from './email-hold';
import type { RowIssue } from './row-issue';
import { applyPolicy, replacedEmail, type WithheldChange } from './field-policy';
import type { FieldChange, FieldConflict, PlanMode, PlanStatus, UpdatableField } from './upsert-plan';

export interface RowStatusRequest {
  readonly client: ImportedClient;
  readonly issues: readonly RowIssue[];
  readonly duplicate: boolean;
  /** The GEM-BOOKS client it is linked to. */
  readonly server: ServerClient | null;
  /** What this workstation kept of it. */
  readonly previous: LocalClient | null;
  /** Entries of this client are under way. */
  readonly pending: boolean;
  readonly extension: boolean;
  readonly mode: PlanMode;
  /** Fields that no list may change. */
  readonly locked?: ReadonlySet<UpdatableField>;
}

export interface RowJudgement {
  readonly status: PlanStatus;
  readonly changes: readonly FieldChange[];
  /** Changes that no route of this server carries (name, e-mail without the extension): « À corriger dans GEM-BOOKS ». */
  readonly byHand: readonly FieldChange[];
  readonly withheld: readonly WithheldChange[];
  readonly conflicts: readonly FieldConflict[];
  readonly issues: readonly RowIssue[];
  /** Its replaced e-mail was decided by an earlier import. */
  readonly emailDecided?: true;
}

/** One row's filter and its changes, when its link is decided. */
export function planRowStatus(request: RowStatusRequest): RowJudgement {
  const { client, issues, server, previous, mode } = request;
  const none = { changes: [], byHand: [], withheld: [], conflicts: [] };
  const answer = (status: PlanStatus): RowJudgement => ({ ...none, status, issues });
  if (issues.some(({ severity }) => severity === 'error')) return answer('error');
  if (request.duplicate) return answer('unchanged');
  const needsDecision = issues.some(({ severity }) => severity === 'check');

  const baseline = request.pending && previous !== null ? underWay(previous, server) : server;
  if (baseline === null) {
    if (needsDecision) return answer('check');
    return answer(mode === 'update-only' ? 'unchanged' : 'create');
  }
  const { proposed: all, withheld } = applyPolicy(
    fieldChanges(client, baseline, request.extension),
    request.locked ?? NOTHING_LOCKED,
    previous?.kept ?? {},
  );
  const changes = request.extension ? all : all.filter(({ field }) => isDocumentedField(field));
  const byHand = request.extension ? [] : all.filter(({ field }) => !isDocumentedField(field));
  const replaced = replacedEmail(all);
  const decided = replaced !== null && wasDecided(replaced, previous) ? ({ emailDecided: true } as const) : {};
  const said: readonly RowIssue[] = replaced
    ? [...issues, { code: 'email-replaced', severity: 'warning', field: 'email' }]
    : issues;
  const judged = { changes, byHand, withheld, issues: said, ...decided };
  if (needsDecision) return { ...judged, status: 'check', conflicts: [] };
  if (mode === 'create-only') {
    const left = all.map((change) => ({ ...change, why: 'mode' as const }));
    return { ...none, status: 'unchanged', withheld: [...withheld, ...left], issues: said };
  }
  if (changes.length === 0) return { ...judged, status: 'unchanged', conflicts: [] };
  const conflicts = bothChanged(client, previous, baseline, changes);
  return { ...judged, status: conflicts.length > 0 ? 'conflict' : 'update', conflicts };
}

const NOTHING_LOCKED: ReadonlySet<UpdatableField> = new Set();

/** What GEM-BOOKS will hold once the entries under way have arrived: what was imported, over what is there. */
function underWay(previous: LocalClient, server: ServerClient | null): ServerValues {
  const wanted = wantedValues(previous);
  const value = (field: Exclude<keyof ServerValues, 'language'>): string => wanted[field] ?? server?.[field] ?? '';
  return {
    name: value('name'),
    email: value('email'),
    language: previous.language ?? server?.language ?? null,
    address: value('address'),
    address2: value('address2'),
    city: value('city'),
    state: value('state'),
    zipcode: value('zipcode'),
    phone: value('phone'),
  };
}

/**
 * A field that was changed both here (the list no longer says what it said at the last import) and in GEM-BOOKS (which
 * no longer holds it): two edits, neither to be lost, so a person decides.
 */
function bothChanged(
  client: ImportedClient,
  previous: LocalClient | null,
  server: ServerValues,
  changes: readonly FieldChange[],
): FieldConflict[] {
  if (previous === null) return [];
  const known = underWay(previous, null);
  const changedHere = new Set(fieldChanges(client, known, true).map(({ field }) => field));
  const changedThere = new Set(fieldChanges(previous, server, true).map(({ field }) => field));
  return changes.flatMap(({ field, before }) =>
    before !== '' && changedHere.has(field) && changedThere.has(field) ? [{ field, known: known[field] ?? '' }] : [],
  );
}
