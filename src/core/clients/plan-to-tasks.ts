import type { LocalClientId, NewId, OutboxEntryId } from '../ids';
import type { OutboxTask } from '../outbox/outbox-entry';
import type { Language } from '../language';
import { correctionsOf } from './correction';
import { isInvited } from './dependants';
import { isDocumentedField, wantedValues } from './field-changes';
import { USUAL_WORDING } from './invitation-wording';
import type { InvitationWording } from './invitation-wording';
import { nameAgreement } from './name-agreement';
import type { SettledRow } from './settle-decisions';
import type { FieldChange, UpdatableField } from './upsert-plan';

export interface PlannedTask {
  readonly id: OutboxEntryId;
  readonly dependsOn: readonly OutboxEntryId[];
  readonly task: OutboxTask;
}

export interface TaskOptions {
  readonly extension: boolean;
  /** For every created client; `null` = by the name in its row. */
  readonly accountManagerId: string | null;
  readonly accountManagers: readonly { readonly id: string; readonly name: string }[];
  /** Entries of earlier imports under way, by client. */
  readonly pending: ReadonlyMap<LocalClientId, readonly OutboxEntryId[]>;
  /** Left out: as usual. */
  readonly invitation?: InvitationWording;
  readonly newId: NewId;
}

/** Fields the documented `POST clients` cannot carry, sent by a `PUT` right after it. */
const AFTER_CREATION: readonly UpdatableField[] = ['address2', 'city', 'state', 'zipcode'];

/**
 * What Importer queues. Tasks of one client follow one another (create → PUT → PATCH), so that no two race for its
 * version; an invitation waits for every client it covers. Clients do not wait for each other.
 */
export function planToTasks(rows: readonly SettledRow[], options: TaskOptions): PlannedTask[] {
  const tasks: PlannedTask[] = [];
  const add = (dependsOn: readonly OutboxEntryId[], task: OutboxTask): OutboxEntryId => {
    const id = options.newId<OutboxEntryId>();
    tasks.push({ id, dependsOn, task });
    return id;
  };
  const invitations = new Map<string, { row: SettledRow; clients: LocalClientId[]; creates: OutboxEntryId[] }>();
  for (const settled of rows) {
    const { row, action } = settled;
    const client = row.localId;
    let after = options.pending.get(client) ?? [];
    const then = (task: OutboxTask): void => void (after = [...after, add(after, task)]);
    if (action === 'create') {
      then({ kind: 'client-create', client, minted: settled.minted, body: createBody(settled) });
      const creation = after.slice(-1);
      const rest = restOfAddress(settled);
      if (rest.length > 0) then({ kind: 'client-update', client, changes: rest });
      if (options.extension) {
        const patch = creationPatch(settled, options);
        if (patch) then(patch);
        if (row.client.email !== null && isInvited(row.issues)) {
          const invitation = invitations.get(row.client.email) ?? { row: settled, clients: [], creates: [] };
          invitation.clients.push(client);
          invitation.creates.push(...creation);
          if (row.invitation === 'invite') invitation.row = settled;
          invitations.set(row.client.email, invitation);
        }
      }
    } else if (action === 'update') {
      const documented = row.changes.filter(({ field }) => isDocumentedField(field));
      const extended = row.changes.filter(({ field }) => !isDocumentedField(field));
      if (documented.length > 0) then({ kind: 'client-update', client, changes: documented });
      if (options.extension && extended.length > 0) then({ kind: 'client-patch', client, changes: extended });
    }
    if (!options.extension) {
      const made = after.slice(-1);
      for (const correction of correctionsOf(settled)) add(made, { kind: 'hand-correction', client, correction });
    }
  }
  // An address invited before is asked for too: the server adds the new clients to it and sends nothing.
  const { emailTemplateId, language } = options.invitation ?? USUAL_WORDING;
  for (const [email, { row, clients, creates }] of invitations)
    add(creates, {
      kind: 'invitation',
      clients,
      email,
      language: language ?? languageOf(row),
      ...(emailTemplateId === null ? {} : { emailTemplateId }),
    });
  return tasks;
}

const languageOf = ({ row }: SettledRow): Language => row.client.language ?? 'fr';

function createBody({ row: { client, code } }: SettledRow) {
  const wanted = wantedValues(client);
  return {
    name: client.name.full,
    code,
    email: client.email ?? '',
    type: client.kind,
    address: wanted.address ?? '',
    phone: wanted.phone ?? '',
  };
}

function restOfAddress({ row: { client } }: SettledRow): FieldChange[] {
  const wanted = wantedValues(client);
  return AFTER_CREATION.flatMap((field) => {
    const after = wanted[field];
    return after === null ? [] : [{ field, before: '', after }];
  });
}

function creationPatch({ row: { client, localId } }: SettledRow, options: TaskOptions): OutboxTask | null {
  const named = client.accountManager;
  const managerId =
    options.accountManagerId ??
    (named === null
      ? undefined
      : options.accountManagers.find(({ name }) => nameAgreement(name, named) === 'agreeing')?.id);
  if (managerId === undefined && client.language === null) return null;
  return {
    kind: 'client-patch',
    client: localId,
    changes: [],
    ...(managerId === undefined ? {} : { accountManagerId: managerId }),
    ...(client.language === null ? {} : { language: client.language }),
  };
}
