import { transact } from '../database';
import type { Hono } from 'hono';
import { taskUpdateSchema } from '../../../src/contract/task.schema';
import { idFrom } from '../client-store';
import type { SandboxContext } from '../context';
import { documentedPage, readPage } from '../paging';
import { Refusal } from '../problems';
import { readJson } from '../read-body';

export function taskRoutes(api: Hono, { db, now }: SandboxContext): void {
  api.get('/tasks', async (c) => {
    const page = readPage(c.req.query());
    const { total } = await db
      .selectFrom('tasks')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('tasks')
      .select('data')
      .orderBy('id')
      .limit(page.perPage)
      .offset((page.page - 1) * page.perPage)
      .execute();
    return c.json(
      documentedPage(
        rows.map(({ data }) => JSON.parse(data) as unknown),
        Number(total),
        page,
      ),
    );
  });

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
