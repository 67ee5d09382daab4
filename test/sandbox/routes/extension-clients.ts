import { transact } from '../database';
import type { Hono } from 'hono';
import { clientPatchSchema } from '../../../src/contract/extension-client.schema';
import { changeClient, idFrom } from '../client-store';
import { etagOf, requireMatch } from '../conditional';
import type { SandboxContext } from '../context';
import type { Db, Tx } from '../database';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';
import { invalidBody, readJson } from '../read-body';

/** What the documented client lacks; its invitation is that of its present address. */
const rows = (db: Db | Tx) =>
  db
    .selectFrom('clients')
    .leftJoin('invitations', 'invitations.email_key', 'clients.email_key')
    .select([
      'clients.id as id',
      'clients.name as name',
      'clients.email as email',
      'clients.language as language',
      'clients.account_manager_id as account_manager_id',
      'clients.version as version',
      'invitations.status as invitation',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const toWire = (row: Row) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language,
  accountManagerId: row.account_manager_id,
  invitation: row.invitation ?? 'none',
  etag: etagOf(row.version),
});

export function extensionClientRoutes(extension: Hono, { db }: SandboxContext): void {
  extension.get('/clients', async (c) => {
    const slice = readSlice(c.req.query());
    const found = await rows(db).$call(inSlice('clients.id', slice)).execute();
    return c.json(slicePage(found, slice, (row) => row.id, toWire));
  });

  extension.get('/clients/:id', async (c) => {
    const row = await findRow(db, c.req.param('id'));
    return c.json({ data: toWire(row) }, 200, { ETag: etagOf(row.version) });
  });

  extension.patch('/clients/:id', async (c) => {
    const body = await readJson(clientPatchSchema, c.req.raw);
    const row = await transact(db, async (tx) => {
      const before = await findRow(tx, c.req.param('id'));
      requireMatch(c.req.raw, etagOf(before.version));
      const { name, email, language, accountManagerId } = body;
      if (accountManagerId !== undefined && accountManagerId !== null) await requireManager(tx, accountManagerId);
      await changeClient(tx, before.id, {
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
      });
      await tx
        .updateTable('clients')
        .set({
          language: language === undefined ? before.language : language,
          account_manager_id: accountManagerId === undefined ? before.account_manager_id : accountManagerId,
        })
        .where('id', '=', before.id)
        .execute();
      return findRow(tx, c.req.param('id'));
    });
    return c.json({ data: toWire(row) }, 200, { ETag: etagOf(row.version) });
  });
}

async function findRow(db: Db | Tx, place: string): Promise<Row> {
  const id = idFrom(place);
  const row = id === null ? undefined : await rows(db).where('clients.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('not-found');
  return row;
}

async function requireManager(tx: Tx, id: string): Promise<void> {
  const found = await tx.selectFrom('account_managers').select('id').where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw invalidBody([{ path: 'accountManagerId', message: 'unknown' }]);
}
