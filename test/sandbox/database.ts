import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, Migrator, PostgresDialect, sql, SqliteDialect } from 'kysely';
import type { Transaction } from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import { firstMigration } from './migrations/001-first';
import { aroundMigration } from './migrations/002-around';
import { recipientMigration } from './migrations/003-recipient';
import { folderMarksMigration } from './migrations/004-folder-marks';
import type { SandboxSchema } from './schema';

export type Db = Kysely<SandboxSchema>;
/** SQLite's pool is one connection: within a transaction, only the transaction may be used. */
export type Tx = Transaction<SandboxSchema>;

/**
 * Opens (or makes) `gem-books.db` in `folder`, or the PostgreSQL database at `url`, emptied first when asked, and brings
 * its tables up to date. Each commit is on disk when it returns: killing the process at any moment keeps it.
 */
export async function openDatabase(folder: string, url: string | null, reset: boolean): Promise<Db> {
  mkdirSync(folder, { recursive: true });
  const db = url === null ? openSqlite(folder) : openPostgres(url);
  if (reset && url !== null) await emptyPostgres(db);
  const blob = url === null ? 'blob' : 'bytea';
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '001-first': firstMigration(blob),
        '002-around': aroundMigration(blob),
        '003-recipient': recipientMigration,
        '004-folder-marks': folderMarksMigration,
      }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return db;
  await db.destroy();
  throw error;
}

function openSqlite(folder: string): Db {
  const file = new Libsql(join(folder, 'gem-books.db'), { timeout: 5000 });
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  return new Kysely<SandboxSchema>({ dialect: new SqliteDialect({ database: file }) });
}

function openPostgres(connectionString: string): Db {
  const pool = new pg.Pool({ connectionString, max: 8 });
  // A connection that the server closes while idle is replaced at the next use.
  pool.on('error', () => undefined);
  return new Kysely<SandboxSchema>({ dialect: new PostgresDialect({ pool }) });
}

async function emptyPostgres(db: Db): Promise<void> {
  for (const { name } of await db.introspection.getTables({ withInternalKyselyTables: true }))
    await sql`drop table if exists ${sql.table(name)} cascade`.execute(db);
}

const MOST_ATTEMPTS = 60;

/** PostgreSQL's serialization failure, deadlock, and a unique key that two transactions took at once. */
const CONTENTION = new Set(['40001', '40P01', '23505']);

/**
 * One transaction, as if nothing else ran (SQLite has one writer; PostgreSQL is asked for SERIALIZABLE). One that lost
 * against another is run again from its beginning, after a random wait of up to 50 ms: `work` must have no other effect.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!CONTENTION.has(code) || attempt === MOST_ATTEMPTS) throw error;
      await sleep(Math.random() * 50);
    }
  }
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
