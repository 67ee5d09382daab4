import type { Hono } from 'hono';
import { sharedSettingPutSchema } from '../../../src/contract/settings.schema';
import { etagOf, requireMatchOrNew } from '../conditional';
import type { SandboxContext } from '../context';
import { nextNumber, transact } from '../database';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';
import { readJson } from '../read-body';

/** Settings that workstations share: sealed by the office key, compare-and-set. */
export function settingRoutes(extension: Hono, { db, now }: SandboxContext): void {
  extension.get('/settings', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db
      .selectFrom('shared_settings')
      .select(['name', 'seq', 'version', 'updated_at'])
      .$call(inSlice('seq', slice))
      .execute();
    return c.json(
      slicePage(
        rows,
        slice,
        (row) => row.seq,
        ({ name, version, updated_at }) => ({ name, etag: etagOf(version), updatedAt: updated_at }),
      ),
    );
  });

  extension.get('/settings/:name', async (c) => {
    const name = nameFrom(c.req.param('name'));
    const row = await db.selectFrom('shared_settings').selectAll().where('name', '=', name).executeTakeFirst();
    if (row === undefined) throw new Refusal('not-found');
    const etag = etagOf(row.version);
    return c.json({ data: { name, sealed: row.sealed, etag } }, 200, { ETag: etag });
  });

  extension.put('/settings/:name', async (c) => {
    const name = nameFrom(c.req.param('name'));
    const { sealed } = await readJson(sharedSettingPutSchema, c.req.raw);
    const version = await transact(db, async (tx) => {
      const before = await tx.selectFrom('shared_settings').selectAll().where('name', '=', name).executeTakeFirst();
      requireMatchOrNew(c.req.raw, before === undefined ? null : etagOf(before.version));
      const next = { version: (before?.version ?? 0) + 1, sealed, updated_at: now().toISOString() };
      await tx
        .insertInto('shared_settings')
        .values({ name, seq: before?.seq ?? (await nextNumber(tx, 'shared_settings')), ...next })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(next))
        .execute();
      return next.version;
    });
    const etag = etagOf(version);
    return c.json({ data: { name, sealed, etag } }, version === 1 ? 201 : 200, { ETag: etag });
  });
}

function nameFrom(place: string): string {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(place)) throw new Refusal('not-found');
  return place;
}
