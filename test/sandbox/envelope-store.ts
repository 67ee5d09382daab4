import type { EnvelopeCreate } from '../../src/contract/envelope.schema';
import type { Db, Tx } from './database';
import { Refusal } from './problems';
import type { SandboxSchema } from './schema';

type EnvelopeRow = SandboxSchema['envelopes'];
type DocumentRow = SandboxSchema['envelope_documents'];

/** Envelopes as they are answered, documents in the order they were given. */
export async function envelopesToWire(db: Db | Tx, rows: readonly EnvelopeRow[]): Promise<ReturnType<typeof toWire>[]> {
  if (rows.length === 0) return [];
  const documents = await db
    .selectFrom('envelope_documents')
    .selectAll()
    .where(
      'envelope_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute();
  const progress = await db
    .selectFrom('recipient_progress')
    .selectAll()
    .where(
      'envelope_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const signed = await db
    .selectFrom('signed_copies')
    .innerJoin('envelope_documents', 'envelope_documents.id', 'signed_copies.document_id')
    .select((eb) => ['document_id', 'signed_copies.sha256', 'at', eb.fn<number>('length', ['bytes']).as('size')])
    .where(
      'envelope_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map((row) =>
    toWire(
      row,
      documents.filter(({ envelope_id }) => envelope_id === row.id),
      progress.filter(({ envelope_id }) => envelope_id === row.id),
      new Map(signed.map((copy) => [copy.document_id, { sha256: copy.sha256, bytes: Number(copy.size), at: copy.at }])),
    ),
  );
}

interface SignedCopy {
  readonly sha256: string;
  readonly bytes: number;
  readonly at: string;
}

const toWire = (
  row: EnvelopeRow,
  documents: readonly DocumentRow[],
  progress: readonly SandboxSchema['recipient_progress'][],
  signed: ReadonlyMap<string, SignedCopy>,
) => ({
  id: row.id,
  status: row.status,
  purpose: row.purpose,
  clientId: row.client_id,
  title: row.title,
  recipients: (JSON.parse(row.recipients) as EnvelopeCreate['recipients']).map((recipient) => {
    const done = progress.find(({ recipient_id }) => recipient_id === recipient.id);
    return {
      ...recipient,
      status: done?.status ?? 'waiting',
      openedAt: done?.opened_at ?? null,
      signedAt: done?.signed_at ?? null,
      refusedAt: done?.refused_at ?? null,
      refusalReason: done?.reason ?? null,
    };
  }),
  emailTemplateId: row.email_template_id,
  documents: documents.map((document) => ({
    id: document.id,
    title: document.title,
    formCode: document.form_code,
    taxYear: document.tax_year,
    sha256: document.sha256,
    pageCount: document.page_count,
    deliveryKey: document.delivery_key,
    fields: JSON.parse(document.fields) as unknown,
    signed: signed.get(document.id) ?? null,
  })),
  createdAt: row.created_at,
  sentAt: row.sent_at,
  updatedAt: row.updated_at,
  completedAt: row.completed_at,
  voidedAt: row.voided_at,
  voidReason: row.void_reason,
  lastReminderAt: row.last_reminder_at,
  labels: JSON.parse(row.labels) as unknown,
  followUpOn: row.follow_up_on,
});

export async function findEnvelope(db: Db | Tx, id: string): Promise<EnvelopeRow> {
  const row = await db.selectFrom('envelopes').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('not-found');
  return row;
}

export const envelopeAnswer = async (db: Db | Tx, row: EnvelopeRow) => ({
  data: (await envelopesToWire(db, [row]))[0],
});

/** A whole upload, its parts put together. */
export async function uploadedBytes(db: Db | Tx, sha256: string): Promise<Uint8Array> {
  const parts = await db
    .selectFrom('upload_parts')
    .select('bytes')
    .where('sha256', '=', sha256)
    .orderBy('start')
    .execute();
  return Buffer.concat(parts.map(({ bytes }) => new Uint8Array(bytes)));
}

/** A PDF with the digest of its bytes, shown in place and never stored. */
export const pdfResponse = (bytes: Uint8Array, sha256: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline',
      'Content-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    },
  });

/** Who holds a delivery key, as told in a 409 and in the list of deliveries. */
export const deliveryOf = (
  row: Pick<EnvelopeRow, 'created_at' | 'created_by' | 'sent_at'> & {
    readonly delivery_key: string;
    readonly envelope_id: string;
  },
) => ({
  deliveryKey: row.delivery_key,
  envelopeId: row.envelope_id,
  deliveredAt: row.sent_at ?? row.created_at,
  deliveredBy: row.created_by,
  sentAt: row.sent_at,
});
