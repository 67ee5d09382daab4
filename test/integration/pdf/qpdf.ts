import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** `qpdf --check` as exit code and messages: 0 clean, 3 warnings, 2 errors. One run per instance: qpdf keeps state. */
export async function qpdfCheck(bytes: Uint8Array, password?: string): Promise<{ code: number; output: string }> {
  const require = createRequire(import.meta.url);
  const { default: createModule } = (await import('@neslinesli93/qpdf-wasm')) as {
    default: (options: Record<string, unknown>) => Promise<{
      FS: { writeFile(path: string, data: Uint8Array): void };
      callMain(args: string[]): number;
    }>;
  };
  const lines: string[] = [];
  const qpdf = await createModule({
    noInitialRun: true,
    wasmBinary: await readFile(require.resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')),
    locateFile: (name: string) => name,
    print: (line: string) => lines.push(line),
    printErr: (line: string) => lines.push(line),
  });
  qpdf.FS.writeFile('/in.pdf', bytes);
  const code = qpdf.callMain(['--check', ...(password === undefined ? [] : [`--password=${password}`]), '/in.pdf']);
  return { code, output: lines.join('\n') };
}
