import { Dexie } from 'dexie';
import type { AppError } from '../core/app-error';
import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import { Database, SCHEMA_VERSION } from './database';
import { installedVersion } from './installed-version';
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
    const { indexedDB } = Dexie.dependencies;
    // Dexie counts in tenths: its version 1 is the browser's 10.
    if (indexedDB && (await installedVersion(indexedDB, database.name)) >= (SCHEMA_VERSION + 1) * 10) {
      return err(appError('storage/newer-version'));
    }
    await Promise.race([database.open(), refusedByAnotherTab(database)]);
    return ok(database);
  } catch (error) {
    database.close();
    return err(error === BLOCKED ? appError('storage/blocked') : storageError(error));
  }
}

const BLOCKED = Symbol('blocked');

/** Tabs of ours close at once when asked (Dexie's `versionchange`); one that is frozen does not, and would hang us. */
const refusedByAnotherTab = (database: Database): Promise<never> =>
  new Promise((_, reject) => {
    database.on('blocked', () => {
      reject(BLOCKED);
    });
  });
