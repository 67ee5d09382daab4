import type { Hono } from 'hono';
import { reminderCreateSchema } from '../../../src/contract/reminder.schema';
import type { SandboxContext } from '../context';
import { nextNumber } from '../database';
import { onceIfKeyed } from '../idempotency';
import { documentedPage, readPage } from '../paging';

export function reminderRoutes(api: Hono, context: SandboxContext): void {
  const { db } = context;
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

  api.post('/reminders', (c) => {
    return onceIfKeyed(c, context, reminderCreateSchema, async (tx, body) => {
      const id = await nextNumber(tx, 'reminders');
      const data = { id, userID: 1, closed: 0, labels: '', notes: '', ...body };
      await tx
        .insertInto('reminders')
        .values({ id, data: JSON.stringify(data) })
        .execute();
      return { status: 201, body: { data, success: true } };
    });
  });
}
