import type { AppError } from '../core/app-error';
import { appError } from '../core/app-error';
import type { Result } from '../core/result';
import { err, ok } from '../core/result';

/** Thrown only by methods whose port has no room for an error value; the code is in `appError`. */
export class StorageError extends Error {
  readonly appError: AppError;
  constructor(appError: AppError, cause: unknown) {
    super(appError.code, { cause });
    this.name = 'StorageError';
    this.appError = appError;
  }
}

/**
 * What a failure of IndexedDB means to the office. Dexie hides the reason inside AbortError, BulkError and the like,
 * so the whole tree is searched. An error that is not the database's (a bug) is thrown again.
 */
export function storageError(error: unknown): AppError {
  const names = [...namesIn(error, 0)];
  if (names.includes('QuotaExceededError')) return appError('storage/quota');
  if (names.includes('VersionError')) return appError('storage/newer-version');
  if (names.some((name) => BLOCKED.has(name))) return appError('storage/blocked');
  throw error;
}

/** No IndexedDB, forbidden, closed under our hands, or failing without saying why. */
const BLOCKED: ReadonlySet<string> = new Set([
  'MissingAPIError',
  'OpenFailedError',
  'DatabaseClosedError',
  'SecurityError',
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TimeoutError',
]);

function* namesIn(error: unknown, depth: number): Generator<string> {
  if (typeof error !== 'object' || error === null || depth > 5) return;
  if ('name' in error && typeof error.name === 'string') yield error.name;
  if ('inner' in error) yield* namesIn(error.inner, depth + 1);
  if ('cause' in error) yield* namesIn(error.cause, depth + 1);
  if ('failures' in error && Array.isArray(error.failures)) {
    for (const failure of error.failures) yield* namesIn(failure, depth + 1);
  }
}

/** Runs database work; its failures become values. */
export async function attempt<T>(work: () => PromiseLike<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return err(storageError(error));
  }
}
