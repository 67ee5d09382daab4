import type { LocalClient, ServerClient } from '../../../../src/core/clients/client';
import type { UpsertRequest } from '../../../../src/core/clients/plan-upserts';
import type { RowIssue } from '../../../../src/core/clients/row-issue';
import type { FieldChange, PlanStatus } from '../../../../src/core/clients/upsert-plan';
import { differences, DOCUMENTED, ofList, ofServer, over } from './differences';
import { codesOf, invitationsOf } from './new-clients';
import { whoIsKept, whoIsThere, type Outcome } from './people';
import { low } from './words';

type Row = UpsertRequest['rows'][number];

/** What a row will do, but for the ids that are drawn at random. */
export interface Verdict {
  readonly status: PlanStatus;
  readonly link: string | null;
  readonly previous: string | null;
  readonly changes: readonly FieldChange[];
  readonly byHand: readonly FieldChange[];
  readonly withheld: readonly (FieldChange & { readonly why: string })[];
  readonly conflicts: readonly string[];
  readonly issues: readonly string[];
  readonly candidates: readonly number[];
  readonly emailDecided: boolean;
  readonly twin: string | null;
  /** « IS » for one that we mint. */
  readonly code: string;
  readonly invitation: string;
}

/** A row once who it is has been decided. */
export interface Judged {
  readonly row: Row;
  readonly at: number;
  readonly server: ServerClient | null;
  readonly previous: LocalClient | null;
  readonly verdict: Omit<Verdict, 'code' | 'invitation'>;
}

/** The dry run (product §1.3 to 1.5), each row by itself and no shortcut. */
export function slowPlan(request: UpsertRequest): Verdict[] {
  const kept = whoIsKept(request.rows, request.locals);
  const there = whoIsThere(request, kept);
  const met = new Set(kept);
  const judged = request.rows.map((row, at): Judged => {
    const outcome = there[at] ?? null;
    const server = outcome?.kind === 'linked' ? outcome.server : null;
    // A client kept here that no row was recognised as, but whose GEM-BOOKS client this row is.
    const byLink = request.locals.findLast(({ id }) => server !== null && request.links.get(id) === server.id);
    const previous = kept[at] ?? (byLink && !met.has(byLink) ? byLink : null);
    return { row, at, server, previous, verdict: verdictOf(request, row, { outcome, server, previous }) };
  });
  const codes = codesOf(request, judged);
  const invitations = invitationsOf(request, judged);
  return judged.map(({ verdict, at }) => {
    const { code, taken } = codes[at] ?? { code: '', taken: false };
    const issues = taken ? [...verdict.issues, 'code-taken'] : verdict.issues;
    return { ...verdict, issues, code, invitation: invitations[at] ?? 'not-new' };
  });
}

function verdictOf(
  request: UpsertRequest,
  row: Row,
  who: {
    readonly outcome: Outcome | null;
    readonly server: ServerClient | null;
    readonly previous: LocalClient | null;
  },
): Judged['verdict'] {
  const { outcome, server, previous } = who;
  const doubts: readonly Pick<RowIssue, 'code' | 'severity'>[] =
    outcome?.kind === 'check'
      ? [...row.issues, { code: outcome.doubt as RowIssue['code'], severity: 'check' }]
      : row.issues;
  const proposal = proposalOf(request, row, server, previous);
  const isReplaced = proposal !== null && proposal.all.some(({ field, before }) => field === 'email' && before !== '');
  const empty = { changes: [], byHand: [], withheld: [], conflicts: [], emailDecided: false };
  const judgement = (): Pick<Judged['verdict'], 'status' | keyof typeof empty> & { readonly said?: true } => {
    if (doubts.some(({ severity }) => severity === 'error')) return { ...empty, status: 'error' };
    if (row.duplicate) return { ...empty, status: 'unchanged' };
    const isDoubtful = doubts.some(({ severity }) => severity === 'check');
    if (proposal === null) {
      if (isDoubtful) return { ...empty, status: 'check' };
      return { ...empty, status: request.mode === 'update-only' ? 'unchanged' : 'create' };
    }
    const { changes, byHand, withheld, emailDecided, all, conflicts } = proposal;
    if (isDoubtful) return { status: 'check', changes, byHand, withheld, emailDecided, conflicts: [], said: true };
    if (request.mode === 'create-only') {
      const left = all.map((change) => ({ ...change, why: 'mode' }));
      return { ...empty, status: 'unchanged', withheld: [...withheld, ...left], said: true };
    }
    const status = changes.length === 0 ? 'unchanged' : conflicts.length > 0 ? 'conflict' : 'update';
    return {
      status,
      changes,
      byHand,
      withheld,
      emailDecided,
      conflicts: status === 'conflict' ? conflicts : [],
      said: true,
    };
  };
  const { said, ...judged } = judgement();
  const offered = (judged.status === 'check' || judged.status === 'conflict') && server !== null ? [server] : [];
  return {
    ...judged,
    issues: [...doubts.map(({ code }) => code), ...(said && isReplaced ? ['email-replaced'] : [])],
    candidates: (outcome?.kind === 'check' ? outcome.candidates : offered).map(({ id }) => id),
    link: outcome?.kind === 'linked' ? `${outcome.basis} ${outcome.server.id}` : null,
    previous: previous?.id ?? null,
    twin: row.twin ?? null,
  };
}

/** What the row would change; `null` where there is nothing to compare it with. */
function proposalOf(request: UpsertRequest, row: Row, server: ServerClient | null, previous: LocalClient | null) {
  const isUnderWay = previous !== null && request.pending.has(previous.id);
  if (server === null && !isUnderWay) return null;
  const there = server === null ? null : ofServer(server);
  const baseline = isUnderWay ? over(ofList(previous), there) : over(ofServer(server as ServerClient), null);
  const list = ofList(row.client);
  const locks = request.locks;
  const isLocked = (field: string): boolean =>
    server !== null &&
    [...(locks?.office ?? []), ...(locks?.clients.find(([id]) => id === server.id)?.[1] ?? [])].some(
      (one) => one === field,
    );
  const whyNot = ({ field, after }: FieldChange): string | null =>
    isLocked(field) ? 'locked' : previous?.kept?.[field] === after ? 'kept' : null;
  const found = differences(list, baseline, request.extension);
  const all = found.filter((change) => whyNot(change) === null);
  const withheld = found.flatMap((change) => {
    const why = whyNot(change);
    return why === null ? [] : [{ ...change, why }];
  });
  const isSendable = ({ field }: FieldChange): boolean => request.extension || DOCUMENTED.includes(field);
  const changes = all.filter(isSendable);
  const replaced = all.find(({ field, before }) => field === 'email' && before !== '');
  const emailDecided =
    replaced !== undefined &&
    previous?.emailHeld === undefined &&
    previous?.emailReplaced === replaced.before &&
    previous.email === replaced.after;
  return {
    all,
    withheld,
    changes,
    byHand: all.filter((change) => !isSendable(change)),
    emailDecided,
    conflicts: bothChanged(),
  };

  /** Changed here since the last import, and in GEM-BOOKS too: neither edit is to be lost. */
  function bothChanged(): string[] {
    if (previous === null) return [];
    const known = over(ofList(previous), null);
    const here = differences(list, known, true).map(({ field }) => field);
    const elsewhere = differences(known, baseline, true).map(({ field }) => field);
    return changes
      .filter(({ field, before }) => low(before) !== '' && here.includes(field) && elsewhere.includes(field))
      .map(({ field }) => `${field} ${known[field]}`);
  }
}
