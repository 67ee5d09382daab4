import { createHash } from 'node:crypto';
import type { EnvelopeCreate } from '../../src/contract/envelope.schema';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { addEvent, changeEnvelope } from './envelope-changes';
import { Refusal } from './problems';
import type { SandboxSchema } from './schema';

export type RecipientAct =
  { readonly kind: 'opened' } | { readonly kind: 'signed' } | { readonly kind: 'refused'; readonly reason: string };

/**
 * What a recipient does, with its event and the envelope's status, in one transaction. The last signature completes the
 * envelope. 409 `envelope-not-open` when it waits for nobody, or no longer for this one.
 */
export async function recordAct(
  tx: Tx,
  context: SandboxContext,
  envelopeId: string,
  recipientId: string,
  act: RecipientAct,
): Promise<SandboxSchema['envelopes']> {
  const row = await tx.selectFrom('envelopes').selectAll().where('id', '=', envelopeId).executeTakeFirst();
  const progress = await tx
    .selectFrom('recipient_progress')
    .selectAll()
    .where('envelope_id', '=', envelopeId)
    .execute();
  const mine = progress.find(({ recipient_id }) => recipient_id === recipientId);
  if (row === undefined || mine === undefined) throw new Refusal('not-found');
  const isOpen = row.status === 'sent' || row.status === 'opened';
  if (!isOpen || (mine.status !== 'waiting' && mine.status !== 'opened')) throw new Refusal('envelope-not-open');
  if (act.kind === 'opened' && mine.status === 'opened') return row;

  const at = context.now().toISOString();
  const reason = act.kind === 'refused' ? act.reason : null;
  await tx
    .updateTable('recipient_progress')
    .set({ status: act.kind, [`${act.kind}_at`]: at, reason })
    .where('envelope_id', '=', envelopeId)
    .where('recipient_id', '=', recipientId)
    .execute();
  await addEvent(tx, context, { envelopeId, kind: act.kind, recipientId, at, ...(reason === null ? {} : { reason }) });
  const last = progress.every((other) => other === mine || other.status === 'signed');
  if (act.kind !== 'signed' || !last)
    return changeEnvelope(tx, context, row, { status: act.kind === 'signed' ? 'opened' : act.kind });
  await keepSignedCopies(tx, row, at);
  await addEvent(tx, context, { envelopeId, kind: 'completed', at });
  return changeEnvelope(tx, context, row, { status: 'signed', completed_at: at });
}

/** The original bytes with a line after their end that tells who signed and when: a reader of PDF passes over it. */
async function keepSignedCopies(tx: Tx, row: SandboxSchema['envelopes'], at: string): Promise<void> {
  const names = (JSON.parse(row.recipients) as EnvelopeCreate['recipients']).map(({ id }) => id).join(', ');
  const documents = await tx
    .selectFrom('envelope_documents')
    .select(['id', 'sha256'])
    .where('envelope_id', '=', row.id)
    .execute();
  for (const { id, sha256 } of documents) {
    const parts = await tx
      .selectFrom('upload_parts')
      .select('bytes')
      .where('sha256', '=', sha256)
      .orderBy('start')
      .execute();
    const line = Buffer.from(`\n% SPECIMEN FICTIF: signe par ${names}, ${at}\n`, 'latin1');
    const bytes = Buffer.concat([...parts.map((part) => new Uint8Array(part.bytes)), line]);
    const digest = createHash('sha256').update(bytes).digest('hex');
    await tx.insertInto('signed_copies').values({ document_id: id, sha256: digest, at, bytes }).execute();
  }
}
