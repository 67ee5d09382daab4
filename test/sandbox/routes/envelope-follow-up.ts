import type { Hono } from 'hono';
import type { EnvelopeCreate } from '../../../src/contract/envelope.schema';
import { envelopeReminderCreateSchema, envelopeVoidSchema } from '../../../src/contract/envelope-event.schema';
import { taggedPage } from '../conditional';
import type { SandboxContext } from '../context';
import type { Tx } from '../database';
import { envelopeText } from '../email-messages';
import { addEvent, changeEnvelope } from '../envelope-changes';
import { envelopeAnswer, findEnvelope, pdfResponse } from '../envelope-store';
import { once } from '../idempotency';
import { queueMail } from '../mail';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';
import { requireTemplate } from '../require-template';
import { invalidBody } from '../read-body';
import type { SandboxSchema } from '../schema';

/** After the sending: history, taking back, reminding, signed copies. */
export function envelopeFollowUpRoutes(extension: Hono, context: SandboxContext): void {
  const { db } = context;

  extension.get('/envelopes/:id/events', async (c) => {
    const slice = readSlice(c.req.query());
    const envelope = await findEnvelope(db, c.req.param('id'));
    const rows = await db
      .selectFrom('envelope_events')
      .selectAll()
      .where('envelope_id', '=', envelope.id)
      .$call(inSlice('seq', slice))
      .execute();
    return taggedPage(
      c.req.raw,
      slicePage(
        rows,
        slice,
        (row) => row.seq,
        (row) => ({
          id: row.id,
          envelopeId: row.envelope_id,
          kind: row.kind,
          recipientId: row.recipient_id,
          at: row.at,
          by: row.done_by,
          reason: row.reason,
        }),
      ),
    );
  });

  extension.post('/envelopes/:id/void', (c) =>
    once(c, context, envelopeVoidSchema, async (tx, { reason }) => {
      const row = await findEnvelope(tx, c.req.param('id'));
      if (row.status === 'voided') return { status: 200, body: await envelopeAnswer(tx, row) };
      if (row.status === 'signed') throw new Refusal('envelope-not-open', { detail: 'It is completed' });
      await freeDeliveryKeys(tx, row.id);
      const at = context.now().toISOString();
      const by = context.settings.user;
      await addEvent(tx, context, { envelopeId: row.id, kind: 'voided', at, by, ...(reason ? { reason } : {}) });
      const voided = { status: 'voided', voided_at: at, void_reason: reason ?? null };
      return { status: 200, body: await envelopeAnswer(tx, await changeEnvelope(tx, context, row, voided)) };
    }),
  );

  extension.post('/envelopes/:id/reminders', (c) =>
    once(c, context, envelopeReminderCreateSchema, async (tx, { recipientIds, emailTemplateId }) => {
      const row = await findEnvelope(tx, c.req.param('id'));
      if (row.status !== 'sent' && row.status !== 'opened') throw new Refusal('envelope-not-open');
      if (emailTemplateId !== undefined) await requireTemplate(tx, emailTemplateId);
      const reminded = await waitingRecipients(tx, row, recipientIds);
      const template = { ...row, email_template_id: emailTemplateId ?? row.email_template_id };
      const at = context.now().toISOString();
      for (const recipient of reminded) {
        const text = await envelopeText(tx, context, template, recipient);
        await queueMail(tx, context, { ...text, kind: 'reminder' });
        const by = context.settings.user;
        await addEvent(tx, context, { envelopeId: row.id, kind: 'reminded', recipientId: recipient.id, at, by });
      }
      await changeEnvelope(tx, context, row, { last_reminder_at: at });
      const ids = reminded.map(({ id }) => id);
      return { status: 201, body: { data: { id: context.newId('rem'), envelopeId: row.id, recipientIds: ids, at } } };
    }),
  );

  extension.get('/envelopes/:id/documents/:documentId/signed', async (c) => {
    const document = await db
      .selectFrom('envelope_documents')
      .leftJoin('signed_copies', 'signed_copies.document_id', 'envelope_documents.id')
      .select(['signed_copies.sha256 as sha256', 'signed_copies.bytes as bytes'])
      .where('envelope_documents.id', '=', c.req.param('documentId'))
      .where('envelope_id', '=', c.req.param('id'))
      .executeTakeFirst();
    if (document === undefined) throw new Refusal('not-found');
    if (document.sha256 === null || document.bytes === null) throw new Refusal('not-signed');
    return pdfResponse(new Uint8Array(document.bytes), document.sha256);
  });
}

async function freeDeliveryKeys(tx: Tx, envelopeId: string): Promise<void> {
  await tx
    .deleteFrom('deliveries')
    .where('document_id', 'in', (eb) =>
      eb.selectFrom('envelope_documents').select('id').where('envelope_id', '=', envelopeId),
    )
    .execute();
}

/** Those asked for, or all; only who has not signed yet. One who has makes a request by name a refusal. */
async function waitingRecipients(
  tx: Tx,
  row: SandboxSchema['envelopes'],
  wanted: readonly string[] | undefined,
): Promise<EnvelopeCreate['recipients']> {
  const all = JSON.parse(row.recipients) as EnvelopeCreate['recipients'];
  const unknown = wanted?.findIndex((id) => !all.some((recipient) => recipient.id === id)) ?? -1;
  if (unknown !== -1) throw invalidBody([{ path: `recipientIds.${unknown}`, message: 'unknown' }]);
  const done = await tx
    .selectFrom('recipient_progress')
    .select('recipient_id')
    .where('envelope_id', '=', row.id)
    .where('status', 'in', ['signed', 'refused'])
    .execute();
  const isDone = (id: string) => done.some(({ recipient_id }) => recipient_id === id);
  if (wanted?.some(isDone)) throw new Refusal('envelope-not-open', { detail: 'A recipient has answered already' });
  return all.filter(({ id }) => !isDone(id) && (wanted?.includes(id) ?? true));
}
