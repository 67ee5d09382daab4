import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Pdfium } from '../../../workers/pdf/pdfium';

/** pdfium compiled from node_modules, as the worker compiles it from its URL. */
export async function nodePdfium(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  return new Pdfium(await WebAssembly.compile(await readFile(path)));
}
