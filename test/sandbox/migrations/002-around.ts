import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** Around the delivery: follow-up, tasks, templates, the website form. Delivery keys get a table, so that voiding frees them. */
export const aroundMigration = (blob: 'blob' | 'bytea'): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { schema } = db;
    for (const [table, columns] of Object.entries(ADDED)) {
      for (const [name, type, initial] of columns) {
        await schema
          .alterTable(table)
          .addColumn(name, type, (c) => (initial === undefined ? c : c.notNull().defaultTo(initial)))
          .execute();
      }
    }
    await sql`update envelopes set change = seq, updated_at = coalesce(sent_at, created_at)`.execute(db);
    await sql`insert into counters (name, value) select 'envelope_changes', coalesce(max(seq), 0) from envelopes`.execute(
      db,
    );
    await documentsWithoutUniqueKey(db);
    await schema
      .createTable('deliveries')
      .addColumn('delivery_key', 'text', (c) => c.primaryKey())
      .addColumn('document_id', 'text', (c) =>
        c.notNull().unique().references('envelope_documents.id').onDelete('cascade'),
      )
      .execute();
    await sql`insert into deliveries (delivery_key, document_id) select delivery_key, id from envelope_documents`.execute(
      db,
    );
    await schema
      .createTable('envelope_events')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('envelope_id', 'text', (c) => c.notNull().references('envelopes.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('recipient_id', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('done_by', 'text')
      .addColumn('reason', 'text')
      .execute();
    await schema.createIndex('events_by_envelope').on('envelope_events').column('envelope_id').execute();
    await schema
      .createTable('recipient_progress')
      .addColumn('envelope_id', 'text', (c) => c.notNull().references('envelopes.id').onDelete('cascade'))
      .addColumn('recipient_id', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('opened_at', 'text')
      .addColumn('signed_at', 'text')
      .addColumn('refused_at', 'text')
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('recipient_progress_key', ['envelope_id', 'recipient_id'])
      .execute();
    await schema
      .createTable('signed_copies')
      .addColumn('document_id', 'text', (c) => c.primaryKey().references('envelope_documents.id').onDelete('cascade'))
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('bytes', blob as 'blob', (c) => c.notNull())
      .execute();
    await schema
      .createTable('intake')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.notNull())
      .addColumn('phone', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('client_id', 'integer')
      .addColumn('received_at', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('device_keys')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('label', 'text', (c) => c.notNull())
      .addColumn('public_key', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('revoked_at', 'text')
      .execute();
    await schema
      .createTable('shared_settings')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute();
  },
});

/** `[column, type, value for the rows there are]`; without a value the column may be null. */
const ADDED: Readonly<Record<string, readonly (readonly [string, 'text' | 'integer', (string | number)?])[]>> = {
  envelopes: [
    ['change', 'integer', 0],
    ['updated_at', 'text', ''],
    ['completed_at', 'text'],
    ['voided_at', 'text'],
    ['void_reason', 'text'],
    ['last_reminder_at', 'text'],
  ],
  tasks: [
    ['client_id', 'integer'],
    ['assignee_id', 'text'],
    ['labels', 'text', '[]'],
    ['version', 'integer', 1],
    ['updated_at', 'text', '2026-01-15T14:00:00.000Z'],
  ],
  email_templates: [
    ['version', 'integer', 1],
    ['default_for', 'text', '[]'],
  ],
};

/** Neither SQLite can drop a UNIQUE, nor do both databases name it alike: the table is made again. */
async function documentsWithoutUniqueKey(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('envelope_documents_again')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull().unique())
    .addColumn('envelope_id', 'text', (c) => c.notNull().references('envelopes.id').onDelete('cascade'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('form_code', 'text', (c) => c.notNull())
    .addColumn('tax_year', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull().references('uploads.sha256'))
    .addColumn('page_count', 'integer', (c) => c.notNull())
    .addColumn('delivery_key', 'text', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .execute();
  await sql`insert into envelope_documents_again select id, seq, envelope_id, title, form_code, tax_year, sha256, page_count, delivery_key, fields from envelope_documents`.execute(
    db,
  );
  await db.schema.dropTable('envelope_documents').execute();
  await db.schema.alterTable('envelope_documents_again').renameTo('envelope_documents').execute();
  await db.schema.createIndex('documents_by_envelope').on('envelope_documents').column('envelope_id').execute();
}
