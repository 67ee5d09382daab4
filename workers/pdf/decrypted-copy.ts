import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { Pdfium } from './pdfium';
import { readPlainPages } from './read-plain-pages';
import { samePages } from './same-pages';
import { savePlainCopy } from './save-plain-copy';

/**
 * The same document without its encryption, for one that nobody but the office could open. Written anew by pdfium, so
 * that the source is no byte prefix of it; proved by re-opening without a password: same pages, same text, else
 * `pdf/check-failed`.
 */
export async function decryptedCopy(
  pdfium: Pdfium,
  bytes: Uint8Array,
  password: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const opened = await pdfium.withDocument(
    bytes,
    (document) => ({ pages: readPlainPages(document), copy: savePlainCopy(document) }),
    password,
  );
  if (!opened.ok) return err(appError('pdf/wrong-password'));
  const { pages, copy } = opened.value;
  if (copy === null) return err(appError('pdf/check-failed'));
  const again = await pdfium.withDocument(copy, (document) => ({
    pages: readPlainPages(document),
    encrypted: document.pdfium.FPDF_GetSecurityHandlerRevision(document.handle) >= 0,
  }));
  const sound = again.ok && !again.value.encrypted && samePages(pages, again.value.pages);
  return sound ? ok(copy) : err(appError('pdf/check-failed'));
}
