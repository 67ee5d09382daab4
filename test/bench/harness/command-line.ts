import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stream, tablePdf } from '../../fixtures/generate/zoo/raw-pdf';

const run = promisify(execFile);
const TOOLS = ['unzip', 'pdftotext', 'qpdf', 'sha256sum', 'openssl'];
const KEY = '00'.repeat(32);
const IV = '00'.repeat(16);

/**
 * Milliseconds of what an office would script by hand, in one process: unpack, text with places, overlay, digest,
 * encryption of each document. `null` where a tool is missing.
 */
export async function commandLine(archive: string): Promise<number | null> {
  for (const tool of TOOLS) if (!(await isThere(tool))) return null;
  const folder = await mkdtemp(join(tmpdir(), 'impot-sync-cli-'));
  try {
    const stamp = join(folder, 'stamp.pdf');
    await writeFile(stamp, Buffer.from(overlay(), 'latin1'));
    const start = performance.now();
    await run('unzip', ['-q', archive, '-d', join(folder, 'in')]);
    for (const name of await readdir(join(folder, 'in'), { encoding: 'buffer' })) {
      // What unzip makes of an accent in a name need not be text.
      const source = join(folder, 'source.pdf');
      await rename(Buffer.concat([Buffer.from(join(folder, 'in/')), name]), source);
      await run('pdftotext', ['-bbox', source, join(folder, 'text')]);
      await run('qpdf', [source, '--overlay', stamp, '--', join(folder, 'out.pdf')]);
      await run('sha256sum', [join(folder, 'out.pdf')]);
      const cipher = ['enc', '-aes-256-cbc', '-K', KEY, '-iv', IV];
      await run('openssl', [...cipher, '-in', join(folder, 'out.pdf'), '-out', join(folder, 'sealed')]);
    }
    return performance.now() - start;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isThere = (tool: string): Promise<boolean> =>
  run('which', [tool]).then(
    () => true,
    () => false,
  );

const overlay = (): string =>
  tablePdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << >> /Contents 4 0 R >>',
    4: stream('40 113 190 28 re S'),
  });
