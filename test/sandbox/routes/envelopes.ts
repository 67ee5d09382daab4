import type { Hono } from 'hono';
import type { EnvelopeCreate } from '../../../src/contract/envelope.schema';
import { envelopeCreateSchema, envelopeSendSchema } from '../../../src/contract/envelope.schema';
import { taggedPage } from '../conditional';
import type { SandboxContext } from '../context';
import { createEnvelope } from '../create-envelope';
import { transact } from '../database';
import type { Tx } from '../database';
import { envelopeText } from '../email-messages';
import { addEvent, changeEnvelope } from '../envelope-changes';
import { envelopeAnswer, envelopesToWire, findEnvelope, pdfResponse, uploadedBytes } from '../envelope-store';
import { once } from '../idempotency';
import { queueMail } from '../mail';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';

export function envelopeRoutes(extension: Hono, context: SandboxContext): void {
  const { db } = context;

  extension.get('/envelopes', async (c) => {
    const slice = readSlice(c.req.query());
    const since = instantFrom(c.req.query('updatedSince'));
    const order = since === null ? 'seq' : 'change';
    const rows = await db
      .selectFrom('envelopes')
      .selectAll()
      .$call(inSlice(order, slice))
      .$if(since !== null, (query) => query.where('updated_at', '>=', since ?? ''))
      .execute();
    const { data, nextCursor } = slicePage(
      rows,
      slice,
      (row) => row[order],
      (row) => row,
    );
    return taggedPage(c.req.raw, { data: await envelopesToWire(db, data), nextCursor });
  });

  extension.get('/envelopes/:id', async (c) =>
    c.json(await envelopeAnswer(db, await findEnvelope(db, c.req.param('id')))),
  );

  extension.post('/envelopes', (c) =>
    once(c, context, envelopeCreateSchema, async (tx, body) => ({
      status: 201,
      body: await envelopeAnswer(tx, await createEnvelope(tx, context, body)),
    })),
  );

  /** Sending again what was sent changes nothing and sends no e-mail, even under another key. */
  extension.post('/envelopes/:id/send', (c) =>
    once(c, context, envelopeSendSchema, async (tx) => {
      const row = await findEnvelope(tx, c.req.param('id'));
      if (row.status !== 'draft') return { status: 200, body: await envelopeAnswer(tx, row) };
      const at = context.now().toISOString();
      const sent = await changeEnvelope(tx, context, row, { status: 'sent', sent_at: at });
      await addEvent(tx, context, { envelopeId: row.id, kind: 'sent', at, by: context.settings.user });
      for (const recipient of JSON.parse(row.recipients) as EnvelopeCreate['recipients']) {
        await queueMail(tx, context, await envelopeText(tx, context, sent, recipient));
      }
      return { status: 200, body: await envelopeAnswer(tx, sent) };
    }),
  );

  extension.delete('/envelopes/:id', async (c) => {
    const key = c.req.header('Idempotency-Key');
    if (key === undefined) throw new Refusal('idempotency-key-required');
    await transact(db, (tx) => withdrawDraft(tx, c.req.param('id'), key));
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
    return pdfResponse(await uploadedBytes(db, document.sha256), document.sha256);
  });
}

/** The memory of the key that made it stays: a late copy of that request is answered, and makes nothing. */
async function withdrawDraft(tx: Tx, id: string, key: string): Promise<void> {
  const row = await findEnvelope(tx, id);
  const memory = await tx.selectFrom('idempotency').select('body').where('key', '=', key).executeTakeFirst();
  const made = memory === undefined ? null : (JSON.parse(memory.body) as { data?: { id?: unknown } });
  if (made?.data?.id !== id) throw new Refusal('made-under-another-key');
  if (row.status !== 'draft') throw new Refusal('already-sent');
  await tx.deleteFrom('envelope_documents').where('envelope_id', '=', id).execute();
  await tx.deleteFrom('envelopes').where('id', '=', id).execute();
}

/** As it is stored, so that texts compare as instants do; `null` when it is not asked for. */
function instantFrom(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Refusal('invalid-query', { detail: 'updatedSince is an RFC 3339 instant' });
  return new Date(text).toISOString();
}
