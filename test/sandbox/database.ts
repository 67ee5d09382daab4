import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import type { Transaction } from 'kysely';
import Libsql from 'libsql';
import { firstMigration } from './migrations/001-first';
import type { SandboxSchema } from './schema';

export type Db = Kysely<SandboxSchema>;
/** Kysely's own pool is one connection: within a transaction, only the transaction may be used. */
export type Tx = Transaction<SandboxSchema>;

/**
 * Opens (or makes) `gem-books.db` in `folder` and brings its tables up to date. Each commit is on disk when it
 * returns: killing the process at any moment keeps it.
 */
export async function openDatabase(folder: string): Promise<Db> {
  mkdirSync(folder, { recursive: true });
  const file = new Libsql(join(folder, 'gem-books.db'), { timeout: 5000 });
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  const db = new Kysely<SandboxSchema>({ dialect: new SqliteDialect({ database: file }) });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ '001-first': firstMigration('blob') }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return db;
}

/** The next number of a named series, from 1: one row per series, so that it also works with several writers. */
export async function nextNumber(tx: Tx, name: string): Promise<number> {
  const row = await tx
    .insertInto('counters')
    .values({ name, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
