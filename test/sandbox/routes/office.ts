import { transact } from '../database';
import type { Context, Hono } from 'hono';
import type { z } from 'zod/mini';
import type { ProblemCode } from '../../../src/contract/problem.schema';
import { officeIndexPutSchema, officePutSchema } from '../../../src/contract/office.schema';
import { etagOf, requireMatchOrNew } from '../conditional';
import type { SandboxContext } from '../context';
import { Refusal } from '../problems';
import { JSON_LIMIT, readJson } from '../read-body';

const INDEX_LIMIT = 64 * 1024 * 1024;

/** Two records that the server keeps and cannot read: compare-and-set, so that two workstations never overwrite each other. */
export function officeRoutes(extension: Hono, context: SandboxContext): void {
  extension.get('/office', (c) => get(c, context, 'office', 'office-not-found'));
  extension.put('/office', (c) => put(c, context, 'office', officePutSchema, JSON_LIMIT));
  extension.get('/office/index', (c) => get(c, context, 'index', 'not-found'));
  extension.put('/office/index', (c) => put(c, context, 'index', officeIndexPutSchema, INDEX_LIMIT));
}

async function get(c: Context, { db }: SandboxContext, name: string, missing: ProblemCode): Promise<Response> {
  const row = await db.selectFrom('sealed_records').selectAll().where('name', '=', name).executeTakeFirst();
  if (row === undefined) throw new Refusal(missing);
  return c.json({ data: JSON.parse(row.value) as unknown }, 200, { ETag: etagOf(row.version) });
}

async function put(
  c: Context,
  { db }: SandboxContext,
  name: string,
  schema: z.ZodMiniType,
  limit: number,
): Promise<Response> {
  const data = await readJson(schema, c.req.raw, limit);
  const value = JSON.stringify(data);
  const version = await transact(db, async (tx) => {
    const before = await tx.selectFrom('sealed_records').select('version').where('name', '=', name).executeTakeFirst();
    requireMatchOrNew(c.req.raw, before === undefined ? null : etagOf(before.version));
    const next = (before?.version ?? 0) + 1;
    await tx
      .insertInto('sealed_records')
      .values({ name, version: next, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ version: next, value }))
      .execute();
    return next;
  });
  return c.json({ data }, version === 1 ? 201 : 200, { ETag: etagOf(version) });
}
