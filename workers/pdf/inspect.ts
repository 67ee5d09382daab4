import { appError } from '../../src/core/app-error';
import type { PageText } from '../../src/core/documents/page-text';
import type { PdfTraits } from '../../src/core/documents/pdf-traits';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { hasImpossibleXref } from './append/impossible-xref';
import { containsBytes } from './contains-bytes';
import { HEADER_WINDOW } from './header-of';
import type { PageDigest } from './page-digest';
import type { OpenDocument, Pdfium } from './pdfium';
import { readPages } from './read-pages';
import { marksIn, readTraits } from './traits';

/** A PDF that may be read and prepared, as it was found. */
export interface InspectedPdf {
  readonly pages: readonly PageText[];
  /** What `preparePdf` compares its result with, so that these bytes need not be read again. */
  readonly digest: readonly PageDigest[];
  /** It carries a digital signature: its pages must never be changed (domain facts §6). */
  readonly signed: boolean;
  readonly traits: PdfTraits;
  /** It opened with the password given, and does not without one. */
  readonly locked: boolean;
}

/**
 * Reads a PDF once: its kind, then its text with places. Refusals by name: `pdf/empty-file`, `pdf/not-a-pdf`,
 * `pdf/needs-password` (none given), `pdf/wrong-password` (it opens with neither), `pdf/damaged` (also when its cross-reference table had to be rebuilt: nothing can be appended
 * to that), `pdf/xfa`. Encryption with an empty user password opens.
 * @param also what is read all the same, for those who only look: an XFA form's pages.
 */
export async function inspectPdf(
  pdfium: Pdfium,
  bytes: Uint8Array,
  password: string | null = null,
  also: { readonly xfa?: boolean } = {},
): Promise<Result<InspectedPdf>> {
  if (bytes.length === 0) return err(appError('pdf/empty-file'));
  if (!containsBytes(bytes.subarray(0, HEADER_WINDOW), '%PDF-')) return err(appError('pdf/not-a-pdf'));
  if (hasImpossibleXref(bytes)) return err(appError('pdf/damaged'));
  const opened = await pdfium.withDocument(bytes, (document) => examine(document, bytes, also));
  if (opened.ok) return opened.value.ok ? ok({ ...opened.value.value, locked: false }) : opened.value;
  if (opened.failure === 'damaged') return err(appError('pdf/damaged'));
  // An unknown security handler is, to the office, one more file that only its maker can open.
  if (password === null || opened.failure === 'unsupported-security') return err(appError('pdf/needs-password'));
  const unlocked = await pdfium.withDocument(bytes, (document) => examine(document, bytes, also), password);
  if (!unlocked.ok) return err(appError(unlocked.failure === 'damaged' ? 'pdf/damaged' : 'pdf/wrong-password'));
  if (!unlocked.value.ok) return unlocked.value;
  // Its signature could not outlive the decryption, without which its recipient could not open it.
  return unlocked.value.value.signed
    ? err(appError('pdf/locked-signed'))
    : ok({ ...unlocked.value.value, locked: true });
}

function examine(
  document: OpenDocument,
  bytes: Uint8Array,
  also: { readonly xfa?: boolean },
): Result<Omit<InspectedPdf, 'locked'>> {
  const marks = marksIn(bytes);
  const traits = readTraits(document, bytes, marks);
  if (traits.xfa && also.xfa !== true) return err(appError('pdf/xfa'));
  if (!traits.soundXref || traits.pages === 0) return err(appError('pdf/damaged'));
  const { pages, digest } = readPages(document);
  if (pages.some(({ width, height }) => width <= 0 || height <= 0)) return err(appError('pdf/damaged'));
  // A signature's dictionary is never compressed: its own byte range must be findable in the file. Usage rights have one
  // too, and any change voids them.
  const signed = traits.signatures > 0 || marks.has('/ByteRange');
  return ok({ pages, digest, signed, traits });
}

/** What is known of a PDF that was refused; `null` when it does not even open. */
export async function traitsOf(pdfium: Pdfium, bytes: Uint8Array, password: string | null): Promise<PdfTraits | null> {
  if (hasImpossibleXref(bytes)) return null;
  const opened = await pdfium.withDocument(bytes, (document) => readTraits(document, bytes), password ?? '');
  return opened.ok ? opened.value : null;
}
