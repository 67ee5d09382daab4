import type { Db, Tx } from './database';
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
  return rows.map((row) =>
    toWire(
      row,
      documents.filter(({ envelope_id }) => envelope_id === row.id),
    ),
  );
}

const toWire = (row: EnvelopeRow, documents: readonly DocumentRow[]) => ({
  id: row.id,
  status: row.status,
  purpose: row.purpose,
  clientId: row.client_id,
  title: row.title,
  recipients: JSON.parse(row.recipients) as unknown,
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
  })),
  createdAt: row.created_at,
  sentAt: row.sent_at,
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
