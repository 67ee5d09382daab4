import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../../tools/chromium';

/**
 * A full disk, in a profile on the disk: a private window (as in browser mode) checks quotas elsewhere and otherwise.
 * The quota is set before the first write, since Chromium remembers for a while how much room there was.
 */
async function bundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('no bundle');
  return output.output[0].code;
}

const MB = 1_000_000;
let profile: string;
let context: BrowserContext;
let origin: string;
let stop: () => void;

beforeAll(async () => {
  const scripts: Record<string, string> = {
    '/page.js': await bundle('quota-page'),
    '/worker.js': await bundle('quota-worker'),
  };
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts[url];
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? '<!doctype html><script type="module">globalThis.quota = await import("/page.js")</script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => server.close();
  origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  profile = await mkdtemp(join(tmpdir(), 'impot-sync-quota-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    args: CHROMIUM_ARGS,
    headless: true,
  });
}, 120_000);

afterAll(async () => {
  await context.close();
  stop();
  await rm(profile, { recursive: true, force: true });
});

async function pageWithQuota(bytes: number): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(origin);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
  return page;
}

/** Strings, for the test runner rewrites `import` and names in a function before it reaches the page. */
const call = async <T>(page: Page, expression: string): Promise<T> => {
  await page.waitForFunction('globalThis.quota !== undefined');
  return page.evaluate<T>(`globalThis.quota.${expression}`);
};

describe('a full disk', () => {
  it('is known when room for a pack is reserved, before any work', async () => {
    const page = await pageWithQuota(20 * MB);
    expect(await call(page, `reserve(${500 * MB})`)).toEqual({ reserved: 'storage/quota', afterwards: 'ok' });
    expect(await call(page, `reserve(${5 * MB})`)).toEqual({ reserved: 'ok', afterwards: 'ok' });
    await page.close();
  });

  it('leaves nothing of a batch in IndexedDB, and the next one that fits is written', async () => {
    const page = await pageWithQuota(10 * MB);
    expect(await call(page, `confirm(8, ${16 * MB})`)).toEqual({ written: 'storage/quota', records: 0 });
    expect(await call(page, `confirm(2, 100_000)`)).toEqual({ written: 'ok', records: 5 });
    await page.close();
  });
});
