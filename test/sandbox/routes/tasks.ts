import { transact } from '../database';
import type { Hono } from 'hono';
import { taskUpdateSchema } from '../../../src/contract/task.schema';
import { idFrom } from '../client-store';
import type { SandboxContext } from '../context';
import { documentedList } from '../documented-list';
import { Refusal } from '../problems';
import { readJson } from '../read-body';

export function taskRoutes(api: Hono, { db, now }: SandboxContext): void {
  api.get('/tasks', async (c) => c.json(await documentedList(db, 'tasks', c.req.query())));

  api.get('/tasks/:id', async (c) => {
    const id = idFrom(c.req.param('id'));
    const row =
      id === null ? undefined : await db.selectFrom('tasks').select('data').where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new Refusal('not-found');
    return c.json({ data: JSON.parse(row.data) as unknown, success: true });
  });

  /** Inferred, not documented: the fields that are given replace what was there. */
  api.put('/tasks/:id', async (c) => {
    const id = idFrom(c.req.param('id'));
    const body = await readJson(taskUpdateSchema, c.req.raw);
    const data = await transact(db, async (tx) => {
      const row =
        id === null ? undefined : await tx.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal('not-found');
      const changed = { ...(JSON.parse(row.data) as object), ...body };
      await tx
        .updateTable('tasks')
        .set({ data: JSON.stringify(changed), version: row.version + 1, updated_at: now().toISOString() })
        .where('id', '=', row.id)
        .execute();
      return changed;
    });
    return c.json({ data, success: true });
  });
}
