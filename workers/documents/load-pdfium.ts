import wasmUrl from '@embedpdf/pdfium/pdfium.wasm?url';
import { Pdfium } from '../pdf/pdfium';

/** Fetches and compiles pdfium once, at the first document: 4.6 MB from our own origin, precached for offline use. */
export function loadPdfium(): () => Promise<Pdfium> {
  let loading: Promise<Pdfium> | null = null;
  return () => {
    loading ??= compile().catch((error: unknown) => {
      // The next document tries again: the network may have been away.
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function compile(): Promise<Pdfium> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`pdfium: ${response.status}`);
  // Streaming compilation insists on the media type, which a plain file server may not know.
  const streams = response.headers.get('Content-Type') === 'application/wasm';
  const module = streams
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  return new Pdfium(module);
}
