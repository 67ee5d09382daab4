import type { Hono } from 'hono';
import type { SandboxContext } from '../context';
import { inSlice, readSlice, slicePage } from '../paging';

export function mailRoutes(extension: Hono, { db }: SandboxContext): void {
  extension.get('/mail', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db.selectFrom('mail').selectAll().$call(inSlice('seq', slice)).execute();
    return c.json(
      slicePage(
        rows,
        slice,
        (row) => row.seq,
        (row) => ({
          id: row.id,
          to: row.recipient,
          subject: row.subject,
          text: row.body,
          createdAt: row.created_at,
          kind: row.kind,
          envelopeId: row.envelope_id,
          invitationId: row.invitation_id,
        }),
      ),
    );
  });
}
