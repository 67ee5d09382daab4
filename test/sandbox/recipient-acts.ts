import { createHash } from 'node:crypto';
import type { EnvelopeCreate, WireEnvelopeField } from '../../src/contract/envelope.schema';
import type { SandboxContext } from './context';
import type { Tx } from './database';
import { addEvent, changeEnvelope } from './envelope-changes';
import { uploadedBytes } from './envelope-store';
import { Refusal } from './problems';
import { fillFields } from './recipient/fill-fields';
import type { Signing } from './recipient/fill-fields';
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

/** One per document: the fields of everyone who signed, filled. */
async function keepSignedCopies(tx: Tx, row: SandboxSchema['envelopes'], at: string): Promise<void> {
  const people = JSON.parse(row.recipients) as EnvelopeCreate['recipients'];
  const progress = await tx
    .selectFrom('recipient_progress')
    .select(['recipient_id', 'signed_at'])
    .where('envelope_id', '=', row.id)
    .execute();
  const signings = people.flatMap(({ id, name, role }) => {
    const signedAt = progress.find(({ recipient_id }) => recipient_id === id)?.signed_at;
    return signedAt ? [{ recipientId: id, name, title: TITLES[role], at: signedAt }] : [];
  });
  const documents = await tx
    .selectFrom('envelope_documents')
    .select(['id', 'sha256', 'fields'])
    .where('envelope_id', '=', row.id)
    .execute();
  for (const { id, sha256, fields } of documents) {
    const original = await uploadedBytes(tx, sha256);
    const bytes = await signedCopy(original, JSON.parse(fields) as WireEnvelopeField[], signings);
    const digest = createHash('sha256').update(bytes).digest('hex');
    await tx.insertInto('signed_copies').values({ document_id: id, sha256: digest, at, bytes }).execute();
  }
}

const TITLES = { taxpayer: '', spouse: '', officer: 'Dirigeant', representative: 'Représentant' } as const;

/** A file that cannot be filled (encrypted, or no PDF at all) gets a line after its end, which readers pass over. */
async function signedCopy(
  original: Uint8Array,
  fields: readonly WireEnvelopeField[],
  signings: readonly Signing[],
): Promise<Uint8Array> {
  try {
    return await fillFields(original, fields, signings);
  } catch {
    const lines = signings.map(({ recipientId, at }) => `\n% SPECIMEN FICTIF: signe par ${recipientId}, ${at}\n`);
    return Buffer.concat([original, Buffer.from(lines.join(''), 'latin1')]);
  }
}
