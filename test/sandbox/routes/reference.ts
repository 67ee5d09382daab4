import type { Hono } from 'hono';
import type { SandboxContext } from '../context';
import { inSlice, readSlice, slicePage } from '../paging';

/** Account managers: read only here. */
export function referenceRoutes(extension: Hono, { db }: SandboxContext): void {
  extension.get('/account-managers', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db.selectFrom('account_managers').selectAll().$call(inSlice('position', slice)).execute();
    return c.json(
      slicePage(
        rows,
        slice,
        (row) => row.position,
        ({ id, name, email }) => ({ id, name, email }),
      ),
    );
  });
}
