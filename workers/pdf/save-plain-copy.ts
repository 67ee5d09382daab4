import type { OpenDocument } from './pdfium';

/** FPDF_REMOVE_SECURITY. */
const REMOVE_SECURITY = 3;

/** The open document written anew by pdfium, without encryption; `null` when it cannot be. */
export function savePlainCopy({ pdfium, handle }: OpenDocument): Uint8Array<ArrayBuffer> | null {
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
