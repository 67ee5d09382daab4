import type { Hono } from 'hono';
import type { TasksBulkCreate } from '../../../src/contract/extension-task.schema';
import { taskPatchSchema, tasksBulkCreateSchema } from '../../../src/contract/extension-task.schema';
import { PROBLEM_STATUS } from '../../../src/contract/problem.schema';
import { idFrom } from '../client-store';
import { etagOf, requireMatch, taggedPage } from '../conditional';
import type { SandboxContext } from '../context';
import type { Db, Tx } from '../database';
import { transact } from '../database';
import { once } from '../idempotency';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';
import { readJson } from '../read-body';
import type { TaskRow } from '../task-store';
import { changeTask, taskToWire } from '../task-store';

/** Tasks with client, assignee and labels: the same tasks as the documented ones, under a version. */
export function extensionTaskRoutes(extension: Hono, context: SandboxContext): void {
  const { db } = context;

  extension.get('/tasks', async (c) => {
    const slice = readSlice(c.req.query());
    const { clientId, assigneeId } = c.req.query();
    const client = clientId === undefined ? undefined : idFrom(clientId);
    if (client === null) throw new Refusal('invalid-query', { detail: 'clientId is a number' });
    const rows = await db
      .selectFrom('tasks')
      .selectAll()
      .$call(inSlice('id', slice))
      .$if(client !== undefined, (query) => query.where('client_id', '=', client ?? 0))
      .$if(assigneeId !== undefined, (query) => query.where('assignee_id', '=', assigneeId ?? ''))
      .execute();
    return taggedPage(
      c.req.raw,
      slicePage(rows, slice, (row) => row.id, taskToWire),
    );
  });

  extension.get('/tasks/:id', async (c) => {
    const row = await find(db, idFrom(c.req.param('id')));
    return c.json({ data: taskToWire(row) }, 200, { ETag: etagOf(row.version) });
  });

  extension.patch('/tasks/:id', async (c) => {
    const body = await readJson(taskPatchSchema, c.req.raw);
    const row = await transact(db, async (tx) => {
      const before = await find(tx, idFrom(c.req.param('id')));
      requireMatch(c.req.raw, etagOf(before.version));
      return changeTask(tx, context, before, body);
    });
    return c.json({ data: taskToWire(row) }, 200, { ETag: etagOf(row.version) });
  });

  extension.post('/tasks/bulk', (c) =>
    once(c, context, tasksBulkCreateSchema, async (tx, { changes }) => {
      const data = [];
      for (const change of changes) data.push(await changeOne(tx, context, change));
      return { status: 200, body: { data } };
    }),
  );
}

/** A refusal is found before anything of its item is written, so that nothing has to be undone. */
async function changeOne(tx: Tx, context: SandboxContext, { id, etag, set }: TasksBulkCreate['changes'][number]) {
  try {
    const before = await find(tx, id);
    if (etag !== undefined && etag !== etagOf(before.version)) throw new Refusal('precondition-failed');
    return { id, status: 200, task: taskToWire(await changeTask(tx, context, before, set)), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, extras } = error;
    const problem = { code, ...(extras.detail === undefined ? {} : { detail: extras.detail }), ...extras.members };
    return { id, status: PROBLEM_STATUS[code], task: null, problem };
  }
}

async function find(db: Db | Tx, id: number | null): Promise<TaskRow> {
  const row =
    id === null ? undefined : await db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('not-found');
  return row;
}
