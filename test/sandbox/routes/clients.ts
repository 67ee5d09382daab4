import type { Hono } from 'hono';
import { clientCreateSchema, clientUpdateSchema } from '../../../src/contract/client.schema';
import type { ClientData } from '../client-store';
import { changeClient, findClient, idFrom, insertClient, newClient } from '../client-store';
import type { SandboxContext } from '../context';
import { nextNumber, transact } from '../database';
import { onceIfKeyed } from '../idempotency';
import { documentedPage, readPage } from '../paging';
import { Refusal } from '../problems';
import { readJson } from '../read-body';

/** The documented clients: no idempotency, no version, `code` stored as it comes and not held unique. */
export function clientRoutes(api: Hono, context: SandboxContext): void {
  const { db, now } = context;
  api.get('/clients', async (c) => {
    const page = readPage(c.req.query());
    const { total } = await db
      .selectFrom('clients')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('clients')
      .select('data')
      .orderBy('code')
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

  api.get('/clients/:id', async (c) => {
    const id = idFrom(c.req.param('id'));
    const data = id === null ? null : await findClient(db, id);
    if (data === null) throw new Refusal('not-found');
    return c.json({ data, success: true });
  });

  api.post('/clients', (c) => {
    return onceIfKeyed(c, context, clientCreateSchema, async (tx, body) => {
      const data = newClient(await nextNumber(tx, 'clients'), now(), body);
      await insertClient(tx, data, { language: null, accountManagerId: null });
      return { status: 201, body: { data, success: true } };
    });
  });

  api.put('/clients/:id', async (c) => {
    const id = idFrom(c.req.param('id'));
    const body = await readJson(clientUpdateSchema, c.req.raw);
    const data =
      id === null
        ? null
        : await transact(db, async (tx) => {
            const before = await findClient(tx, id);
            return before === null ? null : changeClient(tx, id, asSpelled(before, body));
          });
    if (data === null) throw new Refusal('not-found');
    return c.json({ data, success: true });
  });

  api.get('/clients_contacts', async (c) => {
    const page = readPage(c.req.query());
    const { total } = await db
      .selectFrom('client_contacts')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('client_contacts')
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
}

/** A client given with `adresse2`, as in a published sample, keeps that spelling. */
function asSpelled(before: ClientData, body: ClientData): ClientData {
  if (!('adresse2' in before) || 'address2' in before || !('address2' in body)) return body;
  const { address2, ...rest } = body;
  return { ...rest, adresse2: address2 };
}
