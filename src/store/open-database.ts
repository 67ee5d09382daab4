import type { AppError } from '../core/app-error';
import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import { Database, SCHEMA_VERSION } from './database';
import { storageError } from './storage-error';

export interface OpenDatabaseOptions {
  /** Another tab upgraded the database (`storage/newer-version`) or deleted it (`storage/blocked`): reload the page. */
  readonly onLost?: (error: AppError) => void;
  readonly name?: string;
}

/**
 * Errors: `storage/newer-version` (this page is older than the data), `storage/blocked` (another tab will not let go of
 * an older version, or the browser refuses storage), `storage/quota`.
 */
export async function openDatabase(options: OpenDatabaseOptions = {}): Promise<Result<Database>> {
  const database = new Database(options.name);
  database.on('versionchange', (change) => {
    const upgraded = change.newVersion !== null && change.newVersion > 0;
    options.onLost?.(appError(upgraded ? 'storage/newer-version' : 'storage/blocked'));
  });
  try {
    await Promise.race([database.open(), refusedByAnotherTab(database)]);
  } catch (error) {
    database.close();
    return error === BLOCKED ? err(appError('storage/blocked')) : err(storageError(error));
  }
  // Dexie opens a database from the future without a word; its fields would be lost on the first write.
  if (Math.floor(database.backendDB().version / 10) > SCHEMA_VERSION) {
    database.close();
    return err(appError('storage/newer-version'));
  }
  return ok(database);
}

const BLOCKED = Symbol('blocked');

/** Tabs of ours close at once when asked (Dexie's `versionchange`); one that is frozen does not, and would hang us. */
const refusedByAnotherTab = (database: Database): Promise<never> =>
  new Promise((_, reject) => {
    database.on('blocked', () => {
      reject(BLOCKED);
    });
  });
