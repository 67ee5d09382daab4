import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { serveTestPage } from '../../tools/test-page';
import type { BenchWorker } from '../page/bench.worker';
import type {} from '../page/page';

export interface BenchPage {
  /** Milliseconds of one work on the file, in a fresh worker. */
  run(work: keyof BenchWorker, file: Buffer): Promise<number>;
  close(): Promise<void>;
}

/** The peers' page, built as the app is built, in the browser of `context`. */
export async function openBenchPage(context: BrowserContext): Promise<BenchPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'impot-sync-bench-'));
  let served = Buffer.alloc(0);
  const server = await serveTestPage(
    fileURLToPath(new URL('../page/', import.meta.url)),
    outDir,
    async (request, response) => {
      if (request.url !== '/file') return false;
      response.writeHead(200).end(served);
      return true;
    },
  );
  const page: Page = await context.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => window.runWork !== undefined);
  return {
    async run(work, file) {
      served = file as Buffer<ArrayBuffer>;
      return page.evaluate((name) => window.runWork?.(name, '/file') ?? Promise.reject(new Error('no page')), work);
    },
    async close() {
      await page.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
