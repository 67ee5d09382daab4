import type { EnvelopeCreate } from '../../src/contract/envelope.schema';
import { emailKey } from './client-store';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { nextNumber } from './database';
import { addEvent, nextChange } from './envelope-changes';
import { deliveryOf } from './envelope-store';
import { Refusal } from './problems';
import { invalidBody } from './read-body';
import type { SandboxSchema } from './schema';

/** Makes a draft, or refuses it whole. Keys are held unique by the table itself, whoever comes at the same time. */
export async function createEnvelope(
  tx: Tx,
  context: SandboxContext,
  body: EnvelopeCreate,
): Promise<SandboxSchema['envelopes']> {
  await checkReferences(tx, body);
  await checkUploads(tx, body);
  await checkInvited(tx, body);
  const row: SandboxSchema['envelopes'] = {
    id: context.newId('env'),
    seq: await nextNumber(tx, 'envelopes'),
    status: 'draft',
    purpose: body.purpose,
    client_id: body.clientId,
    title: body.title,
    email_template_id: body.emailTemplateId,
    recipients: JSON.stringify(body.recipients),
    created_at: context.now().toISOString(),
    created_by: context.settings.user,
    sent_at: null,
    completed_at: null,
    voided_at: null,
    void_reason: null,
    last_reminder_at: null,
    labels: JSON.stringify(body.labels ?? []),
    follow_up_on: body.followUpOn ?? null,
    ...(await nextChange(tx, context)),
  };
  await tx.insertInto('envelopes').values(row).execute();
  await addEvent(tx, context, { envelopeId: row.id, kind: 'created', at: row.created_at, by: row.created_by });
  await tx
    .insertInto('recipient_progress')
    .values(body.recipients.map(({ id }) => ({ envelope_id: row.id, recipient_id: id, status: 'waiting' })))
    .execute();
  for (const document of body.documents) {
    const id = context.newId('doc');
    await tx
      .insertInto('envelope_documents')
      .values({
        id,
        seq: await nextNumber(tx, 'envelope_documents'),
        envelope_id: row.id,
        title: document.title,
        form_code: document.formCode,
        tax_year: document.taxYear,
        sha256: document.sha256,
        page_count: document.pageCount,
        delivery_key: document.deliveryKey,
        fields: JSON.stringify(document.fields),
      })
      .execute();
    const made = await tx
      .insertInto('deliveries')
      .values({ delivery_key: document.deliveryKey, document_id: id })
      .onConflict((conflict) => conflict.column('delivery_key').doNothing())
      .returning('document_id')
      .executeTakeFirst();
    if (made === undefined) throw await alreadyDelivered(tx, document.deliveryKey, row.id);
  }
  return row;
}

async function alreadyDelivered(tx: Tx, deliveryKey: string, envelope: string): Promise<Refusal> {
  const holder = await tx
    .selectFrom('deliveries')
    .innerJoin('envelope_documents', 'envelope_documents.id', 'deliveries.document_id')
    .innerJoin('envelopes', 'envelopes.id', 'envelope_documents.envelope_id')
    .select(['deliveries.delivery_key', 'envelope_id', 'created_at', 'created_by', 'sent_at'])
    .where('deliveries.delivery_key', '=', deliveryKey)
    .executeTakeFirstOrThrow();
  if (holder.envelope_id === envelope)
    return invalidBody([{ path: 'documents', message: 'two documents with one deliveryKey' }]);
  return new Refusal('already-delivered', { members: deliveryOf(holder) });
}

/** The 30th of February would be a day of March. */
function isInCalendar(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** What the schema cannot say: ids that must exist, here or on the server. */
async function checkReferences(tx: Tx, body: EnvelopeCreate): Promise<void> {
  const errors: { path: string; message: string }[] = [];
  const client = await tx.selectFrom('clients').select('id').where('id', '=', body.clientId).executeTakeFirst();
  if (client === undefined) errors.push({ path: 'clientId', message: 'unknown' });
  const template = await tx
    .selectFrom('email_templates')
    .select('id')
    .where('id', '=', body.emailTemplateId)
    .executeTakeFirst();
  if (template === undefined) errors.push({ path: 'emailTemplateId', message: 'unknown' });
  const recipients = new Set(body.recipients.map(({ id }) => id));
  if (recipients.size < body.recipients.length)
    errors.push({ path: 'recipients', message: 'two recipients with one id' });
  body.documents.forEach((document, d) =>
    document.fields.forEach((field, f) => {
      const path = `documents.${d}.fields.${f}`;
      if (!recipients.has(field.recipient)) errors.push({ path: `${path}.recipient`, message: 'unknown' });
      if (field.page > document.pageCount) errors.push({ path: `${path}.page`, message: 'after the last page' });
      if ((field.part !== undefined) !== (field.kind === 'time'))
        errors.push({ path: `${path}.part`, message: 'for a time, and only then' });
    }),
  );
  if (body.purpose === 'signature' && !body.documents.some(({ fields }) => fields.length > 0))
    errors.push({ path: 'documents', message: 'nothing to sign' });
  if (new Set(body.labels).size < (body.labels?.length ?? 0))
    errors.push({ path: 'labels', message: 'one label twice' });
  if (body.followUpOn !== undefined && !isInCalendar(body.followUpOn))
    errors.push({ path: 'followUpOn', message: 'in no calendar' });
  if (errors.length > 0) throw invalidBody(errors);
}

async function checkUploads(tx: Tx, body: EnvelopeCreate): Promise<void> {
  const wanted = [...new Set(body.documents.map(({ sha256 }) => sha256))];
  const rows = await tx
    .selectFrom('uploads')
    .select('sha256')
    .where('sha256', 'in', wanted)
    .where('complete', '=', 1)
    .execute();
  const there = new Set(rows.map(({ sha256 }) => sha256));
  const missing = wanted.filter((sha256) => !there.has(sha256));
  if (missing.length > 0) throw new Refusal('upload-missing', { members: { missing } });
}

async function checkInvited(tx: Tx, body: EnvelopeCreate): Promise<void> {
  const keys = body.recipients.map(({ email }) => emailKey(email));
  const rows = await tx.selectFrom('invitations').select('email_key').where('email_key', 'in', keys).execute();
  const invited = new Set(rows.map(({ email_key }) => email_key));
  const missing = body.recipients.filter((_, index) => !invited.has(keys[index] ?? '')).map(({ id }) => id);
  if (missing.length > 0) throw new Refusal('recipient-not-invited', { members: { recipients: missing } });
}
