import type { Kysely, Migration } from 'kysely';

/** Everything there is, as of the first version. `blob` is the database's type for bytes (`bytea` on PostgreSQL). */
export const firstMigration = (blob: 'blob' | 'bytea'): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { schema } = db;
    await schema
      .createTable('counters')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('company')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('data', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('clients')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.notNull())
      .addColumn('email_key', 'text', (c) => c.notNull())
      .addColumn('language', 'text')
      .addColumn('account_manager_id', 'text')
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('clients_by_code').on('clients').columns(['code', 'id']).execute();
    await schema
      .createTable('client_contacts')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('client_id', 'integer', (c) => c.notNull().references('clients.id'))
      .addColumn('data', 'text', (c) => c.notNull())
      .execute();
    for (const table of ['tasks', 'reminders']) {
      await schema
        .createTable(table)
        .addColumn('id', 'integer', (c) => c.primaryKey())
        .addColumn('data', 'text', (c) => c.notNull())
        .execute();
    }
    await schema
      .createTable('account_managers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('email_templates')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('is_default', 'integer', (c) => c.notNull())
      .addColumn('subject_fr', 'text', (c) => c.notNull())
      .addColumn('subject_en', 'text', (c) => c.notNull())
      .addColumn('body_fr', 'text', (c) => c.notNull())
      .addColumn('body_en', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('invitations')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('email', 'text', (c) => c.notNull())
      .addColumn('email_key', 'text', (c) => c.notNull().unique())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('invitation_clients')
      .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitations.id'))
      .addColumn('client_id', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('invitation_clients_key', ['invitation_id', 'client_id'])
      .execute();
    await schema
      .createTable('uploads')
      .addColumn('sha256', 'text', (c) => c.primaryKey())
      .addColumn('total', 'integer', (c) => c.notNull())
      .addColumn('received', 'integer', (c) => c.notNull())
      .addColumn('complete', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('upload_parts')
      .addColumn('sha256', 'text', (c) => c.notNull().references('uploads.sha256'))
      .addColumn('start', 'integer', (c) => c.notNull())
      .addColumn('bytes', blob as 'blob', (c) => c.notNull())
      .addPrimaryKeyConstraint('upload_parts_key', ['sha256', 'start'])
      .execute();
    await schema
      .createTable('envelopes')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('client_id', 'integer', (c) => c.notNull().references('clients.id'))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('email_template_id', 'text', (c) => c.notNull().references('email_templates.id'))
      .addColumn('recipients', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('created_by', 'text', (c) => c.notNull())
      .addColumn('sent_at', 'text')
      .execute();
    await schema
      .createTable('envelope_documents')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('envelope_id', 'text', (c) => c.notNull().references('envelopes.id'))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('form_code', 'text', (c) => c.notNull())
      .addColumn('tax_year', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull().references('uploads.sha256'))
      .addColumn('page_count', 'integer', (c) => c.notNull())
      .addColumn('delivery_key', 'text', (c) => c.notNull().unique())
      .addColumn('fields', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('documents_by_envelope').on('envelope_documents').column('envelope_id').execute();
    await schema
      .createTable('sealed_records')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('mail')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('recipient_name', 'text', (c) => c.notNull())
      .addColumn('recipient', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('envelope_id', 'text')
      .addColumn('invitation_id', 'text')
      .addColumn('written', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('idempotency')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('digest', 'text', (c) => c.notNull())
      .addColumn('status', 'integer', (c) => c.notNull())
      .addColumn('headers', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute();
  },
});
