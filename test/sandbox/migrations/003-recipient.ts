import { randomBytes } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';

/** The recipient's side: the secret of each invitation's link, sessions behind it, and the text messages sent. */
export const recipientMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { schema } = db;
    await schema
      .alterTable('invitations')
      .addColumn('secret', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    const old = db as Kysely<{ invitations: { id: string; secret: string } }>;
    for (const { id } of await old.selectFrom('invitations').select('id').execute())
      await old
        .updateTable('invitations')
        .set({ secret: randomBytes(24).toString('base64url') })
        .where('id', '=', id)
        .execute();
    await schema.createIndex('invitations_by_secret').on('invitations').column('secret').unique().execute();
    await schema
      .createTable('recipient_sessions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitations.id').onDelete('cascade'))
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('person', 'text')
      .addColumn('code_digest', 'text')
      .addColumn('code_at', 'text')
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('passed_at', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('text_messages')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('invitation_id', 'text', (c) => c.notNull().references('invitations.id').onDelete('cascade'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('phone', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute();
  },
};
