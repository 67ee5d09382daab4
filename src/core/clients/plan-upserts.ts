import type { LocalClientId, NewId, OutboxEntryId, RowId, ServerClientId } from '../ids';
import { assignCodes } from './assign-codes';
import { isInvited } from './dependants';
import type { ImportedClient, LocalClient, ServerClient } from './client';
import type { JudgedRow } from './duplicates';
import { invitedAddresses } from '../outbox/invited-addresses';
import { planInvitations } from './invitations';
import { linkRows, type LinkOutcome } from './link';
import { lockedFields, NO_LOCKS, type FieldLocks } from './field-policy';
import { fieldChanges } from './field-changes';
import { keepsSomething } from './keeps-something';
import { planRowStatus } from './plan-row-status';
import { recogniseLocal } from './recognise-local';
import type { RowIssue } from './row-issue';
import { rowKey, type RowKey } from './row-key';
import type { LinkCandidate, PlanMode, PlanRow } from './upsert-plan';

export interface UpsertRequest {
  readonly mode: PlanMode;
  readonly rows: readonly JudgedRow[];
  /** Keyed hash of each row's SIN or BN, by position; `null` without one. */
  readonly identifierHashes: readonly (string | null)[];
  readonly serverClients: readonly ServerClient[];
  readonly officeIndex: ReadonlyMap<string, ServerClientId>;
  readonly links: ReadonlyMap<LocalClientId, ServerClientId>;
  readonly locals: readonly LocalClient[];
  /** Entries under way, by client: what they carry is on its way, so it is compared as if it were there. */
  readonly pending: ReadonlyMap<LocalClientId, readonly OutboxEntryId[]>;
  readonly extension: boolean;
  readonly locks?: FieldLocks;
  /** Ids and codes that an earlier plan of this preview gave, by row key: what was decided stays with its row. */
  readonly known?: ReadonlyMap<RowKey, RowIdentity>;
  /** Rows with a cell corrected here, by source row. */
  readonly edited?: ReadonlySet<number>;
  readonly newId: NewId;
  readonly mint: () => string;
}

export interface RowIdentity {
  readonly id: RowId;
  readonly localId: LocalClientId;
  /** The code that we minted for it, when we did. */
  readonly minted: string | null;
}

/** A planned row with what committing it needs. */
export interface PlannedRow {
  readonly key: RowKey;
  readonly row: PlanRow;
  readonly previous: LocalClient | null;
  readonly minted: boolean;
  /** Repeats another row word for word: it does nothing of its own. */
  readonly duplicate: boolean;
}

const DOUBT_ISSUE = {
  'several-matches': { code: 'several-matches', severity: 'check' },
  'near-name': { code: 'near-name', severity: 'check', field: 'name' },
  'other-name-for-identifier': { code: 'sin-duplicate', severity: 'check', field: 'name' },
} as const satisfies Record<string, RowIssue>;

/** The dry run: what each row will do in GEM-BOOKS, field by field. Independent of the order of the rows. */
export function planUpserts(request: UpsertRequest): PlannedRow[] {
  const { rows, locals } = request;
  const servers = new Map(request.serverClients.map((server) => [server.id, server]));
  // A doubtful number proves nothing, and a row that repeats another must not take its place.
  const proving = rows.map(({ client, issues }) =>
    issues.some(({ code }) => code === 'sin-duplicate') ? { ...client, sin: null, businessNumber: null } : client,
  );
  const repeats = rows.map(({ issues, duplicate }) => duplicate || issues.some(({ code }) => code === 'duplicate-row'));
  const acting = rows.map((_row, index) => index).filter((index) => !repeats[index]);
  const take = <T>(list: readonly T[]): readonly T[] =>
    acting.length === rows.length ? list : list.filter((_one, index) => !repeats[index]);

  const recognised = scatter(rows.length, acting, recogniseLocal(take(proving), locals));
  const linkable = rows.map((_row, index) => {
    const client = proving[index] ?? _row.client;
    const local = recognised[index] ?? null;
    return {
      client,
      identifierHash: (client.sin ?? client.businessNumber) ? (request.identifierHashes[index] ?? null) : null,
      localId: local?.id ?? null,
      code: local?.code ?? null,
    };
  });
  const outcomes: (LinkOutcome | null)[] = scatter(rows.length, acting, linkRows(take(linkable), request));

  const localByServer = new Map<ServerClientId, LocalClient>();
  for (const local of locals) {
    const serverId = request.links.get(local.id);
    if (serverId !== undefined) localByServer.set(serverId, local);
  }
  const localIds = new Set(locals.map(({ id }) => id));
  const lockedOf = lockedFields(request.locks ?? NO_LOCKS);
  const usedLocals = new Set(recognised.filter((local) => local !== null).map(({ id }) => id));

  const judged = rows.map((row, index) => {
    const outcome = outcomes[index] ?? null;
    const link = outcome?.kind === 'linked' ? outcome.link : null;
    const server = link === null ? null : (servers.get(link.serverId) ?? null);
    const kept = link === null ? null : (localByServer.get(link.serverId) ?? null);
    const previous = recognised[index] ?? (kept && !usedLocals.has(kept.id) ? kept : null);
    const doubt: RowIssue | null = outcome?.kind === 'check' ? DOUBT_ISSUE[outcome.doubt] : null;
    const issues = doubt ? [...row.issues, doubt] : row.issues;
    const judgement = planRowStatus({
      client: row.client,
      issues,
      duplicate: row.duplicate,
      server,
      previous,
      pending: previous !== null && request.pending.has(previous.id),
      extension: request.extension,
      mode: request.mode,
      ...(server === null ? {} : { locked: lockedOf(server.id) }),
    });
    const key = rowKey(row);
    const known = request.known?.get(key);
    // An id of an earlier plan that belongs to a client kept here would be that client's.
    const free = known && !localIds.has(known.localId) ? known.localId : null;
    const localId = previous?.id ?? free ?? request.newId<LocalClientId>();
    const id = known?.id ?? request.newId<RowId>();
    // A sure link with a doubt about the row: the client it is linked to is what there is to accept.
    const accepted =
      (judgement.status === 'check' || judgement.status === 'conflict') && server !== null ? [server] : [];
    const offered = outcome?.kind === 'check' ? outcome.candidates : accepted;
    const candidates = offered.map((candidate) => toCandidate(candidate, row.client, request.extension));
    return { ...judgement, row, index, key, id, link, server, previous, localId, candidates };
  });

  const creating = judged.filter(({ status, link }) => (status === 'create' || status === 'check') && link === null);
  const taken = new Set([
    ...request.serverClients.map(({ code }) => code.toLowerCase()),
    ...locals.filter(({ id }) => request.pending.has(id)).map(({ code }) => code.toLowerCase()),
  ]);
  const codes = new Map(
    assignCodes(
      creating.map(({ row, previous, key }) => ({
        client: row.client,
        known: previous?.code ?? null,
        minted: request.known?.get(key)?.minted ?? null,
      })),
      taken,
      request.mint,
    ).map((code, at) => [creating[at]?.index, code]),
  );
  const invitations = planInvitations(
    judged.map(({ status, row, localId }) => ({
      status,
      email: row.client.email,
      invited: isInvited(row.issues),
      order:
        status !== 'create'
          ? ''
          : `${row.client.relation === 'head' ? 0 : 1}|${row.client.birthDate ?? '9999'}|${row.client.name.full}|${row.client.sin ?? localId}`,
    })),
    invitedAddresses(request.serverClients, []),
    request.extension,
  );

  const idByKey = new Map(judged.map(({ key, id }) => [key, id]));
  return judged.map((judgement): PlannedRow => {
    const { status, changes, byHand, withheld, conflicts, issues, row, index, link, server, previous } = judgement;
    const { localId, candidates, key, id } = judgement;
    const code = codes.get(index);
    const twin = row.twin === undefined ? undefined : idByKey.get(row.twin);
    const taken: RowIssue[] = code?.taken ? [{ code: 'code-taken', severity: 'note', field: 'clientNumber' }] : [];
    return {
      key,
      row: {
        id,
        sourceRow: row.source,
        status,
        client: row.client,
        localId,
        code: server?.code || code?.code || previous?.code || (row.client.clientNumber ?? ''),
        link,
        changes,
        byHand,
        issues: [...issues, ...taken],
        candidates,
        invitation: invitations[index] ?? 'not-new',
        ...(judgement.emailDecided ? { emailDecided: true as const } : {}),
        ...(withheld.length > 0 ? { withheld } : {}),
        ...(conflicts.length > 0 ? { conflicts } : {}),
        ...(twin === undefined ? {} : { twin }),
        ...(issues.some((issue) => issue.code === 'merged-row') ? { merged: true as const } : {}),
        ...(keepsSomething({ status, client: row.client, localId, link, server, previous, withheld }, request.links)
          ? { keeps: true as const }
          : {}),
        ...(request.edited?.has(row.source) ? { edited: true as const } : {}),
      },
      previous,
      minted: code?.minted ?? false,
      duplicate: row.duplicate,
    };
  });
}

function scatter<T>(length: number, at: readonly number[], values: readonly T[]): (T | null)[] {
  const all: (T | null)[] = Array.from({ length }, () => null);
  at.forEach((index, position) => (all[index] = values[position] ?? null));
  return all;
}

function toCandidate(server: ServerClient, client: ImportedClient, extension: boolean): LinkCandidate {
  const { id, code, name, city, email, zipcode, phone } = server;
  const address = [server.address, server.address2].filter((line) => line !== '').join(', ');
  const changes = fieldChanges(client, server, extension);
  return { serverId: id, code, name, city, email, address, zipcode, phone, changes };
}
