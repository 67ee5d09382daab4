import type { AppError } from '../../core/app-error';
import { appError } from '../../core/app-error';

/**
 * OPFS speaks in DOMException names. A second sync access handle on one file is refused as
 * `NoModificationAllowedError`; everything unknown means that this browser gives us no private file system
 * (private windows, policies): `storage/blocked`, upon which a writer falls back to IndexedDB.
 */
export function packError(error: unknown): AppError {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return appError('storage/quota');
    case 'NoModificationAllowedError':
      return appError('storage/pack-in-use');
    case 'NotFoundError':
      return appError('storage/missing-document');
    default:
      return appError('storage/blocked');
  }
}
