import type { RowId, ServerClientId } from '../ids';
import type { ServerClient } from './client';
import type { DecidedSide } from './decided-side';
import { heldEmail } from './email-hold';
import { planRowStatus } from './plan-row-status';
import type { PlannedRow } from './plan-upserts';
import { lockedFields, NO_LOCKS, replacedEmail, type FieldLocks } from './field-policy';
import type { FieldChange, PlanMode, PlanRow } from './upsert-plan';

export interface PlanDecisions {
  readonly refusedFields: ReadonlyMap<RowId, ReadonlySet<string>>;
  readonly excluded: ReadonlySet<RowId>;
  /** A candidate accepted; `null` = create after all. */
  readonly chosen: ReadonlyMap<RowId, ServerClientId | null>;
  /** « Garder GEM-BOOKS » or « Prendre le fichier », for the fields of a conflict and for a replaced e-mail. */
  readonly sides?: ReadonlyMap<RowId, DecidedSide>;
}

/** A row that will be imported, as decided. */
export interface SettledRow extends PlannedRow {
  /** `hold`: nobody decided on the row, and its e-mail would replace GEM-BOOKS's: the record only learns of the hold. */
  readonly action: 'create' | 'update' | 'keep' | 'hold';
  readonly server: ServerClient | null;
  /** GEM-BOOKS's value was kept over these. */
  readonly kept: readonly FieldChange[];
  /** The list's address, undecided (see `heldEmail`): it is not sent. */
  readonly held: string | null;
  /** GEM-BOOKS's address that « Prendre le fichier » replaces. */
  readonly replaced: string | null;
}

/**
 * The rows to import: errors, exclusions, repeats, and doubts or conflicts nobody decided on are left out, but for the
 * hold of an e-mail. A server client goes to one row at most: the row linked to it, else the first that chose it.
 */
export function settleDecisions(
  planned: readonly PlannedRow[],
  decisions: PlanDecisions,
  context: {
    readonly serverClients: readonly ServerClient[];
    readonly mode: PlanMode;
    readonly extension: boolean;
    readonly locks?: FieldLocks;
  },
): SettledRow[] {
  const servers = new Map(context.serverClients.map((server) => [server.id, server]));
  const lockedOf = lockedFields(context.locks ?? NO_LOCKS);
  const holder = new Map<ServerClientId, RowId>();
  for (const { row } of planned) if (row.link) holder.set(row.link.serverId, row.id);

  return planned.flatMap((plan): SettledRow[] => {
    const { row } = plan;
    if (row.status === 'error' || plan.duplicate || decisions.excluded.has(row.id)) return [];
    const chosen = decisions.chosen.get(row.id);
    if (chosen === undefined) {
      const undecided = row.status === 'conflict' && !decisions.sides?.has(row.id);
      if (row.status === 'check' || undecided) return onHold(plan, serverOf(row), decisions);
      return settled(plan, row, serverOf(row), decisions);
    }
    if (chosen === null) return row.status === 'check' ? settled(plan, created(row), null, decisions) : [];
    const server = servers.get(chosen);
    if (!server || (holder.get(chosen) ?? row.id) !== row.id) return [];
    holder.set(chosen, row.id);
    const { status, changes, byHand, withheld, emailDecided } = planRowStatus({
      client: row.client,
      issues: [],
      duplicate: false,
      server,
      previous: null,
      pending: false,
      extension: context.extension,
      mode: context.mode,
      locked: lockedOf(chosen),
    });
    const link = row.link?.serverId === chosen ? row.link : { serverId: chosen, basis: 'chosen' as const };
    const code = server.code || row.code;
    const decided = emailDecided ? { emailDecided } : {};
    const accepted = {
      ...row,
      status,
      changes,
      byHand,
      withheld,
      ...decided,
      link,
      code,
      invitation: 'not-new' as const,
    };
    return settled(plan, accepted, server, decisions);
  });

  function serverOf(row: PlanRow): ServerClient | null {
    return row.link === null ? null : (servers.get(row.link.serverId) ?? null);
  }
}

const created = (row: PlanRow): PlanRow => ({ ...row, status: 'create', link: null, changes: [], byHand: [] });

function settled(plan: PlannedRow, row: PlanRow, server: ServerClient | null, decisions: PlanDecisions): SettledRow[] {
  // « Mettre à jour seulement » leaves a new client alone: there is nothing of it to keep.
  if (row.status === 'unchanged' && row.link === null && plan.previous === null) return [];
  const refused = decisions.refusedFields.get(row.id);
  const accepted = refused ? row.changes.filter(({ field }) => !refused.has(field)) : row.changes;
  const side = decisions.sides?.get(row.id);
  const replaced = replacedEmail(accepted);
  const held = server === null ? null : heldEmail(row, side, refused);
  const contested = new Set(row.conflicts?.map(({ field }) => field));
  const kept = side === 'server' ? accepted.filter((change) => change === replaced || contested.has(change.field)) : [];
  const changes = accepted.filter((change) => !kept.includes(change) && !(held !== null && change === replaced));
  const action = row.status === 'create' ? 'create' : changes.length > 0 ? 'update' : 'keep';
  // A refused field, or an e-mail kept as GEM-BOOKS has it, is nothing to correct there either.
  const byHand = row.byHand?.filter(
    ({ field, before }) =>
      !refused?.has(field) && !((side === 'server' || held !== null) && field === 'email' && before !== ''),
  );
  const taken = side === 'file' ? (replacedEmail([...changes, ...(byHand ?? [])])?.before ?? null) : null;
  return [
    { ...plan, row: { ...row, changes, ...(byHand ? { byHand } : {}) }, action, server, kept, held, replaced: taken },
  ];
}

/** Of a row left out undecided: the client kept here must not be written to at an address in question. */
function onHold(plan: PlannedRow, server: ServerClient | null, decisions: PlanDecisions): SettledRow[] {
  const { row, previous } = plan;
  const held = heldEmail(row, decisions.sides?.get(row.id), decisions.refusedFields.get(row.id));
  if (server === null || previous === null || held === null || held === previous.emailHeld) return [];
  return [
    { ...plan, row: { ...row, changes: [], byHand: [] }, action: 'hold', server, kept: [], held, replaced: null },
  ];
}
