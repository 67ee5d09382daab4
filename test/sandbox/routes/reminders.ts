import type { Hono } from 'hono';
import { reminderCreateSchema } from '../../../src/contract/reminder.schema';
import type { SandboxContext } from '../context';
import { documentedList } from '../documented-list';
import { nextNumber } from '../database';
import { onceIfKeyed } from '../idempotency';

export function reminderRoutes(api: Hono, context: SandboxContext): void {
  const { db } = context;
  api.get('/reminders', async (c) => c.json(await documentedList(db, 'reminders', c.req.query())));

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
