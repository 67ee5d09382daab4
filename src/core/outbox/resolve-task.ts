import { assertNever, err, ok } from '../result';
import type { Result } from '../result';
import type { LocalClientId, OutboxEntryId, ServerClientId } from '../ids';
import { apiPaths } from './api-paths';
import type { JsonValue } from './canonical-json';
import type { FieldChange } from '../clients/upsert-plan';
import type { TaskChange, TaskValues } from '../tasks/task-change';
import type { FrozenRequest, OutboxEntry, OutboxTask } from './outbox-entry';

/** What the settled dependencies and the links say, at freezing. */
export interface ResolvedIds {
  readonly serverIds: ReadonlyMap<LocalClientId, ServerClientId>;
  /** The GEM-BOOKS envelope made by an entry. */
  readonly envelopeIds: ReadonlyMap<OutboxEntryId, string>;
}

/** A request with every id filled in; its digest is still to be taken. `body` is `null` for an upload. */
export interface ResolvedRequest {
  readonly method: FrozenRequest['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonValue;
}

/** An id that should be known by now is not: the entry cannot be frozen. */
export type Unresolved = 'client-not-linked' | 'internal/unexpected';

/** The clients whose server ids a task needs. */
export function clientsOf(task: OutboxTask): readonly LocalClientId[] {
  switch (task.kind) {
    case 'client-update':
    case 'client-patch':
    case 'client-reminder':
    case 'envelope':
      return [task.client];
    case 'invitation':
      return task.clients;
    case 'client-create':
    case 'upload':
    case 'envelope-send':
    case 'envelope-remind':
    case 'envelope-void':
    case 'tasks-bulk':
    case 'task-update':
    case 'hand-correction':
    case 'hand-envelope':
      return [];
    default:
      return assertNever(task);
  }
}

/** A task in the office's terms → the request in the wire's terms. */
export function resolveTask(
  entry: Pick<OutboxEntry, 'task' | 'idempotencyKey'>,
  ids: ResolvedIds,
): Result<ResolvedRequest, Unresolved> {
  const { task } = entry;
  const json = { 'content-type': 'application/json' };
  const keyed = { ...json, 'idempotency-key': entry.idempotencyKey };
  const known = clientsOf(task).flatMap((client) => ids.serverIds.get(client) ?? []);
  const first = known[0];
  switch (task.kind) {
    case 'client-create':
      return ok({ method: 'POST', path: apiPaths.clients, headers: keyed, body: { ...task.body } });
    case 'client-update':
      if (first === undefined) return err('client-not-linked');
      return ok({ method: 'PUT', path: apiPaths.client(first), headers: json, body: wanted(task.changes) });
    case 'client-patch': {
      if (first === undefined) return err('client-not-linked');
      const body = {
        ...wanted(task.changes),
        language: task.language ?? wanted(task.changes)['language'],
        accountManagerId: task.accountManagerId,
      };
      return ok({ method: 'PATCH', path: apiPaths.extensionClient(first), headers: json, body });
    }
    case 'invitation': {
      if (known.length < task.clients.length) return err('client-not-linked');
      const clientIds = [...new Set(known)].sort((a, b) => a - b);
      const { email, language, emailTemplateId } = task;
      return ok({
        method: 'POST',
        path: apiPaths.invitations,
        headers: keyed,
        body: { email, clientIds, language, ...(emailTemplateId === undefined ? {} : { emailTemplateId }) },
      });
    }
    case 'upload':
      return ok({
        method: 'PUT',
        path: apiPaths.upload(task.sha256),
        headers: { 'content-type': 'application/pdf' },
        body: null,
      });
    case 'envelope': {
      if (first === undefined) return err('client-not-linked');
      const { purpose, title, emailTemplateId, recipients, documents, labels, followUpOn } = task.draft;
      const body = {
        clientId: first,
        purpose,
        title,
        emailTemplateId,
        recipients: recipients.map((recipient) => ({ ...recipient })),
        documents: documents.map((document) => ({
          ...document,
          fields: document.fields.map((field) => ({ ...field })),
        })),
        // Absent ones are left out of the text that is frozen.
        labels,
        followUpOn,
      };
      return ok({ method: 'POST', path: apiPaths.envelopes, headers: keyed, body });
    }
    case 'envelope-send': {
      const envelopeId = ids.envelopeIds.get(task.envelopeEntry);
      if (envelopeId === undefined) return err('internal/unexpected');
      return ok({ method: 'POST', path: apiPaths.envelopeSend(envelopeId), headers: keyed, body: {} });
    }
    case 'envelope-remind':
      return ok({ method: 'POST', path: apiPaths.envelopeReminders(task.envelopeId), headers: keyed, body: {} });
    case 'envelope-void':
      return ok({
        method: 'POST',
        path: apiPaths.envelopeVoid(task.envelopeId),
        headers: keyed,
        body: task.reason === '' ? {} : { reason: task.reason },
      });
    case 'tasks-bulk':
      return ok({
        method: 'POST',
        path: apiPaths.tasksBulk,
        headers: keyed,
        body: { changes: task.changes.map(bulkItem) },
      });
    case 'task-update':
      return ok({
        method: 'PUT',
        path: apiPaths.task(task.change.id),
        headers: json,
        body: documentedTask(task.change.after),
      });
    case 'client-reminder': {
      if (first === undefined) return err('client-not-linked');
      const { title, notes, on, labels } = task;
      const body = {
        titre: title,
        module: 'clients',
        moduleID: first,
        date: on,
        closed: 0,
        labels,
        // Nothing else would tell this reminder from another, when the answer to its making is lost.
        notes: `${notes}\n\nImpôt Sync ${entry.idempotencyKey}`,
      };
      return ok({ method: 'POST', path: apiPaths.reminders, headers: keyed, body });
    }
    // Born settled: nothing ever freezes it.
    case 'hand-correction':
    case 'hand-envelope':
      return err('internal/unexpected');
    default:
      return assertNever(task);
  }
}

function bulkItem({ id, etag, after }: TaskChange): JsonValue {
  return { id, ...(etag === null ? {} : { etag }), set: { ...after } };
}

/** The documented names; a date that is taken away is written `0000-00-00`. */
function documentedTask({ status, startDate, endDate, description }: TaskValues): JsonValue {
  return {
    ...(status === undefined ? {} : { status }),
    ...(startDate === undefined ? {} : { start_date: startDate ?? '0000-00-00' }),
    ...(endDate === undefined ? {} : { end_date: endDate ?? '0000-00-00' }),
    ...(description === undefined ? {} : { description }),
  };
}

function wanted(changes: readonly FieldChange[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ field, after }) => [field, after]));
}
