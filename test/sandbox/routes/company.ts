import type { Hono } from 'hono';
import type { SandboxContext } from '../context';

export function companyRoutes(api: Hono, { db }: SandboxContext): void {
  api.get('/company', async (c) => {
    const rows = await db.selectFrom('company').select('data').execute();
    return c.json({ data: rows.map(({ data }) => JSON.parse(data) as unknown), success: true });
  });
}
