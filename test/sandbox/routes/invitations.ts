import type { Hono } from 'hono';
import { invitationCreateSchema } from '../../../src/contract/invitation.schema';
import type { SandboxContext } from '../context';
import type { Db, Tx } from '../database';
import { once } from '../idempotency';
import { inviteAddress } from '../invite-address';
import { inSlice, readSlice, slicePage } from '../paging';
import { invalidBody } from '../read-body';
import { requireTemplate } from '../require-template';
import type { SandboxSchema } from '../schema';

export function invitationRoutes(extension: Hono, context: SandboxContext): void {
  const { db } = context;

  extension.get('/invitations', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db.selectFrom('invitations').selectAll().$call(inSlice('seq', slice)).execute();
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

  extension.post('/invitations', (c) =>
    once(c, context, invitationCreateSchema, async (tx, body) => {
      await requireClients(tx, body.clientIds);
      if (body.emailTemplateId !== undefined) await requireTemplate(tx, body.emailTemplateId);
      const { row, isNew } = await inviteAddress(tx, context, body);
      const clients = await clientsOf(tx, [row.id]);
      return { status: isNew ? 201 : 200, body: { data: toWire(row, clients.get(row.id) ?? []) } };
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

async function requireClients(tx: Tx, clientIds: readonly number[]): Promise<void> {
  const rows = await tx.selectFrom('clients').select('id').where('id', 'in', clientIds).execute();
  const known = new Set(rows.map(({ id }) => id));
  const errors = clientIds.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `clientIds.${index}`, message: 'unknown' }],
  );
  if (errors.length > 0) throw invalidBody(errors);
}
