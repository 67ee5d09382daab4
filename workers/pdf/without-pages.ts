import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { Pdfium } from './pdfium';
import { readPlainPages } from './read-plain-pages';
import { samePages } from './same-pages';
import { savePlainCopy } from './save-plain-copy';

/**
 * A copy of the document without these pages (from 1), nor any encryption: a derivative, of which the source is no byte
 * prefix. Proved by re-opening: the other pages are all there, unchanged, else `pdf/check-failed`. Never for a signed
 * document, whose signature it would break; `pdf/check-failed` also when no page would be left.
 */
export async function withoutPages(
  pdfium: Pdfium,
  bytes: Uint8Array,
  pages: readonly number[],
  password: string | null,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const opened = await pdfium.withDocument(
    bytes,
    (document) => {
      const kept = readPlainPages(document).filter((_, index) => !pages.includes(index + 1));
      if (kept.length === 0) return null;
      // From the last, so that the numbers before it stand.
      for (const page of [...new Set(pages)].sort((a, b) => b - a)) {
        document.pdfium.FPDFPage_Delete(document.handle, page - 1);
      }
      const copy = savePlainCopy(document);
      return copy === null ? null : { kept, copy };
    },
    password ?? '',
  );
  if (!opened.ok || opened.value === null) return err(appError('pdf/check-failed'));
  const { kept, copy } = opened.value;
  const again = await pdfium.withDocument(copy, readPlainPages);
  return again.ok && samePages(kept, again.value) ? ok(copy) : err(appError('pdf/check-failed'));
}
