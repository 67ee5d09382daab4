import type { TaskPatch } from '../../src/contract/extension-task.schema';
import { etagOf } from './conditional';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { invalidBody } from './read-body';
import type { SandboxSchema } from './schema';
import type { Selectable } from 'kysely';

export type TaskRow = Selectable<SandboxSchema['tasks']>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const date = (value: unknown): string | null =>
  text(value) === '0000-00-00' || text(value) === '' ? null : text(value);

/** A documented task and what the extension adds, as one. */
export function taskToWire(row: TaskRow) {
  const data = JSON.parse(row.data) as Readonly<Record<string, unknown>>;
  return {
    id: row.id,
    title: text(data['title']),
    description: text(data['description']),
    status: Number(data['status'] ?? 0),
    active: Number(data['active'] ?? 1) === 1,
    startDate: date(data['start_date']),
    endDate: date(data['end_date']),
    clientId: row.client_id,
    assigneeId: row.assignee_id,
    labels: JSON.parse(row.labels) as string[],
    updatedAt: row.updated_at,
    etag: etagOf(row.version),
  };
}

/** Makes one change; a client or an assignee that does not exist is a refusal. The version goes up. */
export async function changeTask(tx: Tx, context: SandboxContext, row: TaskRow, set: TaskPatch): Promise<TaskRow> {
  await requireReferences(tx, set);
  const given: Record<string, unknown> = {
    title: set.title,
    description: set.description,
    status: set.status,
    active: set.active === undefined ? undefined : Number(set.active),
    start_date: set.startDate === null ? '0000-00-00' : set.startDate,
    end_date: set.endDate === null ? '0000-00-00' : set.endDate,
  };
  const documented = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return tx
    .updateTable('tasks')
    .set({
      data: JSON.stringify({ ...(JSON.parse(row.data) as object), ...documented }),
      client_id: set.clientId === undefined ? row.client_id : set.clientId,
      assignee_id: set.assigneeId === undefined ? row.assignee_id : set.assigneeId,
      labels: set.labels === undefined ? row.labels : JSON.stringify([...new Set(set.labels)]),
      version: row.version + 1,
      updated_at: context.now().toISOString(),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function requireReferences(tx: Tx, { clientId, assigneeId }: TaskPatch): Promise<void> {
  if (typeof clientId === 'number') {
    const found = await tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
    if (found === undefined) throw invalidBody([{ path: 'clientId', message: 'unknown' }]);
  }
  if (typeof assigneeId === 'string') {
    const found = await tx.selectFrom('account_managers').select('id').where('id', '=', assigneeId).executeTakeFirst();
    if (found === undefined) throw invalidBody([{ path: 'assigneeId', message: 'unknown' }]);
  }
}
