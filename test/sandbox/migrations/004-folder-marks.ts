import type { Kysely, Migration } from 'kysely';

/** What the office marks a secure folder with: its labels, and the day to follow up. */
export const folderMarksMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const { schema } = db;
    await schema
      .alterTable('envelopes')
      .addColumn('labels', 'text', (c) => c.notNull().defaultTo('[]'))
      .execute();
    await schema.alterTable('envelopes').addColumn('follow_up_on', 'text').execute();
  },
};
