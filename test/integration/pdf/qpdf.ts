import { createRequire } from 'node:module';
import type { QpdfInstance } from '@neslinesli93/qpdf-wasm';
import createModule from '@neslinesli93/qpdf-wasm';
import { vi } from 'vitest';

/** What the package's own typing leaves out. */
type Qpdf = QpdfInstance & { FS: { writeFile(path: string, bytes: Uint8Array): void } };

/** `qpdf --check`: 0 clean, 3 warnings, 2 errors, with its messages. */
export async function qpdfCheck(bytes: Uint8Array): Promise<{ readonly code: number; readonly output: string }> {
  const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
  const said: string[] = [];
  const quiet = {
    noInitialRun: true,
    print: (line: string) => said.push(line),
    printErr: (line: string) => said.push(line),
  };
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const warn = vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  try {
    const module = (await createModule({ locateFile: () => wasm, ...quiet })) as Qpdf;
    module.FS.writeFile('/in.pdf', bytes);
    return { code: module.callMain(['--check', '/in.pdf']), output: said.join('\n') };
  } finally {
    log.mockRestore();
    warn.mockRestore();
  }
}
