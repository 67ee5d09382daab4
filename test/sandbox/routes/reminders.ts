import type { Hono } from 'hono';
import { reminderCreateSchema } from '../../../src/contract/reminder.schema';
import type { SandboxContext } from '../context';
import { nextNumber, transact } from '../database';
import { documentedPage, readPage } from '../paging';
import { readJson } from '../read-body';

export function reminderRoutes(api: Hono, { db }: SandboxContext): void {
  api.get('/reminders', async (c) => {
    const page = readPage(c.req.query());
    const { total } = await db
      .selectFrom('reminders')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('reminders')
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

  api.post('/reminders', async (c) => {
    const body = await readJson(reminderCreateSchema, c.req.raw);
    const data = await transact(db, async (tx) => {
      const id = await nextNumber(tx, 'reminders');
      const made = { id, userID: 1, closed: 0, labels: '', notes: '', ...body };
      await tx
        .insertInto('reminders')
        .values({ id, data: JSON.stringify(made) })
        .execute();
      return made;
    });
    return c.json({ data, success: true }, 201);
  });
}
