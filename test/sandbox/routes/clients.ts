import type { Hono } from 'hono';
import { clientCreateSchema, clientUpdateSchema } from '../../../src/contract/client.schema';
import type { ClientData } from '../client-store';
import { changeClient, findClient, idFrom, insertClient, newClient } from '../client-store';
import type { SandboxContext } from '../context';
import { documentedList } from '../documented-list';
import { nextNumber, transact } from '../database';
import { onceIfKeyed } from '../idempotency';
import { Refusal } from '../problems';
import { readJson } from '../read-body';

/** The documented clients: no idempotency, no version, `code` stored as it comes and not held unique. */
export function clientRoutes(api: Hono, context: SandboxContext): void {
  const { db, now } = context;
  api.get('/clients', async (c) => c.json(await documentedList(db, 'clients', c.req.query(), ['code', 'id'])));

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

  api.get('/clients_contacts', async (c) => c.json(await documentedList(db, 'client_contacts', c.req.query())));
}

/** A client given with `adresse2`, as in a published sample, keeps that spelling. */
function asSpelled(before: ClientData, body: ClientData): ClientData {
  if (!('adresse2' in before) || 'address2' in before || !('address2' in body)) return body;
  const { address2, ...rest } = body;
  return { ...rest, adresse2: address2 };
}
