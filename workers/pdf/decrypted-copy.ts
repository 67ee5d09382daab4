import { appError } from '../../src/core/app-error';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { OpenDocument, Pdfium } from './pdfium';
import { readPlainPages } from './read-plain-pages';
import { samePages } from './same-pages';

/** FPDF_REMOVE_SECURITY. */
const REMOVE_SECURITY = 3;

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
    (document) => ({ pages: readPlainPages(document), copy: save(document) }),
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

function save({ pdfium, handle }: OpenDocument): Uint8Array<ArrayBuffer> | null {
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  try {
    if (!pdfium.FPDF_SaveAsCopy(handle, writer, REMOVE_SECURITY)) return null;
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
    const memory = pdfium.pdfium.wasmExports.malloc(size);
    pdfium.PDFiumExt_GetFileWriterData(writer, memory, size);
    const bytes = pdfium.pdfium.HEAPU8.slice(memory, memory + size);
    pdfium.pdfium.wasmExports.free(memory);
    return bytes;
  } finally {
    pdfium.PDFiumExt_CloseFileWriter(writer);
  }
}
