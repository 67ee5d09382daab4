import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { DeviceKeyPut } from '../../../src/contract/device-key.schema';
import { deviceKeyPutSchema, deviceKeyRevokeSchema } from '../../../src/contract/device-key.schema';
import type { SandboxContext } from '../context';
import { nextNumber, transact } from '../database';
import { once } from '../idempotency';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';
import { invalidBody, readJson } from '../read-body';
import type { SandboxSchema } from '../schema';

/** Public keys of the workstations. */
export function deviceKeyRoutes(extension: Hono, context: SandboxContext): void {
  const { db, now, settings } = context;

  extension.get('/device-keys', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db.selectFrom('device_keys').selectAll().$call(inSlice('seq', slice)).execute();
    return c.json(slicePage(rows, slice, (row) => row.seq, toWire));
  });

  extension.put('/device-keys/:thumbprint', async (c) => {
    const id = c.req.param('thumbprint');
    const { label, publicKey } = await readJson(deviceKeyPutSchema, c.req.raw);
    if (thumbprint(publicKey) !== id) throw invalidBody([{ path: 'publicKey', message: 'not of this thumbprint' }]);
    const { row, isNew } = await transact(db, async (tx) => {
      const before = await tx.selectFrom('device_keys').selectAll().where('id', '=', id).executeTakeFirst();
      const row = {
        id,
        seq: before?.seq ?? (await nextNumber(tx, 'device_keys')),
        label,
        public_key: JSON.stringify(publicKey),
        created_at: before?.created_at ?? now().toISOString(),
        created_by: before?.created_by ?? settings.user,
        revoked_at: before?.revoked_at ?? null,
      };
      await tx
        .insertInto('device_keys')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ label }))
        .execute();
      return { row, isNew: before === undefined };
    });
    return c.json({ data: toWire(row) }, isNew ? 201 : 200);
  });

  extension.post('/device-keys/:thumbprint/revoke', (c) =>
    once(c, context, deviceKeyRevokeSchema, async (tx) => {
      const id = c.req.param('thumbprint');
      const row = await tx.selectFrom('device_keys').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw new Refusal('not-found');
      const revoked = { ...row, revoked_at: row.revoked_at ?? now().toISOString() };
      await tx.updateTable('device_keys').set({ revoked_at: revoked.revoked_at }).where('id', '=', id).execute();
      return { status: 200, body: { data: toWire(revoked) } };
    }),
  );
}

/** RFC 7638: SHA-256 of the required members in alphabetical order, base64url. */
const thumbprint = ({ crv, kty, x, y }: DeviceKeyPut['publicKey']): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

const toWire = (row: SandboxSchema['device_keys']) => ({
  id: row.id,
  label: row.label,
  publicKey: JSON.parse(row.public_key) as unknown,
  createdAt: row.created_at,
  createdBy: row.created_by,
  revokedAt: row.revoked_at,
});
