import type { Hono } from 'hono';
import type { EnvelopeCreate } from '../../../src/contract/envelope.schema';
import { envelopeCreateSchema, envelopeSendSchema } from '../../../src/contract/envelope.schema';
import type { SandboxContext } from '../context';
import { createEnvelope } from '../create-envelope';
import type { Db, Tx } from '../database';
import { envelopeText } from '../email-messages';
import { envelopesToWire } from '../envelope-store';
import { once } from '../idempotency';
import { queueMail } from '../mail';
import { readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';
import type { SandboxSchema } from '../schema';

export function envelopeRoutes(extension: Hono, context: SandboxContext): void {
  const { db } = context;

  extension.get('/envelopes', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db
      .selectFrom('envelopes')
      .selectAll()
      .where('seq', '>', slice.after)
      .orderBy('seq')
      .limit(slice.limit + 1)
      .execute();
    const { data, nextCursor } = slicePage(
      rows,
      slice,
      (row) => row.seq,
      (row) => row,
    );
    return c.json({ data: await envelopesToWire(db, data), nextCursor });
  });

  extension.get('/envelopes/:id', async (c) => c.json(await answer(db, await find(db, c.req.param('id')))));

  extension.post('/envelopes', (c) =>
    once(c, context, envelopeCreateSchema, async (tx, body) => ({
      status: 201,
      body: await answer(tx, await createEnvelope(tx, context, body)),
    })),
  );

  /** Sending again what was sent changes nothing and sends no e-mail, even under another key. */
  extension.post('/envelopes/:id/send', (c) =>
    once(c, context, envelopeSendSchema, async (tx) => {
      const row = await find(tx, c.req.param('id'));
      if (row.status !== 'draft') return { status: 200, body: await answer(tx, row) };
      const sent = { ...row, status: 'sent', sent_at: context.now().toISOString() };
      await tx
        .updateTable('envelopes')
        .set({ status: sent.status, sent_at: sent.sent_at })
        .where('id', '=', row.id)
        .execute();
      for (const recipient of JSON.parse(row.recipients) as EnvelopeCreate['recipients']) {
        await queueMail(tx, context, await envelopeText(tx, context, sent, recipient));
      }
      return { status: 200, body: await answer(tx, sent) };
    }),
  );

  extension.delete('/envelopes/:id', async (c) => {
    const key = c.req.header('Idempotency-Key');
    if (key === undefined) throw new Refusal('idempotency-key-required');
    await db.transaction().execute((tx) => withdrawDraft(tx, c.req.param('id'), key));
    return c.body(null, 204);
  });

  extension.get('/envelopes/:id/documents/:documentId/content', async (c) => {
    const document = await db
      .selectFrom('envelope_documents')
      .select('sha256')
      .where('id', '=', c.req.param('documentId'))
      .where('envelope_id', '=', c.req.param('id'))
      .executeTakeFirst();
    if (document === undefined) throw new Refusal('not-found');
    const parts = await db
      .selectFrom('upload_parts')
      .select('bytes')
      .where('sha256', '=', document.sha256)
      .orderBy('start')
      .execute();
    return new Response(Buffer.concat(parts.map(({ bytes }) => new Uint8Array(bytes))), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'inline',
        'Content-Digest': `sha-256=:${Buffer.from(document.sha256, 'hex').toString('base64')}:`,
      },
    });
  });
}

/** The memory of the key that made it stays: a late copy of that request is answered, and makes nothing. */
async function withdrawDraft(tx: Tx, id: string, key: string): Promise<void> {
  const row = await find(tx, id);
  const memory = await tx.selectFrom('idempotency').select('body').where('key', '=', key).executeTakeFirst();
  const made = memory === undefined ? null : (JSON.parse(memory.body) as { data?: { id?: unknown } });
  if (made?.data?.id !== id) throw new Refusal('made-under-another-key');
  if (row.status !== 'draft') throw new Refusal('already-sent');
  await tx.deleteFrom('envelope_documents').where('envelope_id', '=', id).execute();
  await tx.deleteFrom('envelopes').where('id', '=', id).execute();
}

async function find(db: Db | Tx, id: string): Promise<SandboxSchema['envelopes']> {
  const row = await db.selectFrom('envelopes').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('not-found');
  return row;
}

const answer = async (db: Db | Tx, row: SandboxSchema['envelopes']) => ({
  data: (await envelopesToWire(db, [row]))[0],
});
