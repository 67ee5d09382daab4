import type { LocalClient } from '../clients/client';
import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import { isPaper } from '../forms/is-paper';
import type { LocalClientId } from '../ids';
import type { ShiftWitness } from './batch-shift';
import type { ClientDirectory } from './client-directory';
import type { DeliveredReturn } from './delivery-key';
import { disputedNumbers } from './disputed-numbers';
import type { DocumentIssue, DocumentRow } from './document-row';

/** A row with what only the batch can judge: the digest of its bytes and its delivery key (`null` = not deliverable). */
export interface BatchMember {
  readonly row: DocumentRow;
  readonly sha256: string;
  readonly deliveryKey: string | null;
  /** Province of residence on 31 December that the document states, if it does. */
  readonly yearEndProvince: string | null;
  /** Federal refund in dollars, a balance owing below zero; `null` where the content does not say. */
  readonly refund?: number | null;
  /** An earlier version was sent, and its signature does not cover this one. */
  readonly resigns: boolean;
  /** The technician wrote why its contradiction does not count. */
  readonly overridden?: boolean;
  /** Whom the content alone shows. */
  readonly witness: Pick<ShiftWitness, 'shown' | 'byName' | 'printed'>;
  /** Which return the content says it is of; `null` when it could not be read. */
  readonly filing: Pick<DeliveredReturn, 'periodEnd' | 'returnKind'> | null;
}

/** Filed by residents of Quebec on 31 December alone. */
const QUEBEC_FORMS: ReadonlySet<FormCode | null> = new Set(['TP-1000.TE', 'TP-1'] as const);

/**
 * Judges rows against one another, and against what the office delivered before: the later of two documents for the
 * same client, form and year is blocked; the first is to be checked when they are not the same bytes; a key that the
 * server already knows is « Déjà envoyé »; a Quebec form of somebody whose return says another province on 31 December
 * is to be checked; so are documents that disagree on a client's SIN; a spouse without a document of the same form is a
 * note.
 */
export function judgeBatch(
  members: readonly BatchMember[],
  delivered: ReadonlySet<string>,
  directory: ClientDirectory,
): DocumentRow[] {
  const groups = groupByKey(members);
  const elsewhere = residentsElsewhere(members);
  const strays = strayReturns(members);
  const present = new Set(members.map(({ row }) => presence(row.client?.id, row.form)));
  const disputed = disputedNumbers(members);
  return members.map((member) => {
    const { row, deliveryKey } = member;
    if (deliveryKey === null) return row;
    if (isContradicted(member)) return row;
    if (delivered.has(deliveryKey)) return { ...row, status: 'already-sent' as const };
    const same = groups.get(deliveryKey) ?? [];
    const withDuplicates = same.length > 1 ? markDuplicate(member, same) : markStray(member, strays);
    const numbered = disputed.has(member)
      ? withIssue(withDuplicates, { code: 'number-disputed', severity: 'check' })
      : withDuplicates;
    const resigned = member.resigns
      ? withIssue(numbered, { code: 'needs-new-signature', severity: 'check' })
      : numbered;
    return markMissingSpouse(markElsewhere(resigned, member, elsewhere), present, directory);
  });
}

/** A document of somebody else takes nobody's place. */
const isContradicted = ({ row, overridden }: BatchMember): boolean =>
  row.concordance.grade === 'contradiction' && overridden !== true;

/** Whose it is; of a document that found nobody, whom its content shows. */
const person = ({ row: { client, taxYear }, witness }: BatchMember): string =>
  `${client?.id ?? witness.shown ?? ''}|${taxYear ?? ''}`;

/** Client and year of every return that states a province, and not Quebec. */
const residentsElsewhere = (members: readonly BatchMember[]): ReadonlySet<string> =>
  new Set(
    members
      .filter((it) => it.yearEndProvince !== null && it.yearEndProvince !== 'QC' && !isContradicted(it))
      .map(person),
  );

const markElsewhere = (row: DocumentRow, member: BatchMember, elsewhere: ReadonlySet<string>): DocumentRow =>
  row.client && QUEBEC_FORMS.has(row.form) && elsewhere.has(person(member))
    ? withIssue(row, { code: 'not-quebec', severity: 'check' })
    : row;

function groupByKey(members: readonly BatchMember[]): Map<string, BatchMember[]> {
  const groups = new Map<string, BatchMember[]>();
  for (const member of members) {
    if (member.deliveryKey === null || isContradicted(member)) continue;
    const group = groups.get(member.deliveryKey);
    if (group) group.push(member);
    else groups.set(member.deliveryKey, [member]);
  }
  return groups;
}

function markDuplicate(member: BatchMember, same: readonly BatchMember[]): DocumentRow {
  const { row } = member;
  if (member !== same[0]) return withIssue(row, { code: 'duplicate-in-batch', severity: 'block' });
  const identical = same.every(({ sha256 }) => sha256 === member.sha256);
  return identical ? row : withIssue(row, { code: 'duplicate-in-batch', severity: 'check' });
}

/** One client's one return: what the delivery key says, before the figures. `null` for an office's own paper. */
function returnOf(client: LocalClientId | null | undefined, { row, filing }: BatchMember): string | null {
  if (!client || !filing || row.form === null || isPaper(row.form)) return null;
  return [client, row.form, row.taxYear, filing.periodEnd, filing.returnKind].join('|');
}

/** By the return it shows: the files that show it and that nobody will receive as they stand. */
function strayReturns(members: readonly BatchMember[]): ReadonlyMap<string, readonly BatchMember[]> {
  const strays = new Map<string, BatchMember[]>();
  for (const member of members) {
    if (member.deliveryKey !== null && !isContradicted(member)) continue;
    if (!member.witness.byName) continue;
    const shown = returnOf(member.witness.shown, member);
    if (shown !== null) strays.set(shown, [...(strays.get(shown) ?? []), member]);
  }
  return strays;
}

/** Which of two versions is the right one is not known, although only one of them found its client. */
function markStray(member: BatchMember, strays: ReadonlyMap<string, readonly BatchMember[]>): DocumentRow {
  const others = strays.get(returnOf(member.row.client?.id, member) ?? '') ?? [];
  // Assigned later, the other copy would take this one's place.
  if (others.some(({ sha256, row }) => sha256 === member.sha256 && row.status === 'unmatched')) {
    return withIssue(member.row, { code: 'duplicate-in-batch', severity: 'check' });
  }
  return others.some((other) => isAnotherVersion(member, other))
    ? withIssue(member.row, { code: 'version-elsewhere', severity: 'check' })
    : member.row;
}

/** The same figures in other bytes are a second print, not another version. */
const isAnotherVersion = (a: BatchMember, b: BatchMember): boolean =>
  a.sha256 !== b.sha256 && (a.refund ?? null) !== (b.refund ?? null);

const presence = (client: string | undefined, form: string | null): string => `${client ?? ''}|${form ?? ''}`;

function markMissingSpouse(row: DocumentRow, present: ReadonlySet<string>, directory: ClientDirectory): DocumentRow {
  const client = row.client ? directory.byId(row.client.id) : null;
  if (!client || row.form === null || !FORM_CATALOG[row.form].onePerson) return row;
  const spouse = spouseOf(client, directory);
  if (!spouse) return row;
  return present.has(presence(spouse.id, row.form))
    ? row
    : withIssue(row, { code: 'spouse-missing', severity: 'note' });
}

function spouseOf(client: LocalClient, directory: ClientDirectory): LocalClient | null {
  if (client.household === null || client.clientNumber === null) return null;
  const wanted = client.relation === 'head' ? 'spouse' : client.relation === 'spouse' ? 'head' : null;
  const family = directory.byNumber(client.clientNumber);
  return family.find((other) => other.household === client.household && other.relation === wanted) ?? null;
}

function withIssue(row: DocumentRow, issue: DocumentIssue): DocumentRow {
  return { ...row, issues: [...row.issues, issue], status: stricter(row.status, issue.severity) };
}

function stricter(status: DocumentRow['status'], severity: DocumentIssue['severity']): DocumentRow['status'] {
  if (severity === 'block' && (status === 'ready' || status === 'confirm' || status === 'check')) return 'blocked';
  if (severity === 'check' && (status === 'ready' || status === 'confirm')) return 'check';
  return status;
}
