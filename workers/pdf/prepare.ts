import { appError } from '../../src/core/app-error';
import type { AppError } from '../../src/core/app-error';
import type { PlacedField } from '../../src/core/forms/placed-field';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { stampAppending } from './append/stamp-appending';
import { containsBytes } from './contains-bytes';
import type { Pdfium } from './pdfium';
import { headerOf } from './header-of';
import type { PageDigest } from './page-digest';
import { verifyPrepared } from './verify-prepared';

type Stamp = (
  bytes: Uint8Array,
  fields: readonly PlacedField[],
) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;

/**
 * Appends the fields to the original bytes and proves it: the result starts with the original, and re-opened by another
 * library it shows the same pages with the fields at their places. No field, no change. Our own writer takes the usual
 * file, two libraries what it does not know (docs/decisions/0004, 0005); the first library's refusal is the one told.
 * @param known the digest that `inspectPdf` gave of these very bytes: they are not read again for the proof.
 */
export async function preparePdf(
  pdfium: Pdfium,
  original: Uint8Array<ArrayBuffer>,
  fields: readonly PlacedField[],
  known: readonly PageDigest[] | null = null,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (fields.length === 0) return ok(original);
  const own = await attempt(stampAppending, original, fields);
  if (own.ok && (await verifyPrepared(pdfium, original, own.value, fields, known)).ok) return own;
  if (hasClearMetadata(original)) return err(appError('pdf/clear-metadata'));
  let refusal: AppError | null = null;
  for (const stamp of writersFor(original)) {
    const written = await attempt(stamp, original, fields);
    const checked = written.ok ? await verifyPrepared(pdfium, original, written.value, fields, known) : written;
    if (written.ok && checked.ok) return written;
    if (!checked.ok) refusal ??= checked.error;
  }
  return err(refusal ?? appError('pdf/check-failed'));
}

/** Loaded when the first document needs them. */
function writersFor(original: Uint8Array): readonly Stamp[] {
  const libpdf: Stamp = async (bytes, fields) => (await import('./stamp-with-libpdf')).stampWithLibpdf(bytes, fields);
  const pdfLib: Stamp = async (bytes, fields) => (await import('./stamp-with-pdf-lib')).stampWithPdfLib(bytes, fields);
  return containsBytes(original, '/Encrypt') ? [libpdf] : [libpdf, pdfLib];
}

/**
 * The one kind of encryption that libpdf cannot append to: it writes the encryption's dictionary again without this
 * entry. Nobody could open the result under a key that is made of it (128 bits); where it is not (256 bits), the result
 * opens and contradicts itself. That dictionary is never compressed (ISO 32000-1 §7.5.7).
 */
const hasClearMetadata = (bytes: Uint8Array): boolean =>
  containsBytes(bytes, '/EncryptMetadata') &&
  /\/EncryptMetadata\s+false/u.test(new TextDecoder('latin1').decode(bytes));

async function attempt(
  stamp: Stamp,
  original: Uint8Array<ArrayBuffer>,
  fields: readonly PlacedField[],
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const start = headerOf(original);
    const stamped = await stamp(original.subarray(start), fields);
    return ok(start === 0 ? stamped : joined(original.subarray(0, start), stamped));
  } catch {
    // What a writer throws may quote the file: only the fact is kept.
    return err(appError('pdf/check-failed'));
  }
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(before.length + after.length);
  whole.set(before);
  whole.set(after, before.length);
  return whole;
}
