import { init } from '@embedpdf/pdfium';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The wrapped module with the heap views its typings leave out; read them anew after every call that may allocate. */
export type PdfiumInstance = WrappedPdfiumModule & {
  readonly pdfium: {
    readonly HEAPU8: Uint8Array<ArrayBuffer>;
    readonly HEAPF32: Float32Array<ArrayBuffer>;
    readonly HEAPF64: Float64Array<ArrayBuffer>;
  };
};

/** What pdfium said when it did not open a document (FPDF_GetLastError). */
export type OpenFailure = 'damaged' | 'needs-password' | 'unsupported-security';

export type Opened<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: OpenFailure };

/** A document open in pdfium, valid inside the callback of `withDocument` only. */
export interface OpenDocument {
  readonly pdfium: PdfiumInstance;
  readonly handle: number;
  readonly pageCount: number;
}

/** pdfium's memory never shrinks: after this many documents the instance is dropped for a fresh one. */
const DOCUMENTS_PER_INSTANCE = 250;
/** The same, for a few very large documents: bytes of wasm memory. */
const MEMORY_PER_INSTANCE = 192 * 1024 * 1024;

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** The wasm, compiled once; every instance is made from it. */
export class Pdfium {
  /** To be made an instance of in another worker too. */
  readonly module: WebAssembly.Module;
  #instance: Promise<PdfiumInstance> | null = null;
  #opened = 0;

  constructor(module: WebAssembly.Module) {
    this.module = module;
  }

  /**
   * Opens `bytes` (copied into wasm memory, freed afterwards), hands the document to `use`, closes it. Another one
   * may be opened while `use` waits: who reads many opens one at a time. `use` may throw: the document is closed all
   * the same.
   */
  async withDocument<T>(
    bytes: Uint8Array,
    use: (document: OpenDocument) => T | Promise<T>,
    password = '',
  ): Promise<Opened<T>> {
    const pdfium = await this.#fresh();
    const memory = pdfium.pdfium.wasmExports.malloc(bytes.length || 1);
    try {
      pdfium.pdfium.HEAPU8.set(bytes, memory);
      const handle = pdfium.FPDF_LoadMemDocument(memory, bytes.length, password);
      if (handle === 0) return { ok: false, failure: failureOf(pdfium.FPDF_GetLastError()) };
      try {
        return { ok: true, value: await use({ pdfium, handle, pageCount: pdfium.FPDF_GetPageCount(handle) }) };
      } finally {
        pdfium.FPDF_CloseDocument(handle);
      }
    } catch (thrown) {
      // A wasm trap leaves the instance in an unknown state: the next document gets a fresh one.
      if (thrown instanceof WebAssembly.RuntimeError) {
        this.#instance = null;
        return { ok: false, failure: 'damaged' };
      }
      throw thrown;
    } finally {
      if (this.#instance !== null) pdfium.pdfium.wasmExports.free(memory);
    }
  }

  async #fresh(): Promise<PdfiumInstance> {
    const current = this.#instance === null ? null : await this.#instance;
    const spent =
      this.#opened >= DOCUMENTS_PER_INSTANCE ||
      (current !== null && current.pdfium.HEAPU8.byteLength > MEMORY_PER_INSTANCE);
    if (current !== null && !spent) {
      this.#opened += 1;
      return current;
    }
    this.#opened = 1;
    this.#instance = instantiate(this.module);
    return this.#instance;
  }
}

async function instantiate(module: WebAssembly.Module): Promise<PdfiumInstance> {
  const overrides = {
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
      void WebAssembly.instantiate(module, imports).then(receive);
      return {};
    },
    print: () => undefined,
    printErr: () => undefined,
  };
  const pdfium = (await init(overrides)) as PdfiumInstance;
  pdfium.PDFiumExt_Init();
  return pdfium;
}

function failureOf(code: number): OpenFailure {
  if (code === ERROR_PASSWORD) return 'needs-password';
  return code === ERROR_SECURITY ? 'unsupported-security' : 'damaged';
}
