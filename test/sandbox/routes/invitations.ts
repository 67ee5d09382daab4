import type { Hono } from 'hono';
import { invitationCreateSchema } from '../../../src/contract/invitation.schema';
import { emailKey } from '../client-store';
import type { SandboxContext } from '../context';
import type { Db, Tx } from '../database';
import { nextNumber } from '../database';
import { invitationText } from '../email-messages';
import { once } from '../idempotency';
import { queueMail } from '../mail';
import { readSlice, slicePage } from '../paging';
import { invalidBody } from '../read-body';
import type { SandboxSchema } from '../schema';

export function invitationRoutes(extension: Hono, context: SandboxContext): void {
  const { db } = context;

  extension.get('/invitations', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db
      .selectFrom('invitations')
      .selectAll()
      .where('seq', '>', slice.after)
      .orderBy('seq')
      .limit(slice.limit + 1)
      .execute();
    const clients = await clientsOf(
      db,
      rows.map(({ id }) => id),
    );
    return c.json(
      slicePage(
        rows,
        slice,
        (row) => row.seq,
        (row) => toWire(row, clients.get(row.id) ?? []),
      ),
    );
  });

  /** One e-mail per address, ever: the address is unique in the table, and the e-mail is queued with its row. */
  extension.post('/invitations', (c) =>
    once(c, context, invitationCreateSchema, async (tx, body) => {
      await requireClients(tx, body.clientIds);
      const key = emailKey(body.email);
      const made = await tx
        .insertInto('invitations')
        .values({
          id: context.newId('inv'),
          seq: await nextNumber(tx, 'invitations'),
          email: body.email,
          email_key: key,
          language: body.language,
          status: 'invited',
          created_at: context.now().toISOString(),
        })
        .onConflict((conflict) => conflict.column('email_key').doNothing())
        .returningAll()
        .executeTakeFirst();
      const row =
        made ?? (await tx.selectFrom('invitations').selectAll().where('email_key', '=', key).executeTakeFirstOrThrow());
      await addClients(tx, row.id, body.clientIds);
      if (made !== undefined) await queueMail(tx, context, await invitationText(tx, context, row, body.clientIds));
      const clients = await clientsOf(tx, [row.id]);
      return { status: made === undefined ? 200 : 201, body: { data: toWire(row, clients.get(row.id) ?? []) } };
    }),
  );
}

const toWire = (row: SandboxSchema['invitations'], clientIds: readonly number[]) => ({
  id: row.id,
  email: row.email,
  clientIds,
  language: row.language,
  status: row.status,
  createdAt: row.created_at,
});

async function clientsOf(db: Db | Tx, invitations: readonly string[]): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  if (invitations.length === 0) return found;
  const rows = await db
    .selectFrom('invitation_clients')
    .selectAll()
    .where('invitation_id', 'in', invitations)
    .orderBy('client_id')
    .execute();
  for (const row of rows) found.set(row.invitation_id, [...(found.get(row.invitation_id) ?? []), row.client_id]);
  return found;
}

async function addClients(tx: Tx, invitation: string, clientIds: readonly number[]): Promise<void> {
  await tx
    .insertInto('invitation_clients')
    .values(clientIds.map((client_id) => ({ invitation_id: invitation, client_id })))
    .onConflict((conflict) => conflict.columns(['invitation_id', 'client_id']).doNothing())
    .execute();
}

async function requireClients(tx: Tx, clientIds: readonly number[]): Promise<void> {
  const rows = await tx.selectFrom('clients').select('id').where('id', 'in', clientIds).execute();
  const known = new Set(rows.map(({ id }) => id));
  const errors = clientIds.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `clientIds.${index}`, message: 'unknown' }],
  );
  if (errors.length > 0) throw invalidBody(errors);
}
