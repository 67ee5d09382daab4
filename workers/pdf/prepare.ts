import { appError } from '../../src/core/app-error';
import type { PlacedField } from '../../src/core/forms/placed-field';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { Pdfium } from './pdfium';
import { stampWithLibpdf } from './stamp-with-libpdf';
import { hasPrefix, verifyPrepared } from './verify-prepared';

/**
 * Appends the fields to the original bytes and proves it: the result starts with the original, and re-opened by another
 * library it shows the same pages with the fields at their places. No field, no change.
 */
export async function preparePdf(
  pdfium: Pdfium,
  original: Uint8Array<ArrayBuffer>,
  fields: readonly PlacedField[],
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (fields.length === 0) return ok(original);
  const written = await stamp(original, fields);
  if (!written.ok) return written;
  const checked = await verifyPrepared(pdfium, original, written.value, fields);
  return checked.ok ? written : checked;
}

async function stamp(original: Uint8Array, fields: readonly PlacedField[]): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const bytes = await stampWithLibpdf(original, fields);
    return hasPrefix(bytes, original) ? ok(bytes) : err(appError('pdf/rewritten'));
  } catch {
    return err(appError('pdf/check-failed'));
  }
}
