import type { EnvelopeCreate } from '../../../src/contract/envelope.schema';
import type { Db } from '../database';
import type { SandboxSchema } from '../schema';
import type { Shown } from './pages';
import type { Person } from './people';

/** The person's envelopes as their pages show them. */
export async function shownTo(db: Db, person: Person): Promise<Shown[]> {
  return Promise.all(person.envelopes.map(async ([{ id }, recipientId]) => shownEnvelope(db, id, recipientId)));
}

async function shownEnvelope(db: Db, id: string, recipientId: string): Promise<Shown> {
  const row = await db.selectFrom('envelopes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const progress = await db.selectFrom('recipient_progress').selectAll().where('envelope_id', '=', id).execute();
  const documents = await db
    .selectFrom('envelope_documents')
    .leftJoin('signed_copies', 'signed_copies.document_id', 'envelope_documents.id')
    .select(['id', 'title', 'signed_copies.sha256 as signed'])
    .where('envelope_id', '=', id)
    .orderBy('seq')
    .execute();
  const recipients = JSON.parse(row.recipients) as EnvelopeCreate['recipients'];
  const done = progress.find((one) => one.recipient_id === recipientId);
  const mineOrder = recipients.find((one) => one.id === recipientId)?.order ?? 1;
  const isWaitingForOthers = recipients.some(
    (one) => one.order < mineOrder && progress.find((other) => other.recipient_id === one.id)?.status !== 'signed',
  );
  const isOpen = row.status === 'sent' || row.status === 'opened';
  const isMine = isOpen && row.purpose === 'signature' && (done?.status === 'waiting' || done?.status === 'opened');
  return {
    id,
    title: row.title,
    status: statusOf(row, done?.status ?? 'waiting'),
    documents: documents.map((one) => ({ id: one.id, title: one.title, isSigned: one.signed !== null })),
    signedAt: done?.signed_at ? inQuebec(done.signed_at) : null,
    canAct: isMine && !isWaitingForOthers,
    isWaitingForOthers: isMine && isWaitingForOthers,
  };
}

function statusOf(row: SandboxSchema['envelopes'], mine: string): Shown['status'] {
  if (mine === 'signed' || mine === 'refused') return mine;
  if (row.status === 'expired' || row.status === 'refused') return row.status;
  return row.purpose === 'consultation' ? 'read' : 'waiting';
}

const inQuebec = (at: string): string =>
  new Intl.DateTimeFormat('fr-CA', { timeZone: 'America/Toronto', dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(at),
  );
